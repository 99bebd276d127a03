package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Evidence;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.RecordField;
import sourcebook.description.Countries;
import sourcebook.search.CountryNames;

/// The input that fits one field of a record, and its values as the catalogue takes them.
///
/// @param input what the person fills in
/// @param values what it holds now
/// @param set puts values into it
record FieldEditor(RecordField field, Component input, Supplier<List<String>> values, Consumer<List<String>> set) {

    static FieldEditor of(RecordField field) {
        return switch (field) {
            case ABOUT, PUBLISHED_IN -> countries(field);
            case LANGUAGE -> language(field);
            case CREATORS -> text(field, "Several are parted by semicolons");
            case DATE -> text(field, "2014, 2014-07 or 2014-07-18");
            case TITLE, SOURCE, TYPE, URL -> text(field, "");
        };
    }

    /// The values a record has for a field.
    static List<String> read(DocumentRecord record, RecordField field) {
        return switch (field) {
            case TITLE -> one(record.title());
            case CREATORS -> all(record.creators());
            case DATE -> {
                Evidenced<?> date = record.date();
                yield date == null ? List.of() : List.of(date.value().toString());
            }
            case SOURCE -> one(record.source());
            case ABOUT -> all(record.about());
            case PUBLISHED_IN -> all(record.publishedIn());
            case LANGUAGE -> one(record.language());
            case TYPE -> one(record.type());
            case URL -> one(record.url());
        };
    }

    /// The evidence of the values a record has for a field, each once.
    static List<Evidence> evidence(DocumentRecord record, RecordField field) {
        Stream<Evidenced<?>> values = switch (field) {
            case TITLE -> Stream.ofNullable(record.title());
            case CREATORS -> record.creators().stream().map(Function.identity());
            case DATE -> Stream.ofNullable(record.date());
            case SOURCE -> Stream.ofNullable(record.source());
            case ABOUT -> record.about().stream().map(Function.identity());
            case PUBLISHED_IN -> record.publishedIn().stream().map(Function.identity());
            case LANGUAGE -> Stream.ofNullable(record.language());
            case TYPE -> Stream.ofNullable(record.type());
            case URL -> Stream.ofNullable(record.url());
        };
        return values.<Evidence>map(Evidenced::evidence).distinct().toList();
    }

    /// Values for a person: names instead of codes.
    static String describe(RecordField field, List<String> values) {
        if (values.isEmpty()) {
            return "unknown";
        }
        return String.join(
                "; ",
                values.stream()
                        .map(value -> switch (field) {
                            case ABOUT, PUBLISHED_IN -> Wording.country(value);
                            case LANGUAGE -> Wording.language(value);
                            case DATE -> Wording.date(value);
                            case TITLE, CREATORS, SOURCE, TYPE, URL -> value;
                        })
                        .toList());
    }

    /// Shows a sentence under the input.
    void refuse(String sentence) {
        if (input instanceof HasValidation validated) {
            validated.setErrorMessage(sentence);
            validated.setInvalid(true);
        }
    }

    private static FieldEditor text(RecordField field, String help) {
        TextField input = new TextField(field.label());
        input.setHelperText(help);
        return new FieldEditor(
                field,
                input,
                () -> split(field, input.getValue()),
                values -> input.setValue(String.join("; ", values)));
    }

    private static List<String> split(RecordField field, String text) {
        Stream<String> values = field.multiple() ? Arrays.stream(text.split(";", -1)) : Stream.of(text);
        return values.map(String::strip).filter(value -> !value.isEmpty()).toList();
    }

    private static FieldEditor countries(RecordField field) {
        MultiSelectComboBox<String> input = new MultiSelectComboBox<>(field.label());
        input.setItemLabelGenerator(Wording::country);
        input.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        input.setItems(Countries.codes().stream()
                .sorted(Comparator.comparing(Wording::country, String.CASE_INSENSITIVE_ORDER))
                .toList());
        input.setAllowCustomValue(true); // other names and codes than the list's: UK, Holland, DDR
        input.addCustomValueSetListener(typed -> {
            Optional<String> code = CountryNames.code(typed.getDetail().strip());
            input.setInvalid(code.isEmpty());
            input.setErrorMessage(
                    code.isEmpty()
                            ? "No country is called “" + typed.getDetail().strip() + "”."
                            : "");
            code.ifPresent(input::select);
        });
        return new FieldEditor(
                field,
                input,
                () -> List.copyOf(input.getValue()),
                values -> input.setValue(new LinkedHashSet<>(values)));
    }

    private static FieldEditor language(RecordField field) {
        ComboBox<String> input = new ComboBox<>(field.label());
        input.setItemLabelGenerator(Wording::language);
        input.setItems(Arrays.stream(Locale.getISOLanguages())
                .sorted(Comparator.comparing(Wording::language, String.CASE_INSENSITIVE_ORDER))
                .toList());
        input.setClearButtonVisible(true);
        return new FieldEditor(
                field,
                input,
                () -> input.getValue() == null ? List.of() : List.of(input.getValue()),
                values -> input.setValue(values.isEmpty() ? null : values.getFirst()));
    }

    private static List<String> one(@org.jspecify.annotations.Nullable Evidenced<String> value) {
        return value == null ? List.of() : List.of(value.value());
    }

    private static List<String> all(List<Evidenced<String>> values) {
        return values.stream().map(Evidenced::value).toList();
    }
}
