package sourcebook.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.Evidenced;

/// The YAML block between two lines of `---` at the head of a Markdown file. Immutable.
///
/// @param values of top-level keys (lower case), as written; of a mapping, its `name` or `title`
/// @param end where the text begins, in UTF-16 units; 0 when there is no front matter
record FrontMatter(Map<String, List<String>> values, int end) {
    static final FrontMatter NONE = new FrontMatter(Map.of(), 0);

    /// Longer heads are not front matter but a rule at the top of a text.
    private static final int MAX_CHARS = 64 * 1024;

    private static final Pattern SEVERAL = Pattern.compile("\\s*[;|/]\\s*|,\\s+");

    static FrontMatter read(String text) {
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        if (!text.startsWith("---", start)) {
            return NONE;
        }
        int first = text.indexOf('\n', start);
        if (first < 0 || !text.substring(start, first).strip().equals("---")) {
            return NONE;
        }
        int line = first + 1;
        while (line < text.length() && line < MAX_CHARS) {
            int next = text.indexOf('\n', line);
            int lineEnd = next < 0 ? text.length() : next;
            String content = text.substring(line, lineEnd).stripTrailing();
            if (content.equals("---") || content.equals("...")) {
                Map<String, List<String>> values = parse(text.substring(first + 1, line));
                return values.isEmpty() ? NONE : new FrontMatter(values, next < 0 ? text.length() : next + 1);
            }
            line = lineEnd + 1;
        }
        return NONE;
    }

    private static Map<String, List<String>> parse(String yaml) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(10);
        limits.setNestingDepthLimit(20);
        Map<String, List<String>> values = new LinkedHashMap<>();
        try {
            // nodes, not objects: a date stays the text that was written
            Node root = new Yaml(new SafeConstructor(limits)).compose(new java.io.StringReader(yaml));
            if (root instanceof MappingNode mapping) {
                for (NodeTuple pair : mapping.getValue()) {
                    if (pair.getKeyNode() instanceof ScalarNode key) {
                        List<String> texts = new ArrayList<>();
                        add(pair.getValueNode(), texts);
                        values.put(key.getValue().strip().toLowerCase(Locale.ROOT), List.copyOf(texts));
                    }
                }
            }
        } catch (YAMLException broken) {
            return Map.of(); // then it is text, and kept as such
        }
        return values;
    }

    private static void add(Node node, List<String> to) {
        if (node instanceof ScalarNode scalar) {
            if (!scalar.getValue().isBlank()) {
                to.add(scalar.getValue().strip());
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(each -> add(each, to));
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple pair : mapping.getValue()) {
                if (pair.getKeyNode() instanceof ScalarNode key
                        && (key.getValue().equals("name") || key.getValue().equals("title"))) {
                    add(pair.getValueNode(), to);
                }
            }
        }
    }

    /// The countries that the first key with a known one states, as codes; those inferred where none does.
    List<Evidenced<String>> countries(List<Evidenced<String>> inferred, String... keys) {
        List<Evidenced<String>> stated = new ArrayList<>();
        for (String value : all(keys)) {
            for (String name : SEVERAL.split(value, -1)) {
                Countries.code(name.strip()).ifPresent(code -> {
                    boolean known =
                            stated.stream().anyMatch(other -> other.value().equals(code));
                    if (!known) {
                        stated.add(Evidenced.of(code, "front matter", name.strip(), Confidence.HIGH));
                    }
                });
            }
        }
        return stated.isEmpty() ? inferred : stated;
    }

    /// The first value of the first key that has one.
    @Nullable
    String first(String... keys) {
        List<String> all = all(keys);
        return all.isEmpty() ? null : all.getFirst();
    }

    /// The values of the first key that has some.
    List<String> all(String... keys) {
        for (String key : keys) {
            List<String> found = values.getOrDefault(key, List.of());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}
