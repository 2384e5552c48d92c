package org.tickwright.market.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickwright.market.ImportException;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.market.feed.FeedInstrument;

/// Reads a file of messages, one a line with the time at which it came, or a table of an order book, as the events of a
/// feed: Binance, Kraken, Coinbase, Bitstamp; the tables of Tardis and Databento, and Binance's own of depth.
///
/// A line that makes no sense is an [ImportException] that names it, but for a last line that does not end: it is left
/// out and said. A file whose books have no snapshot to begin with, and that tells of nothing else, is refused.
public final class MessageFile {
    private static final int LOOK = 1 << 14;
    private static final int MOST_DECIMALS = 12;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SENT = Pattern.compile("^(wss?|https?)://\\S+ (<->|<-) .*");
    private static final Pattern ASKED = Pattern.compile("^https?://(\\S+) -> ([0-9.]+): (.*)$");
    private static final Pattern CAME = Pattern.compile("^([0-9]{9,19}(?:\\.[0-9]+)?):? ?([\\[{].*)$");
    private static final Pattern NAMED = Pattern.compile("[?&](?:symbol|pair)=([A-Za-z0-9_-]+)");
    private static final Pattern FIRST =
            Pattern.compile("^((wss?|https?)://\\S+ (<->|<-|->) |[0-9]{9,19}(\\.[0-9]+)?:? ?[{\\[]).*", Pattern.DOTALL);

    private final String name;
    private final String text;
    private final String symbol;
    private String venue = "";
    private long rows;
    private long used;
    private boolean cut;

    private MessageFile(String name, String text, String symbol) {
        this.name = name;
        this.text = text;
        this.symbol = symbol.isBlank() ? proposed(name) : symbol;
    }

    private static String proposed(String name) {
        String plain = name.replaceFirst("\\..*", "").replaceAll("[^A-Za-z0-9-]", "-");
        return plain.toUpperCase(Locale.ROOT);
    }

