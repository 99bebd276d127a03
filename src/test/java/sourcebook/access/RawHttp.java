package sourcebook.access;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Requests written by hand, so that a test can send what a browser or an attacker sends: any Host, Origin and path.
public record RawHttp(int port) {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    /// @param headers names in lower case; several values of one name in order
    public record Answer(int status, Map<String, List<String>> headers, byte[] bytes) {
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return Optional.ofNullable(headers.get(name)).map(List::getFirst).orElse("");
        }

        /// The cookies that were set, as a browser sends them back.
        public String cookies() {
            return headers.getOrDefault("set-cookie", List.of()).stream()
                    .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                    .filter(cookie -> !cookie.endsWith("="))
                    .collect(Collectors.joining("; "));
        }
    }

    public Answer get(String path, String... headers) throws IOException {
        return send("GET", path, new byte[0], headers);
    }

    /// Sends a form as a browser on this server's own page does.
    public Answer form(String path, String body, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of("Content-Type: application/x-www-form-urlencoded"));
        all.addAll(Arrays.asList(headers));
        return send("POST", path, body.getBytes(StandardCharsets.UTF_8), all.toArray(String[]::new));
    }

    public Answer json(String method, String path, String body, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of("Content-Type: application/json"));
        all.addAll(Arrays.asList(headers));
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), all.toArray(String[]::new));
    }

    /// @param headers whole lines; a Host or Content-Length line replaces the usual one
    public Answer send(String method, String path, byte[] body, String... headers) throws IOException {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        if (Arrays.stream(headers).noneMatch(line -> line.startsWith("Host:"))) {
            head.append("Host: 127.0.0.1:").append(port).append("\r\n");
        }
        for (String line : headers) {
            head.append(line).append("\r\n");
        }
        if ((body.length > 0 || method.equals("POST"))
                && Arrays.stream(headers).noneMatch(line -> line.startsWith("Content-Length:"))) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(head.toString().getBytes(StandardCharsets.UTF_8));
            out.write(body);
            out.flush();
            return parse(read(new BufferedInputStream(socket.getInputStream())));
        }
    }

    /// Reads as far as the answer goes, which may be before the server closes: it waits for a body it was promised.
    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int end = -1;
        long length = Long.MAX_VALUE;
        for (int next = in.read(); next >= 0; next = in.read()) {
            all.write(next);
            if (end < 0
                    && next == '\n'
                    && all.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                end = all.size();
                Matcher promised = LENGTH.matcher(all.toString(StandardCharsets.ISO_8859_1));
                length = promised.find() ? Long.parseLong(promised.group(1)) : length;
            }
            if (end >= 0 && all.size() - end >= length) {
                break;
            }
        }
        return all.toByteArray();
    }

    private static Answer parse(byte[] all) {
        String latin = new String(all, StandardCharsets.ISO_8859_1);
        int end = latin.indexOf("\r\n\r\n");
        String[] lines = latin.substring(0, end).split("\r\n", -1);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.computeIfAbsent(lines[i].substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(lines[i].substring(colon + 1).strip());
        }
        byte[] body = Arrays.copyOfRange(all, end + 4, all.length);
        boolean chunked = headers.getOrDefault("transfer-encoding", List.of()).contains("chunked");
        return new Answer(Integer.parseInt(lines[0].split(" ", -1)[1]), headers, chunked ? joined(body) : body);
    }

    private static byte[] joined(byte[] chunked) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int line = at;
            while (chunked[line] != '\r') {
                line++;
            }
            int length = Integer.parseInt(new String(chunked, at, line - at, StandardCharsets.US_ASCII), 16);
            if (length == 0) {
                return out.toByteArray();
            }
            out.write(chunked, line + 2, length);
            at = line + 2 + length + 2;
        }
    }
}
