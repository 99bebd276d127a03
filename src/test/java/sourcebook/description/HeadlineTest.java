package sourcebook.description;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Titles of web pages: the headline shown, against what the page's data and its title element say.
final class HeadlineTest {
    private static final String TEXT =
            "<p>The ferry to the islands leaves twice a day now, and in winter once, when the ice lets it through.</p>"
                    .repeat(3);

    private final Describer describer = new Describer();

    private String title(String head, String body) {
        return describer
                .describe(Documents.page("<html><head>" + head + "</head><body>" + body + TEXT + "</body></html>"))
                .record()
                .titleText();
    }

    @Test
    void theHeadingGoesBeforeATitleElementThatOnlyNamesTheSite() {
        assertEquals(
                "Two ferries a day",
                title("<title>Skerry Observer</title>", "<div>Skerry Observer</div><h1>Two ferries a day</h1>"));
    }

    @Test
    void theHeadingShownGoesBeforeTitlesMadeForOthers() {
        assertEquals(
                "Two ferries a day",
                title(
                        "<title>Ferries, timetable, tickets</title><meta property='og:title' content='You will not believe how often the ferry leaves'>",
                        "<h1>Two ferries a day</h1>"));
    }

    @Test
    void aHeadingThatNamesTheSiteIsNotTheTitle() {
        assertEquals(
                "Two ferries a day to the islands",
                title(
                        "<title>Skerry Observer » Blog » Two ferries a day to the islands</title><meta property='og:site_name' content='Skerry Observer'>",
                        "<h1>Skerry Observer</h1><h2>Two ferries a day to the islands</h2>"));
        assertEquals(
                "Two ferries a day to the islands",
                title(
                        "<title>Two ferries a day to the islands : The Observers | Founded 2005</title>",
                        "<h1>The Observers</h1><h3>Two ferries a day to the islands</h3>"));
    }

    @Test
    void aKickerInABoxOfItsOwnIsNotPartOfTheTitle() {
        assertEquals(
                "Two ferries a day to the islands",
                title(
                        "<title>Two ferries a day to the islands</title>",
                        "<h1><div>Traffic</div><div>Two ferries a day to the islands</div></h1>"));
    }

    @Test
    void severalHeadingsOfTheFirstLevelLeaveItToTheData() {
        assertEquals(
                "Two ferries a day",
                title(
                        "<meta property='og:title' content='Two ferries a day'>",
                        "<h1>Islands</h1><h1>Two ferries a day</h1>"));
    }
}
