package org.tickwright.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricePrecisionTest {

    @ParameterizedTest
    @CsvSource({
        "84.20, 84.25, 2",
        "84, 85, 2",
        "1.2345, 1.2346, 4",
        "45123.5, 45124, 1",
        "45123, 45124, 0",
        "0.00000123, 0.00000124, 8",
        "27.334928123456, 27.9, 5",
        "100000000, 100000001, 0",
        "-37.63, -36.5, 2"
    })
    void readsTheDecimalsOffThePrices(double low, double high, int decimals) {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, 2);
        bars.append(0, low, high, low, high, 1);
        assertEquals(decimals, PricePrecision.decimals(bars));
    }

    @ParameterizedTest
    @CsvSource({"0"})
    void anEmptySeriesHasTwo(int size) {
        assertEquals(2, PricePrecision.decimals(new Bars(Timeframe.DAY, ZoneOffset.UTC, size)));
    }
}
