package sourcebook.catalogue;

import java.util.ArrayList;
import java.util.List;

/// Puts together what inference, a sidecar and people say about each field.
final class Layers {
    private Layers() {}

    static List<Provenance> of(Catalogue.Inference made, List<Edit> edits) {
        List<Provenance> all = new ArrayList<>();
        for (RecordField field : RecordField.values()) {
            List<Provenance.Layer> layers = new ArrayList<>();
            List<String> inferred = FieldValues.read(made.inferred(), field);
            if (!inferred.isEmpty()) {
                layers.add(layer(Provenance.Kind.INFERRED, made.inferred(), field));
            }
            if (!FieldValues.same(made.inferred(), made.described(), field)) {
                layers.add(layer(Provenance.Kind.SIDECAR, made.described(), field));
            }
            for (Edit edit : edits) {
                if (edit.field() == field) {
                    Evidence evidence = Evidence.of(Edits.rule(edit), Confidence.HIGH);
                    layers.add(new Provenance.Layer(
                            Provenance.Kind.EDIT,
                            edit.after(),
                            edit.after().stream().map(value -> evidence).toList(),
                            edit.who(),
                            edit.when()));
                }
            }
            all.add(new Provenance(field, layers));
        }
        return all;
    }

    private static Provenance.Layer layer(Provenance.Kind kind, DocumentRecord record, RecordField field) {
        return new Provenance.Layer(
                kind, FieldValues.read(record, field), FieldValues.evidence(record, field), null, null);
    }
}
