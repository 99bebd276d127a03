package sourcebook.description.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// A made-up archive whose stories are known: articles in several copies (reprints under other headlines, cut, with
/// inserted paragraphs, wrapped in the text of other pages, misread by OCR, edited), letters of one form that tell of
/// different events, yearly greetings, and press reviews that hold several of the articles.
final class GeneratedStories {
    /// Of all characters, as of a fair scan.
    private static final double NOISE = .02;

    /// Years from which letters date.
    private static final int YEARS = 70;

    /// Whose menus and teasers stand around their copies.
    private static final int OUTLETS = 12;

    private final Random random;
    private final Prose prose;
    private Communiques communiques;
    private final List<String> outlets = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private int stories;

    private static final int THOUSAND = 1_000;

    /// One document.
    ///
    /// @param kind how it was made, for the reader of a failure
    /// @param story those with the same number are copies of each other
    record Item(String name, String kind, String text, int story) {}

    private GeneratedStories(long seed) {
        random = new Random(seed);
        prose = new Prose(random);
        communiques = new Communiques(random, prose);
        newOutlets();
    }

    private void newOutlets() {
        outlets.clear();
        for (int i = 0; i < OUTLETS; i++) {
            outlets.add(String.join(
                    "\n",
                    IntStream.range(0, 40).mapToObj(line -> prose.headline()).toList()));
        }
    }

    /// @param size about how many documents to make
    static List<Item> make(int size, long seed) {
        GeneratedStories generated = new GeneratedStories(seed);
        generated.letters(size / 5);
        while (generated.items.size() < size) {
            generated.articles();
        }
        Collections.shuffle(generated.items, generated.random);
        return generated.items;
    }

    /// An archive whose families (letters of one form, copies in the furniture of one outlet) have the same
    /// sizes whatever its size: each thousand documents bring forms and outlets of their own. They come in any
    /// order, so a family is spread over the whole archive.
    static List<Item> withFamiliesOfOneSize(int size, long seed) {
        GeneratedStories generated = new GeneratedStories(seed);
        for (int end = Math.min(size, THOUSAND); generated.items.size() < size; end = Math.min(size, end + THOUSAND)) {
            generated.communiques = Communiques.madeUp(generated.random, generated.prose);
            generated.newOutlets();
            generated.letters((end - generated.items.size()) / 5);
            while (generated.items.size() < end) {
                generated.articles();
            }
        }
        Collections.shuffle(generated.items, generated.random);
        return generated.items;
    }

    /// One article in so many different copies.
    static List<Item> oneStory(int copies, long seed) {
        GeneratedStories generated = new GeneratedStories(seed);
        List<String> paragraphs = generated.prose.paragraphs(14);
        while (generated.items.size() < copies) {
            generated.copy(paragraphs, 0);
        }
        return generated.items;
    }

    private void add(String kind, String text, int story) {
        items.add(new Item(String.format("%06d-%s", items.size(), kind), kind, text, story));
    }

    private void letters(int count) {
        for (int i = 0; i < count; i++) {
            int form = i % communiques.forms();
            int year = i / communiques.forms();
            if (communiques.isGreeting(form) && year >= YEARS) {
                continue;
            }
            String letter = communiques.fill(form, year % YEARS);
            int story = stories++;
            add("letter" + form, letter, story);
            if (random.nextInt(4) == 0) {
                add("letter" + form + "-reprint", prose.headline() + "\n\n" + letter, story);
            }
            if (random.nextInt(6) == 0) {
                add("letter" + form + "-noise", noise(letter), story);
            }
        }
    }

    /// Some articles with their copies, others without, and a press review of several.
    private void articles() {
        List<String> reviewed = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<String> paragraphs = prose.paragraphs(5 + random.nextInt(14));
            int story = stories++;
            add("article", prose.headline() + "\n\n" + String.join("\n\n", paragraphs), story);
            if (random.nextBoolean()) {
                for (int copies = 1 + random.nextInt(4); copies > 0; copies--) {
                    copy(paragraphs, story);
                }
            }
            if (random.nextInt(3) == 0) {
                reviewed.add(String.join("\n\n", paragraphs));
            }
        }
        String review = String.join("\n\n", reviewed);
        if (reviewed.size() > 2 && reviewed.stream().allMatch(one -> one.length() < .45 * review.length())) {
            add("review", prose.headline() + "\n\n" + review, stories++);
        }
    }

    private void copy(List<String> paragraphs, int story) {
        String whole = String.join("\n\n", paragraphs);
        String headline = prose.headline() + "\n\n";
        switch (random.nextInt(9)) {
            case 0 -> add("reprint", headline + whole, story);
            case 1 -> add("cut-end", headline + cut(whole, 0, .4), story);
            case 2 -> add("cut-start", cut(whole, .6, 1), story);
            case 3 -> add("inserted", headline + inserted(paragraphs), story);
            case 4 -> add("wrapped", wrapped(headline + whole), story);
            case 5 -> add("noise", noise(whole), story);
            case 6 -> add("cut-noise", noise(cut(whole, 0, .4)), story);
            case 7 -> add("wrapped-noise", noise(wrapped(whole)), story);
            default -> add("edited", headline + edited(whole), story);
        }
    }

    private static String cut(String text, double from, double to) {
        int start = text.indexOf(' ', (int) ((text.length() - 1) * from));
        int end = text.lastIndexOf(' ', (int) (text.length() * to));
        return text.substring(from == 0 ? 0 : start, to == 1 ? text.length() : end)
                .strip();
    }

    private String inserted(List<String> paragraphs) {
        List<String> longer = new ArrayList<>(paragraphs);
        for (String paragraph : prose.paragraphs(1 + paragraphs.size() / 2)) {
            longer.add(random.nextInt(longer.size() + 1), paragraph);
        }
        return String.join("\n\n", longer);
    }

    /// The text between menus and teasers of one of a few outlets, up to three of five parts of the whole foreign.
    private String wrapped(String text) {
        String furniture = outlets.get(random.nextInt(outlets.size()));
        StringBuilder wrapped = new StringBuilder(furniture.substring(0, furniture.length() / 3)).append("\n\n");
        wrapped.append(text).append("\n\n").append(furniture.substring(furniture.length() / 3));
        double foreign = .2 + .4 * random.nextDouble();
        while (wrapped.length() - text.length() < foreign * wrapped.length()) {
            wrapped.append('\n').append(prose.headline());
        }
        return wrapped.toString();
    }

    private String noise(String text) {
        return noise(text, random);
    }

    /// The text as a scan of it is read.
    static String noise(String text, Random random) {
        StringBuilder misread = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (random.nextDouble() >= NOISE) {
                misread.append(letter);
                continue;
            }
            switch (random.nextInt(6)) {
                case 0 -> {}
                case 1 -> misread.append(letter).append((char) ('a' + random.nextInt(26)));
                case 2 -> misread.append(letter == ' ' ? "" : letter + " ");
                default -> misread.append((char) ('a' + random.nextInt(26)));
            }
        }
        return misread.toString();
    }

    /// About every 25th word is another or gone.
    private String edited(String text) {
        StringBuilder edited = new StringBuilder();
        for (String word : text.split("(?<= )")) {
            int kind = random.nextInt(50);
            edited.append(kind == 0 ? "" : kind == 1 ? prose.sentence().split(" ")[3] + " " : word);
        }
        return edited.toString();
    }
}
