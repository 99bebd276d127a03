package sourcebook.description.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Letters that ministries send again and again with other names, numbers and dates in the same words: each filling is
/// another event.
final class Communiques {
    private static final List<String> FORMS = List.of("""
            On behalf of the Government, I extend warm congratulations to the people of {country} as you celebrate the
            {ordinal} anniversary of your independence on {day}. The ties between our two countries rest on common values,
            growing trade and the friendship of our peoples. Over the past year we have worked with {country} to improve
            schools, to protect forests and to fight disease in {region}. As you gather with family and friends in
            {capital} and around the world, know that we stand with the people of {country} and look forward to deepening
            our partnership in the years to come. I wish {head} and all citizens of {country} a peaceful and prosperous
            {year}.
            """, """
            The Foreign Minister met {head} of {country} today in {capital}. The ministers discussed bilateral relations,
            regional security and the implementation of the agreements signed in {year}. Both sides expressed satisfaction
            with the development of trade, which reached {number} million, and agreed to continue consultations on visa
            questions, culture and education. The Foreign Minister thanked {country} for its support in international
            organisations and invited {head} to pay an official visit at a convenient time. The invitation was accepted
            with pleasure. The talks were held in a warm and friendly atmosphere.
            """, """
            The Ministry condemns in the strongest terms the attack in {capital}, {country}, on {day}, in which {number}
            people lost their lives and many more were injured. We extend our deepest condolences to the families of the
            victims and to the Government and people of {country}, and wish a speedy recovery to the injured. Terrorism in
            all its forms and manifestations is a threat to international peace and security, and those responsible must
            be brought to justice. We reaffirm our solidarity with {country} and our readiness to cooperate with its
            authorities.
            """, """
            At the invitation of the Chamber of Commerce, a delegation from {country} led by {head} visits our capital
            from {day}. The delegation of {number} companies will meet representatives of industry, agriculture and
            transport. On the first day a business forum takes place, at which the ambassador of {country} will speak about
            investment in {region}. Journalists are asked to register with the press office in writing not later than two
            days before the event. The programme includes a visit to the port and to the university, and a dinner given by
            the Minister for the guests.
            """, """
            The Permanent Mission of {country} presents its compliments to the Secretariat and has the honour to transmit
            herewith the report of the Government of {country} on the implementation of the resolution adopted in {year}.
            The Permanent Mission would be grateful if the present letter and its annex could be circulated as a document
            under the relevant items of the agenda of the session. The Permanent Mission of {country} avails itself of this
            opportunity to renew to the Secretariat the assurances of its highest consideration. Signed by {head},
            Permanent Representative, {day}.
            """, """
            The Executive Board today completed the {ordinal} review of the arrangement with {country}. The decision allows
            the authorities to draw {number} million at once. The programme of {country}, approved in {year}, supports
            growth, a stable currency and the protection of the poor. Following the discussion the Deputy Director made the
            following statement: The authorities of {country} have kept their programme on track in a difficult
            environment. Inflation has declined and reserves have risen. Further efforts are needed to widen the tax base,
            to restructure public enterprises in {region} and to improve the business climate.
            """);
    private static final List<String> GREETINGS = List.of("""
            Dear friends, as the year {year} draws to its close I wish to thank you for your work and your loyalty. We have
            reached much together, and the times ahead will ask much of us again. The board, the staff and I look forward
            to the coming months with confidence. May the holidays bring you rest, good health and time with those who are
            dear to you. This was our {ordinal} year, and we hope to see you all again at the assembly on {day}. With kind
            regards from the whole house.
            """, """
            His Excellency sends greetings to all citizens at home and abroad on the occasion of the {ordinal} National
            Day. On this day in {year} we remember those who gave their lives for the freedom of our country, and we thank
            those who serve it today in schools, hospitals and in the field. Let us remain united in diversity, generous to
            those in need and faithful to the constitution. The national flag will be raised at eight in the morning in
            the presence of the diplomatic corps. Long live the Republic.
            """);

    private static final String[] MONTHS = {
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"
    };

    private final Random random;
    private final Prose prose;
    private final List<String> forms;
    private final List<String> greetings;

    Communiques(Random random, Prose prose) {
        this(random, prose, FORMS, GREETINGS);
    }

    private Communiques(Random random, Prose prose, List<String> forms, List<String> greetings) {
        this.random = random;
        this.prose = prose;
        this.forms = forms;
        this.greetings = greetings;
    }

    /// As many forms as those of this class, in words that no other letters have.
    static Communiques madeUp(Random random, Prose prose) {
        List<String> slots = List.of(
                "{country}",
                "{capital}",
                "{head}",
                "{country}",
                "{day}",
                "{year}",
                "{number}",
                "{region}",
                "{country}");
        List<String> forms = new ArrayList<>();
        for (int form = 0; form < FORMS.size(); form++) {
            forms.add(form(prose, slots));
        }
        List<String> greetings = new ArrayList<>();
        for (int form = 0; form < GREETINGS.size(); form++) {
            greetings.add(form(prose, List.of("{year}", "{ordinal}", "{day}", "{year}", "{ordinal}")));
        }
        return new Communiques(random, prose, forms, greetings);
    }

    private static String form(Prose prose, List<String> slots) {
        StringBuilder form = new StringBuilder();
        for (String slot : slots) {
            String sentence = prose.sentence();
            int middle = sentence.indexOf(' ', sentence.length() / 2);
            form.append(sentence, 0, middle).append(' ').append(slot).append(sentence, middle, sentence.length());
            form.append(' ');
        }
        return form.toString();
    }

    int forms() {
        return forms.size() + greetings.size();
    }

    /// Whether letters of a form differ by their year alone.
    boolean isGreeting(int form) {
        return form >= forms.size();
    }

    /// A letter of one of the forms.
    ///
    /// @param number years since the first letter
    String fill(int form, int number) {
        Map<String, String> values = new HashMap<>();
        values.put("country", prose.name() + (random.nextInt(4) == 0 ? " " + prose.name() : ""));
        values.put("capital", prose.name());
        values.put("region", "the " + prose.name() + " valley");
        values.put("head", (random.nextBoolean() ? "President " : "Minister ") + prose.name() + " " + prose.name());
        values.put("year", String.valueOf(1950 + number));
        values.put("ordinal", ordinal(20 + number));
        values.put("number", String.valueOf(3 + random.nextInt(900)));
        values.put(
                "day", (1 + random.nextInt(28)) + " " + MONTHS[random.nextInt(MONTHS.length)] + " " + (1951 + number));
        String text = (form < forms.size() ? forms.get(form) : greetings.get(form - forms.size())).strip();
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    private static String ordinal(int number) {
        String end = number / 10 % 10 == 1
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + end;
    }
}
