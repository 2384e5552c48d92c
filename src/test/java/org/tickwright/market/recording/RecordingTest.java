package org.tickwright.market.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.kernel.ContentHash;
import org.tickwright.market.LiveBars;
import org.tickwright.market.TickBars;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.TradeTicks.Aggressor;
import org.tickwright.market.exchange.ExchangeSettings;
import org.tickwright.market.exchange.SimulatedExchange;
import org.tickwright.market.feed.BookLevels;
import org.tickwright.market.feed.Channel;
import org.tickwright.market.feed.EventSource;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedException;
import org.tickwright.market.feed.FeedInstrument;
import org.tickwright.market.feed.FeedStatus;

class RecordingTest {
    private static final long START = 1_772_463_600_000_000_000L;

    @TempDir
    private Path folder = Path.of("");

    private static RecordingHeader header(EventSource source) {
        return new RecordingHeader(source.name(), true, START, source.channels(), source.instruments());
    }

    private List<FeedEvent> record(Path file, int events) throws IOException {
        List<FeedEvent> told = new ArrayList<>();
        try (SimulatedExchange exchange = new SimulatedExchange(ExchangeSettings.of(3, START));
                RecordingWriter writer = new RecordingWriter(file, header(exchange), RecordingWriter.LONGEST_WAIT)) {
            for (int i = 0; i < events; i++) {
                FeedEvent event = exchange.next().arrived(START + 1_000_000L * i);
                told.add(event);
                writer.append(event);
            }
            assertTrue(writer.safe() <= events);
        }
        return told;
    }

    private static List<FeedEvent> read(Recording recording) throws FeedException {
        List<FeedEvent> events = new ArrayList<>();
        for (FeedEvent event = recording.next(); event != null; event = recording.next()) {
            events.add(event);
        }
        return events;
    }

    @Test
    void everyEventComesBackBitForBit() throws Exception {
        Path file = folder.resolve("day.feed");
        List<FeedEvent> told = record(file, 30_000);
        try (Recording recording = Recording.open(file)) {
            assertEquals(told, read(recording));
            assertTrue(recording.complete());
            assertEquals(0, recording.tornBytes());
            assertTrue(recording.simulated());
            assertEquals(
                    ExchangeSettings.INSTRUMENTS.size(), recording.instruments().size());
            assertEquals("Simulated exchange, seed 3", recording.header().feed());
        }
        assertTrue(Files.size(file) < 40L * told.size(), () -> "Large: " + told.size());
    }

    /// A file that version 1 of the format wrote reads as it did then, whatever the program has become.
    @Test
    void whatVersionOneWroteIsReadAsItWas() throws Exception {
        Path file = folder.resolve("version-1.feed");
        try (var written = Objects.requireNonNull(RecordingTest.class.getResourceAsStream("version-1.feed"))) {
            Files.copy(written, file);
        }
        ContentHash hash = new ContentHash();
        try (Recording recording = Recording.open(file)) {
            for (FeedEvent event : read(recording)) {
                hash.add(event.arrived(0).toString());
            }
            assertTrue(recording.complete());
        }
        assertEquals("56c3a8c114990f1a54fe6b2c8196c7eb22e8026288e38e8a652aafcf256efe94", hash.hex());
    }

    @Test
    void everyKindOfEventComesBack() throws Exception {
        FeedInstrument a = new FeedInstrument("A", "Ä", 2, 0, "24-7");
        List<FeedEvent> all = List.of(
                new FeedEvent.StatusChange(1, 2, FeedStatus.LIVE, "in words"),
                new FeedEvent.Trade("A", Long.MAX_VALUE, Long.MIN_VALUE, 0.1 + 0.2, Double.MIN_VALUE, Aggressor.SELLER),
                new FeedEvent.Quote("A", -5, 5, Double.NaN, 0, 1e300, 2),
                new FeedEvent.BookSnapshot(
                        "A", 3, 4, -1, BookLevels.NONE, new BookLevels(new long[] {9, 1L << 60}, new long[] {0, 7})),
                new FeedEvent.BookChange(
                        "A", 3, 4, 5, 9, new BookLevels(new long[] {1}, new long[] {2}), BookLevels.NONE),
                new FeedEvent.BarDone("A", 3, 4, Timeframe.MINUTE, 1, 2, 0.5, 1.5, 100),
                new FeedEvent.Gap("A", 3, 4, Channel.TRADES, -1, "why"),
                new FeedEvent.Resync("A", 3, 4, Channel.BOOK),
                new FeedEvent.Heartbeat(7, 8));
        Path file = folder.resolve("kinds.feed");
        RecordingHeader header = new RecordingHeader("all", false, START, EnumSet.allOf(Channel.class), List.of(a));
        try (RecordingWriter writer = new RecordingWriter(file, header, 0)) {
            for (FeedEvent event : all) {
                writer.append(event);
            }
            assertEquals(all.size(), writer.events());
        }
        try (Recording recording = Recording.open(file)) {
            assertEquals(header, recording.header());
            assertEquals(all.subList(1, 8), read(recording));
            assertEquals(all.size(), recording.events());
        }
    }

