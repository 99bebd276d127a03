package sourcebook.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who may use the archive. On this computer alone: whoever can use the computer. As soon as the server listens to a
/// network: the one account, whose password is set at the first start with a token that only the log shows.
///
/// Thread-safe.
public final class Access {
    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final Pattern NAME =
            Pattern.compile("[^\\p{Cntrl}\\p{Cf}:]{1,64}"); // Basic has no way to send a colon
    private static final int WRONG_TOKENS = 10;

    private final boolean required;
    private final Accounts accounts;
    private final Attempts attempts;
    private final Password passwords = new Password();
    private final Consumer<String> announcement;
    private final ReentrantLock oneLogin = new ReentrantLock();
    private @Nullable Token token; // guarded by this
    private int wrongTokens; // guarded by this

    /// @param required whether the archive may only be used with the account
    public Access(DataSource database, boolean required) {
        this(database, required, InstantSource.system(), Access::announce);
    }

    /// @param announcement takes the text of each one-time token
    Access(DataSource database, boolean required, InstantSource clock, Consumer<String> announcement) {
        this.required = required;
        this.accounts = new Accounts(database, clock);
        this.attempts = new Attempts(clock);
        this.announcement = announcement;
        if (required && !hasAccount()) {
            renewToken();
        }
    }

    /// Whether a server bound to this address needs the account: any address that is not only this computer's, one that
    /// cannot be resolved, and none at all, which means every address.
    public static boolean required(@Nullable String bindAddress) {
        if (bindAddress == null || bindAddress.isBlank()) {
            return true;
        }
        try {
            return !Arrays.stream(InetAddress.getAllByName(bindAddress.strip()))
                    .allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException unknown) {
            return true;
        }
    }

    /// Whether this archive may only be used with the account.
    public boolean required() {
        return required;
    }

    public boolean hasAccount() {
        return accounts.find().isPresent();
    }

    /// Makes the account, once. A token that was accepted is worth nothing afterwards; after ten wrong ones there is a
    /// new one in the log.
    ///
    /// @param client who asks, as an address: guesses are slowed down by client
    public synchronized FirstStart createAccount(String typedToken, String name, String password, String client) {
        if (!required || hasAccount()) {
            return new FirstStart.Refused("There is an account already.");
        }
        Duration wait = attempts.begin(client);
        if (!wait.isZero()) {
            return new FirstStart.Refused(Attempts.sentence(wait));
        }
        if (token == null || !token.is(typedToken)) {
            wrongTokens++;
            if (token == null || wrongTokens >= WRONG_TOKENS) {
                renewToken();
            }
            return new FirstStart.Refused("This is not the token that the server's log shows.");
        }
        attempts.succeeded(client);
        String bare = name.strip();
        if (!NAME.matcher(bare).matches()) {
            return new FirstStart.Refused("A name has 1 to 64 characters and no colon.");
        }
        Optional<String> objection = Password.objection(password, bare);
        if (objection.isPresent()) {
            return new FirstStart.Refused(objection.get());
        }
        boolean made = accounts.create(new Account(bare, passwords.hash(password)));
        token = null;
        return made ? new FirstStart.Done(bare) : new FirstStart.Refused("There is an account already.");
    }

    /// Who acts in this thread: the account's name, or the name that the operating system gives the person.
    public String currentPerson() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken)) {
            return who.getName();
        }
        return System.getProperty("user.name", "unknown");
    }

    /// Whose saved searches, lists and history are meant in this thread: the account's; an empty name for the one
    /// shared
    /// person of an archive that needs no account.
    public String owner() {
        return required ? currentPerson() : "";
    }

    /// What became of a login.
    sealed interface Recognition {
        record Known(String name) implements Recognition {}

        record Unknown() implements Recognition {}

        /// Not looked at: the client has to wait first.
        record TooSoon(String sentence) implements Recognition {}
    }

    /// Tells whether name and password are the account's. Takes as long for a wrong name as for a wrong password.
    ///
    /// One at a time: a program that sends several requests at once, with the right password, is no guesser.
    Recognition recognise(String name, String password, String client) {
        Optional<Account> found = accounts.find();
        if (found.isEmpty()) {
            return new Recognition.Unknown();
        }
        Account account = found.get();
        boolean known = account.name().equals(name.strip());
        if (known && passwords.wasRight(password, account.passwordHash())) {
            return new Recognition.Known(account.name());
        }
        oneLogin.lock();
        try {
            if (known && passwords.wasRight(password, account.passwordHash())) {
                return new Recognition.Known(account.name());
            }
            Duration wait = attempts.begin(client);
            if (!wait.isZero()) {
                return new Recognition.TooSoon(Attempts.sentence(wait));
            }
            boolean right = passwords.matches(password, account.passwordHash());
            if (!known || !right) {
                return new Recognition.Unknown();
            }
            attempts.succeeded(client);
            return new Recognition.Known(account.name());
        } finally {
            oneLogin.unlock();
        }
    }

    private synchronized void renewToken() {
        wrongTokens = 0;
        token = new Token();
        announcement.accept(token.text());
    }

    private static void announce(String token) {
        LOG.warn("This archive has no account yet. Open /first-start on this server and enter the token {}", token);
    }
}
