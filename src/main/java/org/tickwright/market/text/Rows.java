package org.tickwright.market.text;

import java.util.ArrayList;
import java.util.List;
import org.tickwright.kernel.DoubleColumn;
import org.tickwright.kernel.LongColumn;

/// The readable rows of a file as columns, in the order of the file, before anything is judged.
final class Rows {
    private final LongColumn walls;
    private final LongColumn offsets;
    private final LongColumn lines;
    private final DoubleColumn[] fields = new DoubleColumn[5];
    private final List<DoubleColumn> extras = new ArrayList<>();

    private int read;
    private boolean anyClock;
    private boolean anyOffset;
    private boolean missingOffset;

    /// Room for `capacity` rows with so many further columns.
    Rows(int capacity, int extraColumns) {
        walls = new LongColumn(capacity);
        offsets = new LongColumn(16);
        lines = new LongColumn(capacity);
        for (int i = 0; i < fields.length; i++) {
            fields[i] = new DoubleColumn(capacity);
        }
        for (int i = 0; i < extraColumns; i++) {
            extras.add(new DoubleColumn(capacity));
        }
    }

    /// Adds the time of a row.
    void time(long line, long wall, int offset, boolean clock) {
        anyClock |= clock;
        boolean stated = offset != TimeParser.NO_OFFSET;
        if (stated && !anyOffset) {
            for (int i = 0; i < lines.size(); i++) {
                offsets.append(TimeParser.NO_OFFSET);
            }
        }
        anyOffset |= stated;
        missingOffset |= !stated;
        if (anyOffset) {
            offsets.append(offset);
        }
        lines.append(line);
        walls.append(wall);
    }

    /// Counts a row of data, readable or not.
    void countRow() {
        read++;
    }

    /// Rows of data in the file.
    int read() {
        return read;
    }

    /// Rows that could be read.
    int size() {
        return walls.size();
    }

    long wall(int row) {
        return walls.get(row);
    }

    /// The offset of a row, or [TimeParser#NO_OFFSET].
    int offset(int row) {
        return anyOffset ? (int) offsets.get(row) : TimeParser.NO_OFFSET;
    }

    long[] lines() {
        return lines.array();
    }

    /// Open, high, low, close, volume.
    DoubleColumn field(int field) {
        return fields[field];
    }

    DoubleColumn extra(int extra) {
        return extras.get(extra);
    }

    boolean anyClock() {
        return anyClock;
    }

    boolean anyOffset() {
        return anyOffset;
    }

    /// Some rows state an offset and others do not.
    boolean mixedOffsets() {
        return anyOffset && missingOffset;
    }
}
