package org.tickwright.market.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.testing.Shared;

/// Books made of recorded messages, against what the venues themselves said of them.
class RecordedBookTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static void lines(String file, Consumer<String> each) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Shared.requirePath("data/order-book/" + file))),
                StandardCharsets.UTF_8))) {
            reader.lines().forEach(each);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void levels(OrderBook book, boolean bid, JsonNode levels) {
        if (levels != null) {
            levels.forEach(level -> book.set(
                    bid,
                    FixedPoint.parse(level.get(0).asText(), book.priceDecimals()),
                    FixedPoint.parse(level.get(1).asText(), book.sizeDecimals())));
        }
    }

    private static int decimals(JsonNode level, int column) {
        String text = level.get(column).asText();
        return text.length() - text.indexOf('.') - 1;
    }

    /// Kraken: over the ten best asks and bids, price and size without point and leading zeros.
    private static long checksum(OrderBook book) {
        StringBuilder text = new StringBuilder();
        for (BookSide side : new BookSide[] {book.asks(), book.bids()}) {
            for (int level = 0; level < Math.min(10, side.size()); level++) {
                text.append(side.price(level)).append(side.amount(level));
            }
        }
        CRC32 crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }

    @Test
    void everyChecksumOfKrakenAgrees() throws IOException {
        Map<Integer, OrderBook> books = new HashMap<>();
        int[] counts = new int[2];
        lines("cryptofeed/KRAKEN.ws.50.0.log.gz", line -> {
            int colon = line.indexOf(": [");
            if (colon < 0) {
                return;
            }
            JsonNode message = json(line.substring(colon + 2));
            int channel = message.get(0).asInt();
            JsonNode first = message.get(1);
            if (first.has("as")) {
                JsonNode level = first.get("as").get(0);
                OrderBook book = new OrderBook(decimals(level, 0), decimals(level, 1));
                levels(book, false, first.get("as"));
                levels(book, true, first.get("bs"));
                books.put(channel, book);
                return;
            }
            OrderBook book = books.get(channel);
            String said = "";
            for (JsonNode part : message) {
                if (part.isObject()) {
                    levels(book, false, part.get("a"));
                    levels(book, true, part.get("b"));
                    said = part.has("c") ? part.get("c").asText() : said;
                }
            }
            book.keep(1000);
            assertFalse(book.crossed(), line);
            counts[0]++;
            counts[1] += said.equals(Long.toString(checksum(book))) ? 1 : 0;
        });
        assertEquals(4269, counts[0]);
        assertEquals(4269, counts[1]);
    }

    @Test
    void theBookOfBinanceHasNoHoleAndItsBestPricesAreThoseOfTheTicker() throws IOException {
        OrderBook book = new OrderBook(8, 8);
        BookSequence sequence = new BookSequence();
        int[] applied = new int[4];
        Map<Long, JsonNode> tickers = new HashMap<>();
        lines("hftbacktest/binance-spot-ethusdt-20240808.jsonl.gz", line -> {
            JsonNode message = json(line.substring(line.indexOf(' ') + 1));
            JsonNode data = message.has("data") ? message.get("data") : message;
            if (data.has("lastUpdateId")) {
                book.clear();
                levels(book, true, data.get("bids"));
                levels(book, false, data.get("asks"));
                sequence.snapshot(data.get("lastUpdateId").asLong());
                return;
            }
            if (message.has("stream") && message.get("stream").asText().contains("bookTicker")) {
                tickers.put(data.get("u").asLong(), data);
                return;
            }
            if (!"depthUpdate".equals(data.path("e").asText())) {
                return;
            }
            BookSequence.Verdict verdict =
                    sequence.next(data.get("U").asLong(), data.get("u").asLong());
            applied[verdict.ordinal()]++;
            if (verdict == BookSequence.Verdict.APPLY) {
                levels(book, true, data.get("b"));
                levels(book, false, data.get("a"));
                assertFalse(book.crossed());
                JsonNode ticker = tickers.get(data.get("u").asLong());
                if (ticker != null) {
                    applied[3]++;
                    assertEquals(
                            FixedPoint.parse(ticker.get("b").asText(), 8),
                            book.bids().price(0));
                    assertEquals(
                            FixedPoint.parse(ticker.get("A").asText(), 8),
                            book.asks().amount(0));
                }
            }
        });
        assertEquals(0, applied[BookSequence.Verdict.GAP.ordinal()]);
        assertEquals(1472, applied[BookSequence.Verdict.APPLY.ordinal()]);
        assertEquals(0, sequence.missing());
        assertTrue(applied[3] > 100, "compared with the ticker " + applied[3] + " times");
    }

    @Test
    void theBooksOfCoinbaseNeverCross() throws IOException {
        Map<String, OrderBook> books = new HashMap<>();
        int[] changes = new int[1];
        lines("cryptofeed/COINBASE.ws.28.0.log.gz", line -> {
            int colon = line.indexOf(": {");
            if (colon < 0 || line.startsWith("wss")) {
                return;
            }
            JsonNode message = json(line.substring(colon + 2));
            String product = message.path("product_id").asText();
            switch (message.path("type").asText()) {
                case "snapshot" -> {
                    OrderBook book = new OrderBook(8, 8);
                    levels(book, true, message.get("bids"));
                    levels(book, false, message.get("asks"));
                    books.put(product, book);
                    assertFalse(book.crossed(), product);
                }
                case "l2update" -> {
                    OrderBook book = books.get(product);
                    for (JsonNode change : message.get("changes")) {
                        book.set(
                                change.get(0).asText().equals("buy"),
                                FixedPoint.parse(change.get(1).asText(), 8),
                                FixedPoint.parse(change.get(2).asText(), 8));
                        changes[0]++;
                    }
                    assertFalse(book.crossed(), product);
                }
                default -> {}
            }
        });
        assertEquals(10, books.size());
        assertTrue(changes[0] > 3_000, changes[0] + " changes");
    }
}
