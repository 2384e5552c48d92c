package org.tickwright.desktop.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;

/// What the place wants to find again: the series, what is drawn over and beside it, how, and the bars in
/// view.
///
/// `indicators` are texts of [ActiveIndicator]; `fromEnd` and `bars` say how far the right edge
/// lies behind the last bar and how many bars fit, so that the view is right although bars were
/// added meanwhile.
public record ChartsState(
        @Nullable SeriesKey series,
        List<String> indicators,
        PriceStyle style,
        VolumePlace volume,
        boolean log,
        boolean side,
        boolean profile,
        boolean ladder,
        double fromEnd,
        double bars) {

    /// A first start.
    public static final ChartsState FIRST =
            new ChartsState(null, List.of(), PriceStyle.CANDLES, VolumePlace.FOOT, false, true, false, false, 0, 0);

    /// Takes an unmodifiable copy.
    public ChartsState {
        indicators = List.copyOf(indicators);
    }

    /// As short strings by name.
    public Map<String, String> map() {
        Map<String, String> map = new LinkedHashMap<>();
        if (series != null) {
            map.put("symbol", series.symbol());
            map.put("timeframe", series.timeframe().toString());
        }
        for (int i = 0; i < indicators.size(); i++) {
            map.put("indicator." + i, indicators.get(i));
        }
        map.put("style", style.name());
        map.put("volume", volume.name());
        map.put("log", Boolean.toString(log));
        map.put("side", Boolean.toString(side));
        map.put("profile", Boolean.toString(profile));
        map.put("ladder", Boolean.toString(ladder));
        map.put("fromEnd", Double.toString(fromEnd));
        map.put("bars", Double.toString(bars));
        return map;
    }

    /// Reads [#map()]; what is missing or no longer understood is as on a first start.
    public static ChartsState of(Map<String, String> map) {
        List<String> indicators = new ArrayList<>();
        for (int i = 0; map.containsKey("indicator." + i); i++) {
            indicators.add(map.get("indicator." + i));
        }
        return new ChartsState(
                series(map).orElse(null),
                indicators,
                named(PriceStyle.class, map.get("style"), FIRST.style),
                named(VolumePlace.class, map.get("volume"), FIRST.volume),
                Boolean.parseBoolean(map.get("log")),
                !"false".equals(map.get("side")),
                Boolean.parseBoolean(map.get("profile")),
                Boolean.parseBoolean(map.get("ladder")),
                number(map.get("fromEnd")),
                number(map.get("bars")));
    }

    private static Optional<SeriesKey> series(Map<String, String> map) {
        String symbol = map.get("symbol");
        String timeframe = map.get("timeframe");
        if (symbol == null || timeframe == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SeriesKey(symbol, Timeframe.parse(timeframe)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> E named(Class<E> type, @Nullable String name, E otherwise) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(name == null ? "" : name.toUpperCase(Locale.ROOT))) {
                return value;
            }
        }
        return otherwise;
    }

    private static double number(@Nullable String text) {
        try {
            double value = text == null ? 0 : Double.parseDouble(text);
            return Double.isFinite(value) ? value : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
