package org.tickwright.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tickwright.engine.CostSummary;
import org.tickwright.engine.Summary;
import org.tickwright.engine.SummaryFigures;
import org.tickwright.market.StoreException;
import org.tickwright.study.sweep.SweepArchive;
import org.tickwright.study.sweep.SweepArchive.Entry;
import org.tickwright.study.sweep.SweepArchive.Head;
import org.tickwright.study.sweep.SweepInputs;
import org.tickwright.study.sweep.SweepRow;

/// What every [SweepArchive] keeps to.
public abstract class SweepArchiveContract {

    private static final SweepInputs INPUTS =
            new SweepInputs(List.of("AAPL", "MSFT"), List.of("AAPL=16:00@America/New_York"), SummaryFigures.QUICK);

    /// An empty archive, the same one within a test.
    protected abstract SweepArchive archive() throws Exception;

    /// A made-up sweep.
    protected static Head head(String identity, int points) {
        return new Head(identity, "Größe \"x\"", "{\"a\": 1}", "AAPL 1d", "{}", "grid [k=[1.0, 2.0]]", points, INPUTS);
    }

    /// A made-up row; every seventh is a fault.
    protected static SweepRow row(int point) {
        Map<String, Double> parameters = Map.of("slow", point / 3.0, "fast", 0.1 + 0.2);
        return point % 7 == 3
                ? new SweepRow(point, parameters, null, "Setting optInTimePeriod must be 2 to 100000, was 1")
                : new SweepRow(point, parameters, summary(point), null);
    }

    private static Summary summary(int point) {
        double value = Math.sqrt(point + 0.1);
        Double maybe = point % 2 == 0 ? null : (Double) (-value / 3);
        return new Summary(
                1000,
                point,
                point,
                0,
                value * 1e5,
                value - 1,
                maybe,
                maybe,
                value,
                -0.1 / value,
                point,
                maybe,
                value,
                -value,
                maybe,
                maybe,
                maybe,
                maybe,
                maybe,
                maybe,
                maybe,
                maybe,
                0.25,
                value,
                0,
                0.5,
                Map.of("SIGNAL", point),
                CostSummary.ofSums(value, 0));
    }

    private static List<SweepRow> read(SweepArchive archive, String id) throws StoreException {
        List<SweepRow> rows = new ArrayList<>();
        archive.rows(id, rows::add);
        return rows;
    }

    @Test
    void givesRowsInTheOrderOfThePlanWithTheSameBits() throws Exception {
        SweepArchive archive = archive();
        String id = archive.open(head("a", 3000)).id();
        List<SweepRow> rows =
                IntStream.range(0, 2500).mapToObj(SweepArchiveContract::row).toList();
        archive.add(id, rows.subList(1200, 2500));
        archive.add(id, rows.subList(0, 1200));
        assertEquals(rows, read(archive, id));
        assertEquals(2500, archive.finished(id).cardinality());
        assertEquals(2500, archive.finished(id).nextClearBit(0));
    }

    @Test
    void opensTheSameSweepAgainAndAnotherBesideIt() throws Exception {
        SweepArchive archive = archive();
        Entry first = archive.open(head("a", 10));
        archive.add(first.id(), List.of(row(4)));
        Entry again = archive.open(head("a", 10));
        assertEquals(first.id(), again.id());
        assertEquals(1, again.finished());
        assertEquals(head("a", 10), again.head());
        assertFalse(again.complete());
        Entry other = archive.open(head("b", 1));
        assertNotEquals(first.id(), other.id());
        archive.add(other.id(), List.of(row(0)));
        assertEquals(
                List.of(other.id(), first.id()),
                archive.list().stream().map(Entry::id).toList());
        assertTrue(archive.find(other.id()).orElseThrow().complete());
        assertEquals(List.of(row(4)), read(archive, first.id()));
    }

    @Test
    void keepsTheFirstRowOfACombination() throws Exception {
        SweepArchive archive = archive();
        String id = archive.open(head("a", 10)).id();
        archive.add(id, List.of(row(1), row(2)));
        SweepRow other = new SweepRow(2, Map.of(), null, "other");
        archive.add(id, List.of(other, row(5)));
        archive.add(id, List.of());
        assertEquals(List.of(row(1), row(2), row(5)), read(archive, id));
    }

    @Test
    void removesASweepWithItsRows() throws Exception {
        SweepArchive archive = archive();
        String id = archive.open(head("a", 10)).id();
        archive.add(id, List.of(row(1)));
        assertTrue(archive.delete(id));
        assertFalse(archive.delete(id));
        assertEquals(Optional.empty(), archive.find(id));
        assertEquals(Optional.empty(), archive.find("none"));
        String anew = archive.open(head("a", 10)).id();
        assertEquals(0, archive.finished(anew).cardinality());
        assertThrows(IllegalArgumentException.class, () -> archive.rows("none", row -> {}));
    }
}
