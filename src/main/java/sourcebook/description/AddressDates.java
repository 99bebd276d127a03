package sourcebook.description;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.PartialDate;

/// Days in the address of a page and in file names: `/2020/12/10/`, `report-20201210.pdf`. Pure.
final class AddressDates {
    private static final Pattern IN_PATH = Pattern.compile(
            "[/=_.-]((?:19|20)\\d\\d)[/_.-](0?[1-9]|1[0-2])[/_.-](0?[1-9]|[12]\\d|3[01])(?=[/_.?&-]|$|\\D)");
    private static final Pattern IN_PATH_COMPACT =
            Pattern.compile("[/_=-]((?:19|20)\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Pattern MONTH_IN_PATH = Pattern.compile("/((?:19|20)\\d\\d)/(0?[1-9]|1[0-2])/");
    private static final Pattern YEAR_IN_NAME = Pattern.compile("[/_ .-]((?:19|20)\\d\\d)(?=[_ .-])");

    private AddressDates() {}

    /// The day in the address of the page; null when it has none.
    static @Nullable Evidenced<PartialDate> day(Clues clues) {
        String raw = inAddress(clues);
        PartialDate date = raw == null ? null : DateRules.read(raw, false, clues);
        return raw == null || date == null || date.day() == null
                ? null
                : Evidenced.of(date, "address", raw, Confidence.HIGH);
    }

    static @Nullable String inAddress(Clues clues) {
        Evidenced<String> url = UrlRules.url(clues);
        return url == null ? null : inPath(url.value());
    }

    static @Nullable String monthInAddress(Clues clues) {
        Evidenced<String> url = UrlRules.url(clues);
        Matcher match = MONTH_IN_PATH.matcher(url == null ? "" : url.value());
        return match.find() ? match.group(1) + "-" + (match.group(2).length() == 1 ? "0" : "") + match.group(2) : null;
    }

    static @Nullable String fileName(Clues clues) {
        String name = "/" + clues.fileName();
        String day = inPath(name);
        Matcher year = YEAR_IN_NAME.matcher(name);
        return day != null ? day : year.find() ? year.group(1) : null;
    }

    private static @Nullable String inPath(String path) {
        Matcher match = IN_PATH.matcher(path);
        if (match.find()) {
            return match.group(1) + "-" + match.group(2) + "-" + match.group(3);
        }
        Matcher compact = IN_PATH_COMPACT.matcher(path);
        return compact.find() ? compact.group(1) + "-" + compact.group(2) + "-" + compact.group(3) : null;
    }
}
