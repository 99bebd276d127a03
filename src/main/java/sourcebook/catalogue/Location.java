package sourcebook.catalogue;

/// Where an original was seen: a path, and a path inside a container when it is part of one.
///
/// @param path relative to the archive's folder with `/` between names, or absolute when it lies outside
/// @param inner path inside the container, empty for a file of its own; containers in containers are joined by `!/`
public record Location(String path, String inner) {
    public static Location of(String path) {
        return new Location(path, "");
    }

    /// The place of a part of this original.
    public Location part(String name) {
        return new Location(path, inner.isEmpty() ? name : inner + "!/" + name);
    }

    public boolean insideContainer() {
        return !inner.isEmpty();
    }

    /// The last name: of the part, or of the file.
    public String name() {
        String whole = insideContainer() ? inner : path;
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    /// How many containers are around it.
    public int depth() {
        return insideContainer() ? inner.split("!/", -1).length : 0;
    }

    @Override
    public String toString() {
        return insideContainer() ? path + "!/" + inner : path;
    }
}
