package sourcebook.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.access.Access.Recognition;
import sourcebook.catalogue.Database;

final class AccessTest {
    private static final String PASSWORD = "a long enough password";

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final InstantSource clock = now::get;
    private final List<String> tokens = new ArrayList<>();
    private Database database;
    private Access access;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("catalogue.sqlite"));
        access = new Access(database.source(), true, clock, tokens::add);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.9", "localhost", "::1", "[::1]", " 127.0.0.1 "})
    void thisComputerAloneNeedsNoAccount(String address) {
        assertFalse(Access.required(address));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0.0.0.0", "::", "192.168.1.7", "10.0.0.1", "8.8.8.8", "no-such-host.invalid"})
    void everythingElseDoes(String address) {
        assertTrue(Access.required(address));
    }

    @Test
    void aTokenIsTypedAsPeopleType() {
        String typed = tokens.getFirst().replace("-", " ").toUpperCase(Locale.ROOT) + " ";
        assertEquals(new FirstStart.Done("anna"), access.createAccount(typed, " anna ", PASSWORD, "here"));
        assertEquals(1, tokens.size());
    }

    @Test
    void tenWrongTokensMakeTheRightOneWorthless() {
        String first = tokens.getFirst();
        for (int i = 0; i < 10; i++) {
            assertInstanceOf(FirstStart.Refused.class, access.createAccount("wrong", "eve", PASSWORD, "client " + i));
        }
        assertEquals(2, tokens.size());
        assertNotEquals(first, tokens.getLast());
        assertInstanceOf(FirstStart.Refused.class, access.createAccount(first, "eve", PASSWORD, "there"));
        assertEquals(new FirstStart.Done("anna"), access.createAccount(tokens.getLast(), "anna", PASSWORD, "here"));
    }

    @Test
    void noAccountIsMadeWhereNoneIsNeeded() {
        Access open = new Access(database.source(), false, clock, tokens::add);
        assertEquals(1, tokens.size(), "only the first one printed a token");
        assertInstanceOf(FirstStart.Refused.class, open.createAccount(tokens.getFirst(), "eve", PASSWORD, "here"));
        assertFalse(open.hasAccount());
    }

    @Test
    void passwordsThatAreRefused() {
        for (String password : List.of(
                "", "eleven char", "aaaaaaaaaaaaaaaaaa", "Long-Name-Of-Anna", "x".repeat(30) + "ü".repeat(22))) {
            assertInstanceOf(
                    FirstStart.Refused.class,
                    access.createAccount(tokens.getFirst(), "long-name-of-anna", password, "here"),
                    password);
        }
        assertFalse(access.hasAccount());
    }

    @Test
    void thePasswordIsKeptAsAHashAndComparedInOneForm() {
        access.createAccount(tokens.getFirst(), "anna", "Gru\u0308ne Wiese am See", "here");
        Account kept = new Accounts(database.source(), clock).find().orElseThrow();
        assertTrue(kept.passwordHash().startsWith("$2"), kept.passwordHash());
        assertEquals(new Recognition.Known("anna"), access.recognise("anna", "Gr\u00fcne Wiese am See", "here"));
        assertEquals(new Recognition.Unknown(), access.recognise("anna", "Grune Wiese am See", "here"));
        assertEquals(new Recognition.Unknown(), access.recognise("Anna", "Gr\u00fcne Wiese am See", "here"));
        assertEquals(new Recognition.Unknown(), access.recognise("anna", "x".repeat(100), "here"));
        assertEquals(new Recognition.Unknown(), access.recognise("anna", "", "here"));
    }

    @Test
    void whoGuessesWaitsLongerEachTimeAndNobodyElseDoes() {
        access.createAccount(tokens.getFirst(), "anna", PASSWORD, "here");
        for (int i = 0; i < 5; i++) {
            assertEquals(new Recognition.Unknown(), access.recognise("anna", "guess " + i, "there"));
        }
        assertInstanceOf(Recognition.TooSoon.class, access.recognise("anna", PASSWORD, "there"));
        assertEquals(new Recognition.Known("anna"), access.recognise("anna", PASSWORD, "here"));

        now.updateAndGet(time -> time.plus(Duration.ofSeconds(2)));
        assertEquals(new Recognition.Unknown(), access.recognise("anna", "guess", "there"));
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(3)));
        assertInstanceOf(Recognition.TooSoon.class, access.recognise("anna", "guess", "there"));
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(2)));
        assertEquals(new Recognition.Known("anna"), access.recognise("anna", PASSWORD, "there"));
    }
}
