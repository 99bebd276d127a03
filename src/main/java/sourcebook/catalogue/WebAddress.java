package sourcebook.catalogue;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// Addresses of saved pages, as far as pages and sites are told apart by them.
final class WebAddress {
    private WebAddress() {}

    /// The host of an address, in small letters and without `www.`.
    static Optional<String> host(String address) {
        return uri(address).map(WebAddress::host);
    }

    /// The address without what differs between two savings of one page: scheme, query, fragment, last slash.
    static Optional<String> page(String address) {
        return uri(address).map(uri -> {
            String path = uri.getRawPath() == null ? "" : uri.getRawPath();
            return host(uri) + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        });
    }

    private static String host(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    private static Optional<URI> uri(String address) {
        try {
            URI uri = new URI(address.strip());
            return Optional.ofNullable(uri.getHost()).map(host -> uri);
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
