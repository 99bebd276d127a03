package sourcebook.description.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.DocumentText;

final class PrintedTextTest {
    private static DocumentText pages(String... pages) {
        return PrintedText.of(List.of(pages), 0, false, Set.of());
    }

    private static DocumentText plain(String text) {
        return PrintedText.of(List.of(text), 0, true, Set.of());
    }

    @Test
    void headsOfLeftAndRightPagesAndTheirNumbersAreFurniture() {
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= 8; page++) {
            String head = page % 2 == 0 ? (page + 40) + " The Water Quarterly" : "Salt and rivers " + (page + 40);
            pages.add(head + "\nSentence one of page " + "abcdefgh".charAt(page - 1) + " says this.\nIt ends with "
                    + "stuvwxyz".charAt(page - 1) + " and a stop.");
        }
        DocumentText text = PrintedText.of(pages, 0, false, Set.of());
        assertFalse(text.text().contains("Quarterly"), text.text());
        assertFalse(text.text().contains("rivers"), text.text());
        assertEquals("Salt and rivers 41", text.furniture().lines().findFirst().orElse(""));
        assertEquals(8, text.furniture().lines().count());
        for (int page = 1; page <= 8; page++) {
            assertTrue(text.page(page).startsWith("Sentence one of page"), text.page(page));
        }
    }

    @Test
    void feetInSeveralLinesAndContinuationsGo() {
        DocumentText text = pages(
                "Alpha is the first.\nContinues overleaf\nDraft for comment\nwww.plateau.example\n1",
                "Beta is the second.\nContinued\nDraft for comment\nwww.plateau.example\n2",
                "Gamma is the third.\nDraft for comment\nwww.plateau.example\n3");
        assertEquals(
                "Alpha is the first.\nDraft for comment\nwww.plateau.example\nBeta is the second.\nGamma is the third.",
                text.text());
    }

    @Test
    void aHeadOnPageOneGoesOnlyWhereItIsKnownToBeSmall() {
        List<String> pages = List.of(
                "Ten rivers\nOne text stands here.",
                "Ten rivers\nTwo texts stand here.",
                "Ten rivers\nThree texts stand here.",
                "Ten rivers\nFour texts stand here.");
        assertTrue(PrintedText.of(pages, 0, false, Set.of()).page(1).startsWith("Ten rivers"));
        assertTrue(PrintedText.of(pages, 0, false, Set.of("Ten rivers")).page(1).startsWith("One"));
        assertTrue(PrintedText.of(pages, 0, false, Set.of()).page(2).startsWith("Two"));
    }

    @Test
    void aPageWithNothingButItsHeadIsEmptyAndKeepsItsPlace() {
        DocumentText text = pages(
                "12\nThe first page has words.", "13", "14\nThe third page has words.", "15\nThe fourth page, too.");
        assertEquals("\n", text.page(2));
        assertEquals(List.of(0, 26, 27, 53), text.pageStarts());
        assertEquals("12\n13\n14\n15", text.furniture());
    }

    @Test
    void romanNumbersAndPageOfPagesAreNumbers() {
        DocumentText text = pages(
                "Foreword begins.\niii", "Foreword goes on.\niv", "Foreword ends.\nv", "No number here.\nPage 4 of 4");
        assertEquals("Foreword begins.\nForeword goes on.\nForeword ends.\nNo number here.", text.text());
    }

    @Test
    void rowsOfTablesAndRefrainsStay() {
        String[] tables = new String[5];
        for (int page = 0; page < tables.length; page++) {
            tables[page] = "Kind: sheep\nHead: 4" + page * 7 + "\nKind: sheep\nHead: 11\nKind: sheep\nHead: 2"
                    + page * 3 + "\nKind: sheep";
        }
        assertEquals("", pages(tables).furniture());
        String song = "Row, row the boat\nGently down the stream\nRow, row the boat\nLife is but a dream\n";
        assertEquals(song.repeat(9), plain(song.repeat(9)).text());
        assertEquals(
                "",
                pages("Figure 1\nA lake", "Figure 2\nA hill", "Figure 3\nA shed")
                        .furniture());
        assertEquals(
                "", pages("Same line here\nA lake", "Same line here\nA hill").furniture());
    }

    @Test
    void nothingIsLost() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] pieces = {
            "The harbour",
            "4",
            "iv",
            "Page 2 of 5",
            "Related articles",
            "- Ferries of the far south",
            "Keep reading",
            "",
            "A sentence of the text ends with a stop.",
            "Continued",
            "12 Annals",
            "\u00A0",
            "• Read more: Boats of oak"
        };
        for (int round = 0; round < 400; round++) {
            List<String> pages = new ArrayList<>();
            for (int page = random.nextInt(7); page >= 0; page--) {
                StringBuilder text = new StringBuilder();
                for (int line = random.nextInt(14); line > 0; line--) {
                    text.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(9) == 0 ? "\r\n" : "\n");
                }
                pages.add(text.toString());
            }
            DocumentText text = PrintedText.of(pages, 0, random.nextBoolean(), Set.of());
            assertEquals(pages.size(), text.pages(), "seed " + seed);
            assertEquals(words(String.join("\n", pages)), words(text.text() + "\n" + text.furniture()), "seed " + seed);
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s\\u00A0]+", -1))
                .filter(word -> !word.isBlank())
                .sorted()
                .toList();
    }

    @Test
    void teasersBesideTheirHeadGoAndTheArticleGoesOn() {
        DocumentText text = plain("""
                The council met on Monday and spoke of salt for an hour.
                - Ferry strikes a pier again
                - Ferry strikes a pier again
                - Who paid for the new bell?
                Keep Reading
                In the end nothing was decided, and the salt stays where it is.
                """);
        assertEquals("""
                The council met on Monday and spoke of salt for an hour.
                In the end nothing was decided, and the salt stays where it is.
                """, text.text());
        assertEquals(4, text.furniture().lines().count());
    }

    @Test
    void aTailOfTeasersGoesWhole() {
        DocumentText text = plain("""
                Salt is dear

                Salt was dear this year, traders said on Monday, and it will be dearer.

                Visited 3 times, 1 visit(s) today

                Related Article

                Ferry strikes a pier again

                The ferry that struck a pier in May has struck it again, and the harbour master said that the pier had been in the way for as long as anybody could remember and

                Who paid for the new bell?

                Nobody knows who paid for the bell that hangs in the tower since the summer, but it was not the council, which has no money for bells, and it was certainly not the

                0
                """);
        assertEquals("""
                Salt is dear

                Salt was dear this year, traders said on Monday, and it will be dearer.

                """, text.text().replaceAll("\n{3,}", "\n\n"));
        assertTrue(text.furniture().startsWith("Visited 3 times"), text.furniture());
    }

    @Test
    void listsAndSentencesOfTheTextStay() {
        for (String whole : List.of(
                "There were three reasons:\n- the price of salt\n- the want of ships\n- the length of winter\nRelated\nThe rest is known to everybody.\n",
                "She told me to keep reading.\nKeep reading, she said.\nRead more and talk less.\n",
                "Comments\nThe minister made no comments, and the paper printed them.\nRelated articles\nThey were sold as related articles, which is why the tax was due.\n",
                "Resolution\nTweet of the bird\nSee also Annex II, which has been printed separately.\n")) {
            assertEquals(whole, plain(whole).text());
        }
    }
}
