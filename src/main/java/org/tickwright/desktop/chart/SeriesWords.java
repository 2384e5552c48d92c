package org.tickwright.desktop.chart;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tickwright.market.SeriesInfo;

/// A series in few words.
final class SeriesWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.US);

    private SeriesWords() {}

    /// How many bars from when to when: `1,258 bars, 2 Jan 2013 – 29 Dec 2017`.
    static String span(SeriesInfo info) {
        String bars = String.format(Locale.US, "%,d", info.bars()) + (info.bars() == 1 ? " bar" : " bars");
        return info.bars() == 0 ? bars : bars + ", " + day(info, info.from()) + " – " + day(info, info.to());
    }

    private static String day(SeriesInfo info, long nanos) {
        return DAY.format(
                Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L)).atZone(info.zone()));
    }
}
