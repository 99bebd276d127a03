package sourcebook.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sourcebook.search.Facet;

/// Which facets a person wants to see, and in which order. Kept in a cookie of the browser: the server reads it before
/// the page is drawn, so that nothing jumps, and nobody else has to know.
///
/// @param first those that were given a place, in order; the others follow as usual
/// @param hidden those that are not shown
record FacetOrder(List<Facet> first, Set<Facet> hidden) {
    static final FacetOrder USUAL = new FacetOrder(List.of(), Set.of());

    /// The order in which a reader narrows, the widest first; facets of the archive's own follow.
    private static final List<Facet> ORDER =
            List.of(Facet.YEAR, Facet.COUNTRY, Facet.PUBLISHED_IN, Facet.SOURCE, Facet.LANGUAGE, Facet.TYPE);

    private static final String COOKIE = "sourcebook-facets";
    private static final int LONGEST = 3_000; // bytes; browsers keep cookies of 4,096
    private static final String HIDDEN = "-";

    FacetOrder {
        first = List.copyOf(new LinkedHashSet<>(first));
        hidden = Set.copyOf(hidden);
    }

    /// All of these facets in the person's order, hidden ones among them.
    List<Facet> arranged(Collection<Facet> all) {
        return all.stream()
                .distinct()
                .sorted(Comparator.comparingInt(this::place).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private int place(Facet facet) {
        int own = first.indexOf(facet);
        if (own >= 0) {
            return own;
        }
        int usual = ORDER.indexOf(facet);
        return first.size() + (usual < 0 ? ORDER.size() : usual);
    }

    boolean shows(Facet facet) {
        return !hidden.contains(facet);
    }

    /// The facet before all others.
    FacetOrder pinned(Facet facet) {
        List<Facet> order = new ArrayList<>(first);
        order.remove(facet);
        order.addFirst(facet);
        return new FacetOrder(order, hidden);
    }

    /// The facet one place up (-1) or down (1) among all of them.
    FacetOrder moved(Facet facet, int by, Collection<Facet> all) {
        List<Facet> order = new ArrayList<>(arranged(all));
        int from = order.indexOf(facet);
        order.remove(facet);
        order.add(Math.clamp(from + by, 0, order.size()), facet);
        return new FacetOrder(order, hidden);
    }

    FacetOrder shown(Facet facet, boolean now) {
        Set<Facet> changed = new LinkedHashSet<>(hidden);
        if (now) {
            changed.remove(facet);
        } else {
            changed.add(facet);
        }
        return new FacetOrder(first, changed);
    }

    /// As the cookie holds it: the parameters in order, hidden ones again with a minus.
    String written() {
        List<String> parts = new ArrayList<>();
        first.forEach(facet -> parts.add(encode(facet.parameter())));
        hidden.stream().sorted().forEach(facet -> parts.add(HIDDEN + encode(facet.parameter())));
        return String.join("~", parts);
    }

    static FacetOrder read(String written) {
        List<String> parts = Arrays.stream(written.split("~", -1))
                .filter(part -> !part.isBlank())
                .toList();
        return new FacetOrder(
                parts.stream()
                        .filter(part -> !part.startsWith(HIDDEN))
                        .flatMap(part -> Facet.ofParameter(decode(part)).stream())
                        .toList(),
                parts.stream()
                        .filter(part -> part.startsWith(HIDDEN))
                        .flatMap(part -> Facet.ofParameter(decode(part.substring(1))).stream())
                        .collect(Collectors.toSet()));
    }

    /// What the browser of the request at hand wants.
    static FacetOrder ofRequest() {
        VaadinRequest request = VaadinRequest.getCurrent();
        Cookie[] cookies = request == null ? null : request.getCookies();
        return cookies == null
                ? USUAL
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(cookie -> read(cookie.getValue()))
                        .findFirst()
                        .orElse(USUAL);
    }

    /// Has the browser keep it for a year.
    void keep() {
        String value = written();
        if (value.length() <= LONGEST) {
            UI.getCurrentOrThrow()
                    .getPage()
                    .executeJs(
                            "document.cookie = $0 + '=' + $1 + '; max-age=31536000; samesite=lax; path=/'",
                            COOKIE,
                            value);
        }
    }

    private static String encode(String parameter) {
        return URLEncoder.encode(parameter, StandardCharsets.UTF_8)
                .replace("-", "%2D")
                .replace("~", "%7E");
    }

    private static String decode(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException strange) {
            return part; // a cookie may hold anything
        }
    }
}
