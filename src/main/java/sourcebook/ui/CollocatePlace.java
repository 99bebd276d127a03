package sourcebook.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.Locale;
import sourcebook.analysis.CollocateMeasure;
import sourcebook.analysis.CollocateRequest;
import sourcebook.search.SearchEngine;

/// The view of collocates.
///
/// @param span words on each side that is looked at, 1 to 10
/// @param least a word stands so often near the hits to be shown
record CollocatePlace(
        SearchPlace search, CollocateMeasure measure, Side side, int span, int least, boolean functionWords) {
    private static final int WIDEST = 10;
    private static final int USUAL_SPAN = 5;
    private static final int USUAL_LEAST = 3;
    private static final int SHOWN = 200;

    /// Where a word stands, in reading order.
    enum Side {
        BOTH("on both sides"),
        BEFORE("before"),
        AFTER("after");

        private final String label;

        Side(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    static CollocatePlace of(SearchPlace search) {
        return new CollocatePlace(
                search.withPage(1), CollocateMeasure.LOG_LIKELIHOOD, Side.BOTH, USUAL_SPAN, USUAL_LEAST, false);
    }

    static CollocatePlace of(QueryParameters parameters) {
        return new CollocatePlace(
                SearchPlace.of(parameters),
                named(parameters, "measure", CollocateMeasure.values(), CollocateMeasure.LOG_LIKELIHOOD),
                named(parameters, "side", Side.values(), Side.BOTH),
                number(parameters, "span", USUAL_SPAN, WIDEST),
                number(parameters, "least", USUAL_LEAST, 1_000_000),
                parameters.getSingleParameter("function").filter("1"::equals).isPresent());
    }

    private static <E extends Enum<E>> E named(QueryParameters parameters, String name, E[] values, E usual) {
        return parameters
                .getSingleParameter(name)
                .flatMap(given -> Arrays.stream(values)
                        .filter(value -> name(value).equals(given))
                        .findFirst())
                .orElse(usual);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int number(QueryParameters parameters, String name, int usual, int most) {
        return parameters
                .getSingleParameter(name)
                .filter(text -> text.matches("\\d{1,7}"))
                .map(text -> Math.clamp(Integer.parseInt(text), 1, most))
                .orElse(usual);
    }

    CollocatePlace withSearch(SearchPlace to) {
        return new CollocatePlace(to, measure, side, span, least, functionWords);
    }

    CollocatePlace withMeasure(CollocateMeasure to) {
        return new CollocatePlace(search, to, side, span, least, functionWords);
    }

    CollocatePlace withSide(Side to) {
        return new CollocatePlace(search, measure, to, span, least, functionWords);
    }

    CollocatePlace withSpan(int to) {
        return new CollocatePlace(search, measure, side, to, least, functionWords);
    }

    CollocatePlace withLeast(int to) {
        return new CollocatePlace(search, measure, side, span, to, functionWords);
    }

    CollocatePlace withFunctionWords(boolean to) {
        return new CollocatePlace(search, measure, side, span, least, to);
    }

    CollocateRequest request(SearchEngine engine) {
        return new CollocateRequest(
                search.request(engine, 0, 0),
                side == Side.AFTER ? 0 : span,
                side == Side.BEFORE ? 0 : span,
                measure,
                least,
                functionWords,
                SHOWN);
    }

    String address() {
        StringBuilder address = new StringBuilder("collocates").append(search.address());
        add(address, "measure", name(measure), measure == CollocateMeasure.LOG_LIKELIHOOD);
        add(address, "side", name(side), side == Side.BOTH);
        add(address, "span", Integer.toString(span), span == USUAL_SPAN);
        add(address, "least", Integer.toString(least), least == USUAL_LEAST);
        add(address, "function", "1", !functionWords);
        return address.toString();
    }

    private static void add(StringBuilder address, String name, String value, boolean usual) {
        if (!usual) {
            address.append(address.indexOf("?") < 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(value);
        }
    }
}
