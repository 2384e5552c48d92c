package org.tickwright.market.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {
    private static final NumberParser COMMA = new NumberParser((byte) ',', (byte) '.');
    private static final NumberParser GROUPED = new NumberParser((byte) '.', (byte) ',');

    private static double parse(NumberParser parser, String text) {
        byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);
        return parser.parse(bytes, 1, bytes.length - 1);
    }

    @Property(tries = 5000)
    void readsTheNearestDoubleOfAnyDecimal(@ForAll long digits, @ForAll @IntRange(min = -30, max = 30) int scale) {
        String plain = BigDecimal.valueOf(digits, scale).toPlainString();
        assertEquals(Double.parseDouble(plain), parse(NumberParser.POINT, plain), plain);
        String scientific = digits + "E" + -scale;
        assertEquals(Double.parseDouble(scientific), parse(NumberParser.POINT, scientific), scientific);
    }

    @Property(tries = 5000)
    void readsBackEveryDoubleThatJavaPrints(@ForAll double value) {
        assertEquals(value, parse(NumberParser.POINT, Double.toString(value)));
    }

    @Property(tries = 2000)
    void readsShortDecimalsLikeJava(
            @ForAll @IntRange(max = 99_999_999) int digits, @ForAll @IntRange(max = 8) int scale) {
        String plain = BigDecimal.valueOf(digits, scale).toPlainString();
        assertEquals(Double.parseDouble(plain), parse(NumberParser.POINT, plain));
        assertEquals(Double.parseDouble(plain), parse(COMMA, plain.replace('.', ',')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,234.5|1234.5", "1,234,567|1234567", "$12.50|12.5", "+7|7", "-0.25|-0.25", ".5|0.5", "5.|5"})
    void readsGroupedAndSignedNumbers(String text, double value) {
        assertEquals(value, parse(GROUPED, text));
    }

    @Test
    void readsDecimalCommas() {
        assertEquals(1234.5, parse(COMMA, "1.234,5"));
        assertEquals(0.25, parse(COMMA, "0,25"));
        assertEquals(123456789012345678.5, parse(COMMA, "123.456.789.012.345.678,5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "abc", "1.2.3", "1,2,3.4", "12a", "--1", "1e", "1e99999", "0x10", "1e999", "1 2", "NaN"
            })
    void seesThatTheRestIsNoNumber(String text) {
        assertTrue(Double.isNaN(parse(GROUPED, text)), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "NaN", "N/A", "-", "none"})
    void knowsTheWordsForNothing(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertTrue(NumberParser.missing(bytes, 0, bytes.length));
    }
}
