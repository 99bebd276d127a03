package sourcebook.analysis;

/// One query of a list.
///
/// @param id as the list names it, else its number in the list
public record BatchQuery(String id, String query) {}
