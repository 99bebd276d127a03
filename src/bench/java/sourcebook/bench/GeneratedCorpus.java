package sourcebook.bench;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// News items in a made-up language ([Language]), the same for the same seed: a headline, a byline, a place and a
/// day, paragraphs in which countries are named, and now and then a reprint of an earlier item under another
/// headline. Immutable; any number of threads may use it.
final class GeneratedCorpus {
    /// Files in one folder.
    private static final int A_FOLDER = 1_000;

    /// Running words of a news item: the median.
    static final int NEWS_ITEM = 280;

    /// Of the normal law of the logarithms of the items' running words.
    private static final double SPREAD = .6;

    /// No item is longer than so many medians.
    private static final int LONGEST = 28;

    /// Of a hundred items so many are reprints.
    private static final int REPRINTS = 4;

    private static final List<String> COUNTRIES = List.of(
            "Zambia",
            "China",
            "Tanzania",
            "France",
            "Germany",
            "Kenya",
            "Brazil",
            "India",
            "Vietnam",
            "Cuba",
            "South Africa",
            "Namibia",
            "Mozambique",
            "Angola",
            "Russia",
            "Japan",
            "Mexico",
            "Egypt",
            "Nigeria",
            "Ethiopia",
            "Uganda",
            "Laos",
            "Nepal",
            "Cambodia",
            "Chile",
            "Peru",
            "Spain",
            "Italy",
            "Poland",
            "Hungary",
            "Serbia",
            "Turkey",
            "Iran",
            "Iraq",
            "Pakistan",
            "Indonesia",
            "Malaysia",
            "Ghana",
            "Senegal",
            "Zimbabwe");
    private static final List<String> PLACES = List.of(
            "LUSAKA",
            "BEIJING",
            "NAIROBI",
            "PARIS",
            "BERLIN",
            "HANOI",
            "HAVANA",
            "PRETORIA",
            "MAPUTO",
            "MOSCOW",
            "TOKYO",
            "CAIRO",
            "ABUJA",
            "KAMPALA",
            "LIMA",
            "MADRID",
            "ROME",
            "WARSAW",
            "TEHRAN",
            "ACCRA");
    private static final List<String> OUTLETS = List.of(
            "The Morning Herald",
            "Southern Times",
            "Daily Observer",
            "People's Voice",
            "The Courier",
            "Evening Post",
            "The National Gazette",
            "River Tribune",
            "The Standard Review",
            "Capital Weekly",
            "Eastern Mail",
            "The Chronicle");
    private static final List<String> NAMES = List.of(
            "Anna", "Peter", "Mary", "John", "Grace", "David", "Ruth", "Samuel", "Esther", "Joseph", "Miriam", "Paul");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final int documents;
    private final long seed;
    private final int words;
    private final Language language;

    GeneratedCorpus(int documents, long seed) {
        this(documents, seed, NEWS_ITEM);
    }

    /// @param words running words of an item, the median
    GeneratedCorpus(int documents, long seed, int words) {
        this.documents = documents;
        this.seed = seed;
        this.words = words;
        this.language = new Language(seed);
    }

    /// The text of one item.
    ///
    /// @param number from 0
    String text(int number) {
        SplittableRandom random = random(number);
        boolean reprint = number > 100 && random.nextInt(100) < REPRINTS;
        StringBuilder text = new StringBuilder();
        text.append(headline(random)).append("\n\nBy ").append(name(random)).append('\n');
        text.append(OUTLETS.get(random.nextInt(OUTLETS.size()))).append("\n\n");
        int of = reprint ? random.nextInt(number - 100, number) : number;
        return text.append(body(of)).append('\n').toString();
    }

    /// The item's words without its headline, as a reprint has them too.
    private String body(int number) {
        SplittableRandom random = random(~number);
        String one = COUNTRIES.get(Math.min(random.nextInt(COUNTRIES.size()), random.nextInt(COUNTRIES.size())));
        String other = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
        LocalDate day = LocalDate.of(2001, 1, 1).plusDays(random.nextInt(20 * 365));
        int wanted = (int) Math.clamp(words * Math.exp(SPREAD * random.nextGaussian()), 40, words * LONGEST);
        StringBuilder text = new StringBuilder(wanted * 6);
        text.append(PLACES.get(random.nextInt(PLACES.size())))
                .append(", ")
                .append(day.format(DAY))
                .append(" – ");
        int written = 0;
        while (written < wanted) {
            int sentences = 2 + random.nextInt(4);
            for (int i = 0; i < sentences; i++) {
                written += sentence(text, random, random.nextInt(5) == 0 ? (random.nextInt(3) == 0 ? other : one) : "");
                text.append(i == sentences - 1 ? "" : " ");
            }
            text.append("\n\n");
        }
        return text.toString();
    }

    private int sentence(StringBuilder text, SplittableRandom random, String country) {
        int wanted = 8 + random.nextInt(22);
        List<String> words = new ArrayList<>(wanted + 6);
        boolean function = false;
        while (words.size() < wanted) {
            function = language.next(words, function, random);
        }
        if (function) {
            words.add(language.contentWord(random));
        }
        if (!country.isEmpty()) {
            words.add(random.nextInt(1, words.size()), country);
        }
        words.set(0, capital(words.getFirst()));
        for (int i = 0; i < words.size(); i++) {
            text.append(i == 0 ? "" : random.nextInt(12) == 0 ? ", " : " ").append(words.get(i));
        }
        text.append('.');
        return words.size();
    }

    private String headline(SplittableRandom random) {
        List<String> words = new ArrayList<>();
        boolean function = true;
        while (words.size() < 6) {
            function = language.next(words, function, random);
        }
        words.set(0, capital(words.getFirst()));
        return String.join(" ", words);
    }

    private String name(SplittableRandom random) {
        return NAMES.get(random.nextInt(NAMES.size())) + " " + capital(language.contentWord(random));
    }

    /// Neighbouring numbers must not give neighbouring streams, as they would without a hash.
    private SplittableRandom random(int number) {
        return new SplittableRandom(
                Hashing.murmur3_128((int) seed).hashInt(number).asLong());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /// Where an item's file lies in the corpus.
    static Path file(int number) {
        return Path.of(
                String.format(Locale.ROOT, "%04d", number / A_FOLDER), String.format(Locale.ROOT, "%07d.txt", number));
    }

    /// Writes the items as text files, unless they are there.
    Corpus write(Path work) throws IOException {
        String kind = words == NEWS_ITEM ? "generated" : "generated-of-" + words;
        String name = kind + "-" + documents + "-" + seed;
        Path folder = work.resolve(name);
        Path complete = work.resolve(name + ".complete");
        if (!Files.exists(complete)) {
            for (int start = 0; start < documents; start += A_FOLDER) {
                Files.createDirectories(folder.resolve(file(start)).getParent());
            }
            long bytes = IntStream.range(0, documents)
                    .parallel()
                    .mapToLong(number -> {
                        byte[] text = text(number).getBytes(StandardCharsets.UTF_8);
                        try {
                            Files.write(folder.resolve(file(number)), text);
                        } catch (IOException failed) {
                            throw new java.io.UncheckedIOException(failed);
                        }
                        return text.length;
                    })
                    .sum();
            Files.writeString(complete, Long.toString(bytes));
        }
        List<Path> files =
                IntStream.range(0, documents).mapToObj(GeneratedCorpus::file).toList();
        return new Corpus(
                kind, folder, files, Long.parseLong(Files.readString(complete).strip()));
    }
}
