package org.tickwright.market.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Splits bytes into rows of fields without creating objects.
///
/// Lines end in LF, CRLF or CR. Blank lines and lines starting with `#` are skipped but counted. A field may stand in
/// double quotes; blanks around fields do not count. A quoted field ends at the end of its line at the latest, so one
/// stray quote costs one row.
final class RowScanner {
    private final byte[] bytes;
    private final byte separator;
    private final long @Nullable [] lines;
    private int position;
    private int scanned;
    private long line;
    private int count;
    private int[] starts = new int[32];
    private int[] ends = new int[32];

    /// A scanner at the first byte, which is on line 1.
    RowScanner(byte[] bytes, byte separator) {
        this(bytes, separator, null);
    }

    /// A scanner over lines that come from elsewhere: `lines` numbers them.
    RowScanner(byte[] bytes, byte separator, long @Nullable [] lines) {
        this.bytes = bytes;
        this.separator = separator;
        this.lines = lines;
    }

    /// Goes to the next row; false at the end.
    boolean next() {
        while (position < bytes.length) {
            line = lines == null ? line + 1 : lines[scanned++];
            byte first = bytes[position];
            if (first == '#') {
                skipLine();
            } else {
                scanLine();
                if (count > 1 || ends[0] > starts[0]) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The line of the current row; 1 is the first.
    long line() {
        return line;
    }

    /// The byte after the current row.
    int position() {
        return position;
    }

    /// The number of fields of the current row.
    int count() {
        return count;
    }

    /// Where field `i` of the current row starts.
    int start(int i) {
        return starts[i];
    }

    /// Where field `i` ends (exclusive).
    int end(int i) {
        return ends[i];
    }

    /// True if field `i` has no characters.
    boolean empty(int i) {
        return starts[i] == ends[i];
    }

    /// The text of field `i`.
    String text(int i) {
        return new String(bytes, starts[i], ends[i] - starts[i], StandardCharsets.UTF_8);
    }

    /// The texts of all fields.
    List<String> texts() {
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text(i));
        }
        return texts;
    }

    private void skipLine() {
        while (position < bytes.length && bytes[position] != '\n' && bytes[position] != '\r') {
            position++;
        }
        endLine();
    }

    private void endLine() {
        if (position < bytes.length && bytes[position] == '\r') {
            position++;
            if (position < bytes.length && bytes[position] == '\n') {
                position++;
            }
        } else if (position < bytes.length) {
            position++;
        }
    }

    private void scanLine() {
        count = 0;
        int at = position;
        int length = bytes.length;
        while (true) {
            while (at < length && bytes[at] == ' ' && separator != ' ') {
                at++;
            }
            at = at < length && bytes[at] == '"' ? quoted(at) : plain(at);
            if (at >= length || bytes[at] != separator) {
                break;
            }
            at++;
        }
        position = at;
        endLine();
    }

    private int plain(int from) {
        int at = from;
        while (at < bytes.length) {
            byte b = bytes[at];
            if (b == separator || b == '\n' || b == '\r') {
                break;
            }
            at++;
        }
        int end = at;
        while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == '\t')) {
            end--;
        }
        field(from, end);
        return at;
    }

    private int quoted(int quote) {
        int at = quote + 1;
        int end = -1;
        while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
            if (bytes[at] == '"') {
                if (at + 1 < bytes.length && bytes[at + 1] == '"') {
                    at++;
                } else {
                    end = at;
                    break;
                }
            }
            at++;
        }
        if (end < 0) {
            field(quote, at);
            return at;
        }
        int from = quote + 1;
        while (from < end && bytes[from] == ' ') {
            from++;
        }
        int to = end;
        while (to > from && bytes[to - 1] == ' ') {
            to--;
        }
        int after = end + 1;
        while (after < bytes.length && bytes[after] == ' ') {
            after++;
        }
        boolean ended =
                after >= bytes.length || bytes[after] == separator || bytes[after] == '\n' || bytes[after] == '\r';
        if (ended) {
            field(from, to);
            return after;
        }
        return plain(quote);
    }

    private void field(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count++] = end;
    }
}
