package org.tickwright.market.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.TradeTicks.Aggressor;
import org.tickwright.testing.Shared;

class TickFileReaderTest {
    private static final ImportOptions AUTO = ImportOptions.forSymbol("X");

    private static TickFile read(String text) throws ImportException {
        return TickFileReader.read("t.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), AUTO);
    }

    private static ImportOptions in(String zone) {
        return new ImportOptions("X", null, ZoneId.of(zone), "auto", Map.of(), null, Set.of());
    }

    private static void trade(TradeTicks ticks, int i, String time, double price, double size, Aggressor side) {
        Instant instant = Instant.parse(time);
        assertEquals(instant.getEpochSecond() * 1_000_000_000L + instant.getNano(), ticks.time(i));
        assertEquals(price, ticks.price(i));
        assertEquals(size, ticks.volume(i));
        assertEquals(side, ticks.aggressor(i));
    }

    @Test
    void readsTimePriceAndSize() throws ImportException {
        TradeTicks ticks = read("time,price,size\n2024-01-02T10:00:00.5Z,10.5,3\n2024-01-02T10:00:00.5Z,10.25,0\n")
                .ticks();
        assertEquals(2, ticks.size());
        trade(ticks, 1, "2024-01-02T10:00:00.500Z", 10.25, 0, Aggressor.UNKNOWN);
        assertEquals(
                2, read("1672531436,90.54,1.1\n1672531471,90.45,1.0\n").ticks().size());
        TradeTicks sided =
                read("1672531436,90.54,1.1,buy\n1672531471,90.45,1.0,sell\n").ticks();
        trade(sided, 1, "2023-01-01T00:04:31Z", 90.45, 1, Aggressor.SELLER);
    }

    @Test
    void readsTheDumpsOfBinanceInMillisAndMicros() throws ImportException {
        TradeTicks joined = read("""
            26129,0.01633102,4.70443515,27781,27781,1498793709153,True,True
            26130,0.01633103,1.5,27782,27783,1498793709154,False,True
            """).ticks();
        trade(joined, 0, "2017-06-30T03:35:09.153Z", 0.01633102, 4.70443515, Aggressor.SELLER);
        trade(joined, 1, "2017-06-30T03:35:09.154Z", 0.01633103, 1.5, Aggressor.BUYER);
        TradeTicks single = read("28457,4.00000100,12.0,48.000012,1736899565303123,true,true\n")
                .ticks();
        trade(single, 0, "2025-01-15T00:06:05.303123Z", 4.000001, 12, Aggressor.SELLER);
        TradeTicks futures = read("""
            agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker
            1,42000.1,0.5,1,1,1704067200001,true
            """).ticks();
        trade(futures, 0, "2024-01-01T00:00:00.001Z", 42000.1, 0.5, Aggressor.SELLER);
        TradeTicks futuresSingle =
                read("5,42000.1,0.5,21000.05,1704067200001,false\n").ticks();
        trade(futuresSingle, 0, "2024-01-01T00:00:00.001Z", 42000.1, 0.5, Aggressor.BUYER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        time,price,size\\n1672531436,10,1\\n1672531435,10,1            | line 3 lies before
        time,price,size\\n1672531436,ten,1                            | 'ten' as price
        time,price,size\\n1672531436,0,1                              | price above 0
        time,price,size\\n1672531436,10,-1                            | size of 0 or more
        time,price,size\\n1672531436,10                               | cut off
        time,price,size\\n1672531436,10,1\\nsoon,10,1                 | 'soon' as time
        time,price,side,size\\n1672531436,10,up,1                     | buy or sell
        time,bid,ask\\n1672531436,10,11                               | bid and ask quotes
        time,open,high,low,close\\n1672531436,10,11,9,10              | holds bars
        time,price\\n1672531436,10                                    | three columns
        1672531436,1.1210,1.1217\\n1672531437,1.1211,1.1218           | Add a header
        time,price,size                                              | no trades
        time,cost,size\\n1672531436,10,1                              | no column of prices
        symbol,time,price,size\\nA,1672531436,10,1\\nB,1672531436,9,1 | several symbols
        """)
    void refusesWhatIsNoTradeAndSaysWhy(String text, String message) {
        String content = text.strip().replace("\\n", "\n") + "\n";
        ImportException refused = assertThrows(ImportException.class, () -> read(content));
        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused::getMessage);
    }

    @ParameterizedTest
    @CsvSource({
        "ticks/ta4j/bitstamp-btcusd-trades-2013-11-25.csv.gz,UTC,100000,1385337600,1385913725",
        "ticks/freqtrade/kraken-BCHEUR-trades.csv,UTC,148,1672531436,1672615187",
        "ticks/tardis/bitmex_trades_XBTUSD.csv,UTC,10,1583020803,1583020803",
        "ticks/lean/equity-ibm-trades-20131007.csv.gz,America/New_York,24293,1381132830,1381188367",
        "ticks/lean/equity-spy-trades-20131007.csv.gz,America/New_York,250601,1381132800,1381190399"
    })
    void readsRecordedTrades(String path, String zone, int count, long from, long to) throws ImportException {
        TradeTicks ticks = TickFileReader.read(Shared.requirePath("data/" + path), in(zone))
                .ticks();
        assertEquals(count, ticks.size());
        assertEquals(from, ticks.time(0) / 1_000_000_000L);
        assertEquals(to, ticks.time(count - 1) / 1_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "ticks/backtrader/bidask.csv,bid and ask",
        "ticks/backtrader/bidask2.csv,bid and ask",
        "ticks/lean/equity-ibm-quotes-20131007.csv.gz,bid and ask",
        "ticks/nautilus/fx-usdjpy-truefx-2013-01-01.csv,bid and ask",
        "ticks/nautilus/fx-eurusd-histdata-2020-01-01.csv.gz,no header",
        "ticks/tardis/huobi-dm-swap_quotes_BTC-USD.csv,bid and ask",
        "ticks/nautilus/ib-tick-by-tick.json.gz,ticks of several kinds"
    })
    void refusesRecordedQuotesAndOtherForms(String path, String message) {
        ImportException refused = assertThrows(
                ImportException.class, () -> TickFileReader.read(Shared.requirePath("data/" + path), AUTO));
        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused::getMessage);
    }
}
