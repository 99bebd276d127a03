package sourcebook.access;

/// The account of an archive, as it is kept.
record Account(String name, String passwordHash) {}
