package org.tickwright.desktop.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tickwright.workbench.SqlQueries.Column;

class AnswerTest {
    private static List<String> words(Locale language, Object... values) {
        CellText text = CellText.of(List.of(values), language);
        return Arrays.stream(values).map(text::of).toList();
    }

    @Test
    void numbersOfAColumnHaveTheSameDecimals() {
        assertEquals(List.of("563.90", "561.02", "7.00"), words(Locale.US, 563.9, 561.02, 7.0));
        assertEquals(List.of("0.011722", "-0.009945"), words(Locale.US, 0.0117218495321, -0.00994483029512));
        assertEquals(List.of("0.0000125"), words(Locale.US, 0.0000125));
        assertEquals(List.of("1.234,5", "12.345,0"), words(Locale.GERMANY, 1234.5, 12345.0));
    }

    @Test
    void yearsAreNotGroupedButCountsAre() {
        assertEquals(List.of("2013", "2014"), words(Locale.US, 2013, 2014));
        assertEquals(List.of("2,595", "303,810"), words(Locale.US, 2_595, 303_810));
    }

    @Test
    void whatHasNoPlaceIsShownWithAllItsDigits() {
        assertEquals(List.of("1.5", "1.0E300", "NaN"), words(Locale.US, 1.5, 1e300, Double.NaN));
    }

    @Test
    void ordersNumbersBySizeTimesByTimeAndTheUnknownLast() {
        List<@Nullable Object> values = Arrays.asList(null, 10, 9L, 9.5, Long.MAX_VALUE);
        values.sort(AnswerTable::compare);
        assertEquals(Arrays.asList(9L, 9.5, 10, Long.MAX_VALUE, null), values);
        List<@Nullable Object> times = Arrays.asList("2024-01-02T14:30:00.5Z", "2024-01-02T14:30:00Z");
        times.sort(AnswerTable::compare);
        assertEquals("2024-01-02T14:30:00Z", times.getFirst());
    }

    @Test
    void copiesWithNamesAndOneLinePerRow() {
        assertEquals(
                "a\tb\n1.5\tx y\n\tz\n",
                AnswerTable.tabbed(
                        List.of(new Column("a", true), new Column("b", false)),
                        List.of(
                                new AnswerTable.Row(List.of(1.5, "x\ty")),
                                new AnswerTable.Row(Arrays.asList(null, "z")))));
    }

    @Test
    void theExamplesAreTheTenOfTheHelpPage() {
        assertEquals(10, Example.all().size());
        assertEquals("What is there, largest first", Example.all().getFirst().title());
    }
}
