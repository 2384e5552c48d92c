package org.tickwright.engine;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/// A list that makes its elements when they are read: a run has tens of thousands of orders and trades, few
/// of which are ever looked at. Equal to any list of equal elements. Unchangeable; for any number of threads.
final class RecordList<T> extends AbstractList<T> implements RandomAccess {
    private final int size;
    private final IntFunction<T> maker;

    /// `maker` gives equal elements for the same index each time.
    RecordList(int size, IntFunction<T> maker) {
        this.size = size;
        this.maker = maker;
    }

    @Override
    public T get(int index) {
        return maker.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }
}