    /// Whether a file is one of these; its bytes unpacked.
    public static boolean knows(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(LOOK, bytes.length), StandardCharsets.ISO_8859_1);
        return FIRST.matcher(head).matches() || wholeBook(head) || BookTable.knows(firstLine(head));
    }

    private static boolean wholeBook(String head) {
        return head.startsWith("{")
                && !head.contains("\"Time Series")
                && head.matches("(?s).*\"(bids|asks)\"\\s*:\\s*\\[.*");
    }

    private static String firstLine(String head) {
        return head.lines().findFirst().orElse("");
    }

    /// Reads it; `symbol` is the instrument where messages do not name theirs.
    public static RecordedMessages read(String name, byte[] bytes, String symbol) throws ImportException {
        return new MessageFile(name, new String(bytes, StandardCharsets.UTF_8), symbol).read();
    }

    private RecordedMessages read() throws ImportException {
        MeasuringTape measured = new MeasuringTape();
        tell(measured);
        measured.decimals().values().forEach(most -> {
            most[0] = Math.min(most[0], MOST_DECIMALS);
            most[1] = Math.min(most[1], MOST_DECIMALS);
        });
        EventTape tape = new EventTape(measured.decimals());
        tell(tape);
        if (tape.events().isEmpty()) {
            throw new ImportException(
                    tape.early() == 0
                            ? name + " holds " + rows + " messages, and none tells of a market. Nothing was stored."
                            : name + " holds changes of an order book and no snapshot that they build on. Nothing was"
                                    + " stored; import a recording that begins with a snapshot.");
        }
        List<FeedInstrument> instruments = new ArrayList<>();
        Set<String> told = new HashSet<>();
        tape.events().forEach(event -> told.add(event.symbol()));
        measured.decimals().forEach((named, most) -> {
            if (told.contains(named)) {
                instruments.add(new FeedInstrument(named, named, most[0], most[1], ExchangeCalendars.ALWAYS));
            }
        });
        return new RecordedMessages(
                venue,
                instruments,
                tape.channels(),
                List.copyOf(tape.events()),
                rows,
                used - tape.early(),
                tape.findings(),
                notes(tape));
    }

    private List<String> notes(EventTape tape) {
        List<String> notes = new ArrayList<>();
        if (tape.checked() > 0) {
            int wrong = tape.findings().getOrDefault("CHECKSUM_MISMATCH", 0);
            notes.add((tape.checked() - wrong) + " of " + tape.checked() + " checksums of the venue agree.");
        }
        if (tape.early() > 0) {
            notes.add(tape.early() + " changes of books were left out: no snapshot comes before them, or it has them.");
        }
        if (cut) {
            notes.add("The last line is cut off and was left out.");
        }
        return notes;
    }

    private void tell(Tape tape) throws ImportException {
        rows = 0;
        used = 0;
        if (BookTable.knows(firstLine(text))) {
            BookTable table = new BookTable(name, text, symbol);
            try {
                table.tell(tape);
            } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
                throw wrong(table.rows() + 1, String.valueOf(e.getMessage()), e);
            }
            venue = table.venue();
            rows = table.rows();
            used = table.used();
        } else if (wholeBook(text.substring(0, Math.min(LOOK, text.length())))) {
            snapshot(tape);
        } else {
            lines(tape);
        }
    }

    private void snapshot(Tape tape) throws ImportException {
        try {
            JsonNode book = JSON.readTree(text);
            rows = (long) book.path("bids").size() + book.path("asks").size();
            Dialect dialect = new BitstampMessages();
            if (!dialect.knows(book) || !dialect.tell(book, symbol, 0, tape)) {
                throw new ImportException(
                        name + " holds a book without the time at which it was so. Nothing was stored.");
            }
            venue = dialect.venue();
            used = rows;
        } catch (JsonProcessingException e) {
            throw new ImportException(name + " is JSON that is cut off or damaged. Nothing was stored.", e);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ImportException(name + ": " + e.getMessage() + ". Nothing was stored.", e);
        }
    }

    private void lines(Tape tape) throws ImportException {
        List<Dialect> dialects =
                List.of(new BinanceMessages(), new KrakenMessages(), new CoinbaseMessages(), new BitstampMessages());
        int from = 0;
        for (long line = 1; from < text.length(); line++) {
            int newline = text.indexOf('\n', from);
            int end = newline < 0 ? text.length() : newline;
            String said = text.substring(from, end).strip();
            from = end + 1;
            if (said.isEmpty()) {
                continue;
            }
            rows++;
            if (!SENT.matcher(said).matches()) {
                line(said, line, newline < 0, dialects, tape);
            }
        }
    }

    private void line(String said, long line, boolean last, List<Dialect> dialects, Tape tape) throws ImportException {
        Matcher asked = ASKED.matcher(said);
        Matcher came = CAME.matcher(said);
        boolean answer = asked.matches();
        if (!answer && !came.matches()) {
            if (last) {
                cut = true;
                return;
            }
            throw wrong(line, "it is no message with the time at which it came", null);
        }
        try {
            JsonNode message = JSON.readTree(answer ? asked.group(3) : came.group(2));
            Matcher named = NAMED.matcher(answer ? asked.group(1) : "");
            String of = named.find() ? named.group(1) : "";
            long arrival = arrival(answer ? asked.group(2) : came.group(1));
            for (Dialect dialect : dialects) {
                if (dialect.knows(message)) {
                    used += dialect.tell(message, of, arrival, tape) ? 1 : 0;
                    venue = dialect.venue();
                    return;
                }
            }
            throw wrong(line, "it is a message of no venue that is known here", null);
        } catch (JsonProcessingException e) {
            if (!last) {
                throw wrong(line, "the message is cut off or damaged", e);
            }
            cut = true;
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            throw wrong(line, String.valueOf(e.getMessage()), e);
        }
    }

    private ImportException wrong(long line, String what, @org.jspecify.annotations.Nullable Exception cause) {
        String message = name + ", line " + line + ": " + what + ". Nothing was stored.";
        return cause == null ? new ImportException(message) : new ImportException(message, cause);
    }

    /// Seconds with a fraction, or whole milliseconds, microseconds or nanoseconds by their length.
    private static long arrival(String text) {
        if (text.indexOf('.') >= 0) {
            return new BigDecimal(text).movePointRight(9).longValue();
        }
        long value = Long.parseLong(text);
        return switch (text.length()) {
            case 9, 10 -> Math.multiplyExact(value, 1_000_000_000L);
            case 13 -> Math.multiplyExact(value, 1_000_000L);
            case 16 -> Math.multiplyExact(value, 1_000L);
            case 19 -> value;
            default -> throw new IllegalArgumentException(text + " is no time since 1970");
        };
    }
}
