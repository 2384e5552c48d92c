package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tickwright.kernel.LongColumn;
import org.tickwright.kernel.Phrase;

/// What the reasons of a run are made of: for each the numbers that were read when it was kept, row after row
/// without an object for any, from which the words are made when somebody reads them.
///
/// Holds neither bars nor columns. One thread keeps; once that is done, any number of threads may read.
public final class ReasonLog {
    private static final int FEW = 64;

    private final List<Words> kinds = new ArrayList<>();
    private final LongColumn rows = new LongColumn(0);
    private double[] values = {};
    private int size;

    /// Makes the words of a reason of one kind from its bar and the values that were read.
    interface Words {
        String of(int bar, double[] values);
    }

    /// Keeps a phrase as it is and returns its row.
    public int keep(Phrase phrase) {
        kinds.add((bar, read) -> phrase.text());
        return row(kinds.size() - 1, 0, 0);
    }

    /// Keeps what the sources say at a bar, from which `words` makes the reason; returns its row.
    int keep(Words words, int bar, ReasonReader.Source[] sources) {
        if (size + sources.length > values.length) {
            values = Arrays.copyOf(values, values.length + (values.length >> 1) + sources.length + FEW);
        }
        double[] into = values;
        int at = size;
        for (int i = 0; i < sources.length; i++) {
            into[at + i] = sources[i].at(bar);
        }
        size = at + sources.length;
        return row(kind(words), bar, sources.length);
    }

    private int kind(Words words) {
        int kind = kinds.indexOf(words);
        if (kind < 0) {
            kinds.add(words);
            return kinds.size() - 1;
        }
        return kind;
    }

    private int row(int kind, int bar, int count) {
        rows.append((long) kind << 32 | bar);
        rows.append((long) (size - count) << 32 | count);
        return rows.size() / 2 - 1;
    }

    /// The reason that is kept in a row.
    public Phrase at(int row) {
        long what = rows.get(2 * row);
        long where = rows.get(2 * row + 1);
        Words words = kinds.get((int) (what >> 32));
        int from = (int) (where >> 32);
        return Phrase.later(() -> words.of((int) what, Arrays.copyOfRange(values, from, from + (int) where)));
    }
}
