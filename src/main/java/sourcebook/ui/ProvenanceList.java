package sourcebook.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.Evidence;
import sourcebook.catalogue.Provenance;

/// Everything that was ever said about each field of a record, the value that holds first: what a rule read, what a
/// sidecar says, what people made of it. Looked up when it is opened.
final class ProvenanceList extends NativeDetails {
    ProvenanceList(Catalogue catalogue, DocumentId document) {
        super("Where each value comes from");
        addClassName("fold");
        addToggleListener(toggle -> {
            if (toggle.isOpened()) {
                setContent(list(catalogue.provenance(document)));
            }
        });
    }

    private static Div list(List<Provenance> fields) {
        Div list = new Div();
        list.addClassName("provenance");
        for (Provenance field : fields) {
            DescriptionList layers = new DescriptionList();
            for (Provenance.Layer layer : field.layers().reversed()) {
                Span value = new Span(FieldEditor.describe(field.field(), layer.values()));
                value.getElement().setAttribute("dir", "auto");
                value.setClassName("unknown", layer.values().isEmpty());
                value.setClassName(
                        "overruled",
                        !layer.values().equals(field.layers().getLast().values()));
                DescriptionList.Description said = new DescriptionList.Description(value);
                for (String line : lines(layer)) {
                    Span evidence = new Span(line);
                    evidence.addClassName("ev");
                    evidence.getElement().setAttribute("dir", "auto");
                    said.add(evidence);
                }
                layers.add(new DescriptionList.Term(party(layer)), said);
            }
            Span name = new Span(field.field().label());
            name.addClassName("field");
            Div block = new Div(name, layers);
            if (field.layers().isEmpty()) {
                Span nothing = new Span("nothing found");
                nothing.addClassName("unknown");
                block.add(nothing);
            }
            list.add(block);
        }
        return list;
    }

    private static String party(Provenance.Layer layer) {
        return switch (layer.kind()) {
            case INFERRED -> "read";
            case SIDECAR -> "sidecar";
            case EDIT -> "edited";
        };
    }

    private static List<String> lines(Provenance.Layer layer) {
        String who = layer.who();
        Instant when = layer.when();
        if (who != null && when != null) {
            return List.of("by " + who + ", " + Wording.moment(when));
        }
        List<String> lines = new ArrayList<>();
        for (Evidence evidence : layer.evidence()) {
            String line = evidence.describe() + ", " + sure(evidence.confidence());
            if (!lines.contains(line)) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String sure(Confidence confidence) {
        return switch (confidence) {
            case HIGH -> "sure";
            case MEDIUM -> "fairly sure";
            case LOW -> "unsure";
        };
    }
}
