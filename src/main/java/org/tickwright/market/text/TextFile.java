package org.tickwright.market.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;

/// The bytes of a text file, unpacked, without a byte order mark, in a superset of ASCII.
///
/// Files that are no text are refused with a word on what they are.
///
/// @param form what the text was before it became rows, such as `Gzip, `; empty where it came as it is
/// @param lines the number of each line, null where they count from 1
/// @param zone the zone that the file states beside its rows, null where it states none
record TextFile(
        String name,
        byte[] bytes,
        String form,
        long @Nullable [] lines,
        @Nullable ZoneId zone) {
    private static final int LOOK = 4096;

    /// Text whose lines count from 1.
    TextFile(String name, byte[] bytes, boolean unpacked) {
        this(name, bytes, unpacked ? "Gzip, " : "", null, null);
    }

    /// The rows of the text.
    RowScanner rows(byte separator) {
        return new RowScanner(bytes, separator, lines);
    }

    /// The options, with the zone that the file states where they state none.
    ImportOptions zoned(ImportOptions options) {
        return zone == null || options.zone() != null ? options : options.withZone(zone);
    }

    /// True if it begins as JSON does.
    boolean json() {
        for (byte b : bytes) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == '{' || b == '[';
            }
        }
        return false;
    }

    /// Reads a file whole; more than a quarter of the memory there is, or 2 GiB, is refused.
    static TextFile read(Path file) throws ImportException {
        String name = file.getFileName() == null
                ? file.toString()
                : file.getFileName().toString();
        return raw(file, name).understood();
    }

    private static TextFile raw(Path file, String name) throws ImportException {
        try (InputStream in = Files.newInputStream(file)) {
            return unpacked(name, in);
        } catch (NoSuchFileException e) {
            throw new ImportException("There is no file " + file + ". Check the path.", e);
        } catch (IOException e) {
            throw new ImportException("Could not read " + file + ": " + e.getMessage() + ". Nothing was stored.", e);
        }
    }

    private static TextFile unpacked(String name, InputStream in) throws ImportException, IOException {
        byte[] bytes = limited(name, in);
        boolean packed = bytes.length > 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
        if (packed) {
            bytes = unpack(name, bytes);
        }
        bytes = plain(bytes);
        refuseWhatIsNoTable(name, bytes);
        return new TextFile(name, bytes, packed);
    }

    /// The table that the text is: its own, or what JSON or another form holds.
    TextFile understood() throws ImportException {
        return json() ? JsonRows.of(this) : ForeignText.table(this);
    }

    /// Reads a stream whole, under the name that messages use.
    static TextFile read(String name, InputStream in) throws ImportException {
        return raw(name, in).understood();
    }

    /// Like [#read(Path)], as the bytes lie there.
    static TextFile raw(Path file) throws ImportException {
        return raw(
                file,
                file.getFileName() == null
                        ? file.toString()
                        : file.getFileName().toString());
    }

    /// Like [#read(String, InputStream)], as the bytes lie there.
    static TextFile raw(String name, InputStream in) throws ImportException {
        try {
            return unpacked(name, in);
        } catch (IOException e) {
            throw new ImportException("Could not read " + name + ": " + e.getMessage(), e);
        }
    }

    private static byte[] unpack(String name, byte[] bytes) throws ImportException, IOException {
        try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(bytes), 1 << 16)) {
            return limited(name, in);
        } catch (EOFException | ZipException e) {
            throw new ImportException(
                    name + " is a gzip file that is cut off or damaged. Nothing was stored; fetch it again.", e);
        }
    }

    private static byte[] limited(String name, InputStream in) throws ImportException, IOException {
        int limit = (int) Math.min(Integer.MAX_VALUE - 64, Runtime.getRuntime().maxMemory() / 4);
        byte[] bytes = in.readNBytes(limit);
        if (bytes.length == limit && in.read() >= 0) {
            throw new ImportException(name + " is larger than " + (limit >> 20)
                    + " MB unpacked, more than can be read at once here. Split it, or give the program more memory"
                    + " (-Xmx).");
        }
        return bytes;
    }

    /// Drops a byte order mark and brings UTF-16 to UTF-8.
    private static byte[] plain(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return Arrays.copyOfRange(bytes, 3, bytes.length);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return utf16(bytes, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return utf16(bytes, StandardCharsets.UTF_16BE);
        }
        return bytes;
    }

    private static byte[] utf16(byte[] bytes, Charset charset) {
        return new String(bytes, 2, bytes.length - 2, charset).getBytes(StandardCharsets.UTF_8);
    }

    private static void refuseWhatIsNoTable(String name, byte[] bytes) throws ImportException {
        String head = new String(bytes, 0, Math.min(LOOK, bytes.length), StandardCharsets.ISO_8859_1).strip();
        String lower = head.toLowerCase(Locale.ROOT);
        if (head.isEmpty()) {
            throw new ImportException(name + " is empty.");
        }
        if (head.startsWith("PK")) {
            throw new ImportException(name + " is a zip archive or a spreadsheet. Unpack it, or save it as CSV.");
        }
        if (head.startsWith("PAR1")) {
            throw new ImportException(
                    name + " is a Parquet file, which is read as a series of bars alone. Save it as CSV.");
        }
        if (head.startsWith("ARROW1") || head.startsWith("FEA1")) {
            throw new ImportException(
                    name + " is a Feather or Arrow file, which cannot be read. Save it as Parquet or CSV.");
        }
        if (head.indexOf('\0') >= 0) {
            throw new ImportException(name + " is not a text file. Save the data as CSV.");
        }
        if (lower.startsWith("<!doctype") || lower.startsWith("<html") || lower.startsWith("<?xml")) {
            throw new ImportException(
                    name + " is a web page or XML, not a table. The download may have failed; fetch it again as CSV.");
        }
    }
}
