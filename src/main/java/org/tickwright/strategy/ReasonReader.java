package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Phrase;
import org.tickwright.strategy.Explanation.Reading;
import org.tickwright.strategy.Wire.PortRef;

/// Reads off the numbers behind an action at a bar, from which the words of its reason can be made later without
/// the columns.
final class ReasonReader {
    private final Source[] sources;
    private final ReasonLog.Words words;

    /// Where a value comes from at a bar: most are rows of a number, a run reads many thousands, and those are read
    /// without asking who knows them.
    static final class Source {
        private final @Nullable NumberColumn numbers;
        private final int back;
        private final Look look;

        /// What else tells a value at a bar.
        interface Look {
            double at(int bar);
        }

        private Source(@Nullable NumberColumn numbers, int back, Look look) {
            this.numbers = numbers;
            this.back = back;
            this.look = look;
        }

        /// A value that is looked up.
        static Source of(Look look) {
            return new Source(null, 0, look);
        }

        /// The row of a column so many bars before; looked up where it is not made, or where the column is no number.
        static Source of(Column column, int back, Look look) {
            return new Source(column instanceof NumberColumn numbers ? numbers : null, back, look);
        }

        double at(int bar) {
            NumberColumn known = numbers;
            int row = bar - back;
            return known != null && row >= 0 && row < known.filled() ? known.values[row] : look.at(bar);
        }
    }

    /// What a reader knows of the columns of a bound program.
    interface Sources {
        Source of(Reading reading);
    }

    ReasonReader(Explanation explanation, Node action, Sources columns) {
        Map<Reading, Integer> places = new HashMap<>();
        List<Source> found = new ArrayList<>();
        for (Reading reading : explanation.readings(action)) {
            places.put(reading, found.size());
            found.add(columns.of(reading));
        }
        sources = found.toArray(Source[]::new);
        words = (bar, values) -> explanation.of(action, bar, new Kept(places, values));
    }

    /// The reason at a bar, its numbers read now. The first of them is the condition of the action.
    Phrase at(int bar) {
        double[] values = new double[sources.length];
        for (int i = 0; i < sources.length; i++) {
            values[i] = sources[i].at(bar);
        }
        ReasonLog.Words told = words;
        return Phrase.later(() -> told.of(bar, values));
    }

    /// Keeps the reason at a bar in a log, its numbers read now; returns its row there.
    int keep(int bar, ReasonLog log) {
        return log.keep(words, bar, sources);
    }

    /// Whether the condition of the action is true at a bar.
    boolean holds(int bar) {
        return sources.length > 0 && sources[0].at(bar) == 1;
    }

    /// Values that were read.
    private record Kept(Map<Reading, Integer> places, double[] values) implements Explanation.Values {
        @Override
        public double at(PortRef port, int bar) {
            return value(Reading.now(port));
        }

        @Override
        public double before(String node, PortRef port, int bar) {
            return value(new Reading(port, node));
        }

        private double value(Reading reading) {
            @Nullable Integer place = places.get(reading);
            if (place == null) {
                throw new IllegalStateException(reading + " was not read for this reason");
            }
            return values[place];
        }
    }
}
