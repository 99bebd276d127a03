package sourcebook.description;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.PartialDate;
import sourcebook.description.html.WebPage;

/// The days that a web page shows its readers by the headline, the likeliest first. Made for one page,
/// used by one call.
///
/// A day is likelier the article's when its line is little more than the day, lies in an element named
/// for a date and follows the headline closely; less likely when the line says that something changed.
/// Lines that look alike and bear different days are a list of other things (teasers, comments), and
/// count beside the headline only.
final class ShownDates {
    /// A line with more text than this beside its date tells of a day rather than dating the article.
    private static final int LONGEST_LINE = 160;

    private static final int LINES_BEFORE = 12;
    private static final int LINES_AFTER = 25;

    /// What lies in a teaser or in a list counts only this near to the headline.
    private static final int ASIDE_LINES = 6;

    /// Any line near the headline goes before one that is merely named for a date, elsewhere on the
    /// page.
    private static final double NEAR = 1000;

    private static final int LIST = 3;

    /// Days of somebody or something else than the text.
    private static final Pattern OF_OTHERS = Pattern.compile(
            "(?iu)(?:registriert|registered|joined|member since|mitglied seit|dabei seit|inscrit|registrado|зарегистрирован|geboren|born|birth|geb\\.|last visit|letzter besuch|current time|aktuelle zeit|cached on|accessed|retrieved|abgerufen|consulté|consultado|printed|gedruckt|expires?|valid until|gültig bis|copyright|©)[^\\d]{0,30}$");

    private static final Pattern CHANGED = Pattern.compile(
            "(?iu)(?:updated?|modified|revised|revision|aktualisiert|geändert|update|mis à jour|modifié|actualizado|actualización|aggiornato|atualizado|bijgewerkt|обновлено|zaktualizowano|更新)[^\\d]{0,40}$");

    /// "14. - 20. Januar", "from 3 to": what follows ends a period.
    private static final Pattern PERIOD =
            Pattern.compile("(?iu)\\d[.\\p{L}\\s]{0,14}\\s?(?:[-–—]|bis|to|until|au|hasta|al|до|まで|至)\\s?$");

    /// @param text of the day alone
    /// @param near whether its line stands by the headline
    record Shown(PartialDate date, String text, double worth, boolean near) {}

    private final List<Shown> days = new ArrayList<>();

    ShownDates(Clues clues) {
        WebPage page = clues.page();
        if (page == null) {
            return;
        }
        List<WebPage.NearLine> lines = new ArrayList<>();
        List<DateText.Found> dates = new ArrayList<>();
        Map<String, Set<PartialDate>> alike = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        boolean monthFirst = DateRules.monthFirst(clues);
        for (WebPage.NearLine line : page.lines(clues.headline(), LONGEST_LINE, ShownDates::digits)) {
            DateText.Found found = firstDay(line.text(), monthFirst, clues);
            if (found != null) {
                lines.add(line);
                dates.add(found);
                alike.computeIfAbsent(line.look(), look -> new HashSet<>()).add(found.date());
                counts.merge(line.look(), 1, Integer::sum);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            String look = lines.get(i).look();
            boolean list = counts.getOrDefault(look, 0) >= LIST
                    && alike.getOrDefault(look, Set.of()).size() > 1;
            weigh(lines.get(i), dates.get(i), list);
        }
        days.sort(Comparator.comparingDouble(Shown::worth).reversed());
    }

    private static boolean digits(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static DateText.@Nullable Found firstDay(String text, boolean monthFirst, Clues clues) {
        for (DateText.Found found : DateText.find(text, monthFirst)) {
            String before = text.substring(0, found.start());
            if (found.toTheDay() && DateRules.plausible(found.date(), clues.today()) && !ofOthers(before)) {
                return found;
            }
        }
        return null;
    }

    /// Do the words before a day say that it is not the text's own: the end of a period, the day of a
    /// registration?
    static boolean ofOthers(String before) {
        return OF_OTHERS.matcher(before).find() || PERIOD.matcher(before).find();
    }

    private void weigh(WebPage.NearLine line, DateText.Found found, boolean list) {
        int distance = line.distance();
        int before = found.start();
        int other = line.text().length() - (found.end() - before);
        boolean apart = line.aside() || list;
        double worth = (line.named() ? 2 : 0)
                + beside(other, before)
                + (distance >= 0 ? 0.5 : 0)
                - Math.abs(distance) / 10.0
                - (apart ? 1.5 : 0)
                - (CHANGED.matcher(line.text().substring(0, before)).find() ? 1 : 0);
        boolean near = distance <= LINES_AFTER
                && distance >= -LINES_BEFORE
                && worth > 1
                && (!apart || Math.abs(distance) <= ASIDE_LINES);
        boolean marked = line.named() && other < 40 && !apart;
        if (near || marked) {
            String text = line.text().substring(before, found.end());
            days.add(new Shown(found.date(), text, near ? worth + NEAR : worth, near));
        }
    }

    private static int beside(int other, int before) {
        return other < 12 ? 3 : other < 40 || before <= 1 ? 2 : other < 80 ? 1 : 0;
    }

    /// The likeliest day as it is printed.
    @Nullable
    String best() {
        return days.isEmpty() ? null : days.getFirst().text();
    }

    /// The day by the headline that stands against a stated one: the next to it, since stamps are in
    /// another time zone than their readers; or one that the page's data state as well, under another
    /// name, while the day stated first is not shown at all. Null when the page shows nothing against
    /// it.
    ///
    /// @param others further days that the page's data state
    @Nullable
    Shown against(PartialDate stated, Set<PartialDate> others) {
        Shown shown = days.isEmpty() || !days.getFirst().near() ? null : days.getFirst();
        if (shown == null || days.stream().anyMatch(day -> day.date().equals(stated))) {
            return null;
        }
        long apart = Math.abs(ChronoUnit.DAYS.between(shown.date().earliest(), stated.earliest()));
        return apart == 1 || others.contains(shown.date()) ? shown : null;
    }
}
