package sourcebook.catalogue;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Records and lists as the database keeps them. Unknown properties are ignored, so that an older program reads what a
/// newer one wrote.
final class RecordJson {
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
    private static final TypeReference<List<Integer>> INTEGERS = new TypeReference<>() {};
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(dates())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RecordJson() {}

    static String write(DocumentRecord record) {
        return MAPPER.writeValueAsString(record);
    }

    static DocumentRecord readRecord(String json) {
        return MAPPER.readValue(json, DocumentRecord.class);
    }

    static String write(List<?> list) {
        return MAPPER.writeValueAsString(list);
    }

    static List<String> readStrings(String json) {
        return MAPPER.readValue(json, STRINGS);
    }

    static List<Integer> readIntegers(String json) {
        return MAPPER.readValue(json, INTEGERS);
    }

    private static JacksonModule dates() {
        return new SimpleModule()
                .addSerializer(PartialDate.class, new ValueSerializer<>() {
                    @Override
                    public void serialize(PartialDate date, JsonGenerator json, SerializationContext context) {
                        json.writeString(date.toString());
                    }
                })
                .addDeserializer(PartialDate.class, new ValueDeserializer<>() {
                    @Override
                    public PartialDate deserialize(JsonParser json, DeserializationContext context) {
                        String text = json.getString();
                        return PartialDate.parse(text)
                                .orElseThrow(() -> new IllegalStateException("Not a date: " + text));
                    }
                });
    }
}
