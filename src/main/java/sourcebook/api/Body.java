package sourcebook.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The JSON object that a request carries. A member that is misspelt or unknown is refused by name.
final class Body {
    private final JsonNode json;

    private Body(JsonNode json) {
        this.json = json;
    }

    static Body of(@Nullable JsonNode json, Set<String> known) {
        if (json == null || !json.isObject()) {
            throw new BadRequest("The body of the request is to be a JSON object.");
        }
        for (String name : json.propertyNames()) {
            if (!known.contains(name)) {
                throw new BadRequest("There is no member “" + name + "” here; there are "
                        + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
            }
        }
        return new Body(json);
    }

    boolean has(String name) {
        return json.has(name);
    }

    Set<String> names() {
        return Set.copyOf(json.propertyNames());
    }

    /// Null when it is missing or null.
    @Nullable
    String text(String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new BadRequest("The member " + name + " is to be a string.");
        }
        return value.stringValue();
    }

    String requiredText(String name) {
        String text = text(name);
        if (text == null) {
            throw new BadRequest("The member " + name + " is missing.");
        }
        return text;
    }

    /// Null when it is missing or null.
    @Nullable
    Integer number(String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new BadRequest("The member " + name + " is to be a whole number.");
        }
        return value.intValue();
    }

    boolean flag(String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw new BadRequest("The member " + name + " is to be true or false.");
        }
        return value.booleanValue();
    }

    /// A list of strings; a single string is a list of one, null or nothing an empty one.
    List<String> texts(String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (value.isString()) {
            return List.of(value.stringValue());
        }
        List<String> texts = new ArrayList<>();
        if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isString)) {
            throw new BadRequest("The member " + name + " is to be a list of strings.");
        }
        value.forEach(one -> texts.add(one.stringValue()));
        return texts;
    }
}
