package org.tickwright.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.BarBuilder;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickBars;
import org.tickwright.market.Timeframe;
import org.tickwright.market.text.BarFileReader;
import org.tickwright.market.text.TickFileReader;

/// Real series that come with the program as resources of the `ta4j-examples` library (MIT licence).
final class SampleData {
    static final ZoneId UTC = ZoneId.of("UTC");
    static final Timeframe FIVE_MINUTES = new Timeframe(5, Timeframe.Unit.MINUTE);

    private static final long SECOND = 1_000_000_000L;
    private static final String LIBRARY = " of ta4j-examples 0.18";

    /// Where the Apple series comes from.
    static final String APPLE = "appleinc_bars_from_20130101_usd.csv";
    /// Where the Bitcoin trades come from.
    static final String BITCOIN = "bitstamp_trades_from_20131125_usd.csv";
    /// Where the Ether series comes from.
    static final String ETHER = "ETH-USD-PT5M-2023-3-13_2023-3-15.json";

    private SampleData() {}

    /// What a stored sample says of its source.
    static String source(String resource) {
        return resource + LIBRARY;
    }

    /// Apple, daily, 2013, as traded in New York.
    static Bars apple() throws StoreException {
        ImportOptions options = new ImportOptions(
                "AAPL", Timeframe.DAY, ZoneId.of("America/New_York"), "auto", Map.of(), null, Set.of());
        return read(APPLE, in -> BarFileReader.parse(APPLE, in, options).frame().bars());
    }

    /// Bitcoin trades at Bitstamp of a week in November 2013, made into bars of five minutes.
    static Bars bitcoin() throws StoreException {
        return read(
                BITCOIN,
                in -> TickBars.of(
                        TickFileReader.read(BITCOIN, in, ImportOptions.forSymbol("BTC-USD"))
                                .ticks(),
                        FIVE_MINUTES,
                        UTC));
    }

    /// Ether at Binance US, five minutes, March 2023.
    static Bars ether() throws StoreException {
        return read(ETHER, in -> {
            JsonNode bars = new JsonMapper().readTree(in).path("ohlc");
            BarBuilder builder = new BarBuilder(FIVE_MINUTES, UTC);
            for (JsonNode bar : bars) {
                // The file gives the last millisecond of a bar.
                long opened = (bar.path("endTime").longValue() + 1) * (SECOND / 1000) - FIVE_MINUTES.nanos();
                builder.bar(
                        opened,
                        bar.path("openPrice").doubleValue(),
                        bar.path("highPrice").doubleValue(),
                        bar.path("lowPrice").doubleValue(),
                        bar.path("closePrice").doubleValue(),
                        bar.path("volume").doubleValue());
            }
            return builder.finish();
        });
    }

    private interface Reading {
        Bars read(InputStream in) throws IOException, ImportException;
    }

    private static Bars read(String resource, Reading reading) throws StoreException {
        try (@Nullable InputStream in = SampleData.class.getResourceAsStream("/" + resource)) {
            if (in == null) {
                throw new StoreException(
                        "The sample " + resource + " is missing from the program's libraries. Install the program"
                                + " again.",
                        false);
            }
            return reading.read(in);
        } catch (IOException | ImportException e) {
            throw new StoreException("The sample " + resource + " cannot be read: " + e.getMessage(), false, e);
        }
    }
}
