package sourcebook.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/// Where the server listens, and under which names it may be addressed.
///
/// @param address a name or number; the loopback address unless `server.address` says otherwise
/// @param names further host names that point to this server (`sourcebook.names`, with commas between them), lower case
/// @param accountRequired true for every address but the loopback one, and when `sourcebook.account` is `always`: for a
///     server that a proxy opens to a network
record Binding(String address, Set<String> names, boolean accountRequired) {
    private static final String LOOPBACK = "127.0.0.1";

    Binding {
        names = Set.copyOf(names);
    }

    static Binding of(Environment environment) {
        String given = environment.getProperty("server.address", "").strip();
        String address = given.isEmpty() ? LOOPBACK : given;
        Set<String> names = Arrays.stream(
                        environment.getProperty("sourcebook.names", "").split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        boolean always =
                environment.getProperty("sourcebook.account", "").strip().equalsIgnoreCase("always");
        return new Binding(address, names, always || Access.required(address));
    }

    InetAddress inetAddress() {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException unknown) {
            throw new IllegalStateException("The server cannot listen at “" + address + "”: no such address.", unknown);
        }
    }
}
