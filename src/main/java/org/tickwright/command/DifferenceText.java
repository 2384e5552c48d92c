package org.tickwright.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.BarDifference;
import org.tickwright.market.Bars.Field;

/// The difference between two versions as lines and as JSON.
final class DifferenceText {
    private DifferenceText() {}

    static List<String> lines(BarDifference difference) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "Version %d against version %d: %,d bars added, %,d removed, %,d changed, %,d the same",
                difference.to(),
                difference.from(),
                difference.added(),
                difference.removed(),
                difference.changed(),
                difference.same()));
        difference.first().forEach(row -> lines.add(line(row)));
        int more = difference.added()
                + difference.removed()
                + difference.changed()
                - difference.first().size();
        if (more > 0) {
            lines.add(String.format(Locale.ROOT, "  … %,d more", more));
        }
        return lines;
    }

    private static String line(BarDifference.Row row) {
        double[] before = row.before();
        double[] after = row.after();
        StringBuilder line =
                new StringBuilder("  ").append(row.kind()).append(' ').append(SeriesText.time(row.time()));
        Field[] all = Field.values();
        for (int i = 0; i < all.length; i++) {
            String name = all[i].name().toLowerCase(Locale.ROOT);
            if (before == null || after == null) {
                double[] there = before == null ? after : before;
                if (there != null) {
                    line.append("  ").append(name).append(' ').append(there[i]);
                }
            } else if (row.fields().contains(all[i])) {
                line.append("  ").append(name).append(' ').append(before[i]);
                line.append(" -> ").append(after[i]);
            }
        }
        return line.toString();
    }

    static Map<String, Object> document(BarDifference difference) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("from", difference.from());
        document.put("to", difference.to());
        document.put("added", difference.added());
        document.put("removed", difference.removed());
        document.put("changed", difference.changed());
        document.put("same", difference.same());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (BarDifference.Row row : difference.first()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("kind", row.kind().toString());
            one.put("time", SeriesText.time(row.time()));
            one.put("before", values(row.before()));
            one.put("after", values(row.after()));
            rows.add(one);
        }
        document.put("first", rows);
        return document;
    }

    private static @Nullable Map<String, Double> values(double @Nullable [] bar) {
        if (bar == null) {
            return null;
        }
        Map<String, Double> values = new LinkedHashMap<>();
        Field[] all = Field.values();
        for (int i = 0; i < all.length; i++) {
            values.put(all[i].name().toLowerCase(Locale.ROOT), bar[i]);
        }
        return values;
    }
}
