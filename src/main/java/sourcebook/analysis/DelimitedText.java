package sourcebook.analysis;

import java.util.ArrayList;
import java.util.List;

/// Reads CSV (RFC 4180), with any one separator: quoted cells may hold separators, line ends and doubled quotation
/// marks. Lines without anything are left out.
final class DelimitedText {
    private final String text;
    private final char separator;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int at;

    private DelimitedText(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /// @throws IllegalArgumentException with a sentence when a quoted cell does not end
    static List<List<String>> parse(String text, char separator) {
        DelimitedText parsed = new DelimitedText(text, separator);
        while (parsed.at < text.length()) {
            parsed.cell();
        }
        parsed.endRow();
        return parsed.rows;
    }

    private void cell() {
        boolean quoted = text.charAt(at) == '"';
        row.add(quoted ? quoted() : plain());
        while (at < text.length() && quoted && !ends(text.charAt(at))) {
            at++; // what stands behind a closing quotation mark belongs to no cell
        }
        if (at < text.length()) {
            char end = text.charAt(at++);
            if (end != separator) {
                at += end == '\r' && at < text.length() && text.charAt(at) == '\n' ? 1 : 0;
                endRow();
            } else if (at == text.length()) {
                row.add("");
            }
        }
    }

    private boolean ends(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    private String plain() {
        int from = at;
        while (at < text.length() && !ends(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        int from = at;
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '"') {
                cell.append(c);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else {
                at++;
                return cell.toString();
            }
        }
        long line = 1 + text.substring(0, from).chars().filter(c -> c == '\n').count();
        throw new IllegalArgumentException("The quotation mark in line " + line + " of the list is not closed.");
    }

    private void endRow() {
        if (row.stream().anyMatch(cell -> !cell.isBlank())) {
            rows.add(row);
        }
        row = new ArrayList<>();
    }
}