    @Test
    void whatWasSafeSurvivesACrashAtAnyByte() throws Exception {
        Path file = folder.resolve("whole.feed");
        List<FeedEvent> told = record(file, 3_000);
        byte[] whole = Files.readAllBytes(file);
        int[] lengths = new SplittableRandom(1).ints(120, 0, whole.length).toArray();
        int last = -1;
        Arrays.sort(lengths);
        for (int length : lengths) {
            Path cut = folder.resolve("cut.feed");
            Files.write(cut, Arrays.copyOf(whole, length));
            try (Recording recording = Recording.open(cut)) {
                List<FeedEvent> left = read(recording);
                assertEquals(told.subList(0, left.size()), left);
                assertFalse(recording.complete());
                assertTrue(left.size() >= last, "Less of a longer file");
                assertTrue(recording.tornBytes() < 70_000, () -> "Torn: " + recording.tornBytes());
                last = left.size();
            } catch (FeedException e) {
                assertTrue(length < 400, length + ": " + e.getMessage());
            }
        }
        assertTrue(last > 0);
    }

    @Test
    void damageInTheMiddleIsRefusedAndSaidWhere() throws Exception {
        Path file = folder.resolve("damaged.feed");
        record(file, 20_000);
        byte[] whole = Files.readAllBytes(file);
        whole[whole.length / 2] ^= 1;
        Files.write(file, whole);
        try (Recording recording = Recording.open(file)) {
            FeedException damage = assertThrows(FeedException.class, () -> read(recording));
            assertTrue(String.valueOf(damage.getMessage()).contains("damaged from byte"), damage::getMessage);
        }
    }

    @Test
    void aFlippedBitIsNeverTakenForAnEvent() throws Exception {
        Path file = folder.resolve("flipped.feed");
        List<FeedEvent> told = record(file, 500);
        byte[] whole = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 300; i++) {
            byte[] bad = whole.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bad);
            try (Recording recording = Recording.open(file)) {
                List<FeedEvent> left = new ArrayList<>();
                for (FeedEvent event = recording.next(); event != null; event = recording.next()) {
                    left.add(event);
                }
                assertEquals(told.subList(0, left.size()), left);
                assertTrue(left.size() < told.size() || recording.tornBytes() > 0, "A flipped bit was not noticed");
            } catch (FeedException e) {
                assertTrue(String.valueOf(e.getMessage()).contains("flipped.feed"));
            }
        }
    }

    @Test
    void anEventWaitsForItsGroupAFifthOfASecondAtMost() throws Exception {
        FeedInstrument a = new FeedInstrument("A", "A", 2, 0, "24-7");
        RecordingHeader header = new RecordingHeader("f", false, 0, EnumSet.of(Channel.TRADES), List.of(a));
        try (RecordingWriter writer =
                new RecordingWriter(folder.resolve("slow.feed"), header, RecordingWriter.LONGEST_WAIT)) {
            writer.append(new FeedEvent.Trade("A", 0, 0, 1, 1, Aggressor.BUYER));
            writer.tick(199_999_999);
            assertEquals(0, writer.safe());
            writer.tick(200_000_000);
            assertEquals(1, writer.safe());
            assertThrows(IOException.class, () -> writer.append(new FeedEvent.Trade("B", 0, 0, 1, 1, Aggressor.BUYER)));
        }
        IOException there = assertThrows(
                IOException.class,
                () -> new RecordingWriter(folder.resolve("slow.feed"), header, RecordingWriter.LONGEST_WAIT));
        assertTrue(String.valueOf(there.getMessage()).contains("is there already"));
        Path text = Files.writeString(folder.resolve("some.txt"), "date,close\n");
        FeedException other = assertThrows(FeedException.class, () -> Recording.open(text));
        assertTrue(String.valueOf(other.getMessage()).endsWith("it is no recording of a feed."));
        assertThrows(FeedException.class, () -> Recording.open(folder.resolve("nowhere")));
    }

    @Test
    void aReplayedDayGivesTheBarsOfTheDayBitForBit() throws Exception {
        Path file = folder.resolve("bars.feed");
        List<FeedEvent> told = record(file, 60_000);
        for (String text : List.of("1s", "5s", "1m", "7m", "1h")) {
            Timeframe timeframe = Timeframe.parse(text);
            LiveBars live = new LiveBars(timeframe, ZoneOffset.UTC);
            TradeTicks.Builder ticks = new TradeTicks.Builder(1000);
            for (FeedEvent event : told) {
                if (event instanceof FeedEvent.Trade trade && trade.symbol().equals("SIM:COIN")) {
                    live.trade(trade.time(), trade.price(), trade.size());
                    ticks.append(trade.time(), trade.price(), trade.size(), trade.aggressor());
                }
            }
            LiveBars again = new LiveBars(timeframe, ZoneOffset.UTC);
            try (Recording recording = Recording.open(file)) {
                for (FeedEvent event : read(recording)) {
                    if (event instanceof FeedEvent.Trade trade && trade.symbol().equals("SIM:COIN")) {
                        again.trade(trade.time(), trade.price(), trade.size());
                    }
                }
            }
            assertTrue(live.size() > 0 && live.trades() > 500);
            assertEquals(live.copy().contentHash(), again.copy().contentHash(), text);
            assertEquals(
                    TickBars.of(ticks.build(), timeframe, ZoneOffset.UTC).contentHash(),
                    live.copy().contentHash(),
                    text);
        }
    }
}
