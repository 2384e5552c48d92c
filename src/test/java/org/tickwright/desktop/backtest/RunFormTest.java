package org.tickwright.desktop.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.tickwright.engine.RunSettings;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.StrategyDocument;

class RunFormTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final long DAY = 86_400_000_000_000L;

    private final RunForm form =
            new RunForm(() -> Locale.US, FakeDesk.atOnce(Path.of("unused")).tasks());

    @Test
    void startsWithCostsThatALiquidStockHas() {
        RunSettings settings = form.settings(NEW_YORK, Map.of());
        assertEquals(100_000, settings.capital());
        assertEquals(1, settings.commissionBps());
        assertEquals(2, settings.slippageBps());
        assertNull(settings.size());
        assertEquals(CostPreset.STOCKS, form.preset());
    }

    @Test
    void aPresetFillsInItsCosts() {
        form.apply(CostPreset.CRYPTO);
        assertEquals(10, form.settings(NEW_YORK, Map.of()).commissionBps());
        assertEquals(5, form.settings(NEW_YORK, Map.of()).slippageBps());
        form.commission().text().set("11");
        assertNull(form.preset(), "own costs are no preset");
    }

    @Test
    void saysAtTheFieldWhatIsWrong() {
        form.capital().text().set("-5");
        assertEquals(
                "Capital must be 1 to 10,000,000,000", form.capital().problem().get());
        form.capital().text().set("a lot");
        assertEquals(
                "Not a number; write it like 1,234.5", form.capital().problem().get());
        form.capital().text().set("");
        assertEquals("A number is needed here", form.capital().problem().get());
        assertFalse(form.costsValid());
        form.capital().text().set("25,000");
        assertTrue(form.costsValid());
        assertEquals(25_000, form.settings(NEW_YORK, Map.of()).capital());
    }

    @Test
    void percentsBecomeFractions() {
        form.size().choice().set(SizeChoice.RISK);
        form.size().value().text().set("2");
        form.stopLoss().text().set("5");
        form.takeProfit().text().set("12.5");
        RunSettings settings = form.settings(NEW_YORK, Map.of("fast", 12.0));
        assertEquals(new SizeRule(SizeRule.Kind.RISK, 0.02), settings.size());
        assertEquals(0.05, settings.stopLoss());
        assertEquals(0.125, settings.takeProfit());
        assertEquals(Map.of("fast", 12.0), settings.parameters());
    }

    @Test
    void aSizeOfMoreThanAllCashIsRefused() {
        form.size().choice().set(SizeChoice.FRACTION);
        form.size().value().text().set("101");
        assertEquals("At most 100 %", form.size().value().problem().get());
        form.size().choice().set(SizeChoice.UNITS);
        form.size().value().text().set("101");
        assertTrue(form.costsValid());
        form.size().value().text().set("");
        assertFalse(form.costsValid(), "a chosen size needs a value");
    }

    @Test
    void sizesOfSeveralNumbersAreFilledInOnTheirOwnFields() {
        SizeForm size = form.size();
        size.choice().set(SizeChoice.VOLATILITY);
        assertEquals(SizeRule.parse("volatility:0.15/20"), size.rule());
        size.value().text().set("12.5");
        size.bars().text().set("60");
        assertEquals(
                SizeRule.parse("volatility:0.125/60"),
                form.settings(NEW_YORK, Map.of()).size());
        size.bars().text().set("1");
        assertEquals("2 to 10,000 bars", size.bars().problem().get());
        assertFalse(form.costsValid());
        size.choice().set(SizeChoice.KELLY);
        assertTrue(form.costsValid(), "what is hidden cannot be wrong");
        assertEquals(SizeRule.parse("kelly:0.5/0.25/30/0.1"), size.rule());
        size.value().text().set("1.5");
        assertEquals("At most 1", size.value().problem().get());
        size.value().text().set("1");
        size.cap().text().set("40");
        size.trades().text().set("7.5");
        assertEquals("A whole number is needed", size.trades().problem().get());
        size.trades().text().set("50");
        size.start().text().set("0");
        assertEquals("Above 0 and at most 100 %", size.start().problem().get());
        size.start().text().set("7");
        assertEquals(SizeRule.parse("kelly:1/0.4/50/0.07"), size.rule());
    }

    @Test
    void showsEverySizeOfAnEarlierRunExactly() {
        for (String text : List.of(
                "fraction:0.07",
                "risk:0.011",
                "units:3.5",
                "cash:123.45",
                "volatility:0.29/55",
                "kelly:0.3/0.07/12/0.011")) {
            form.size().show(SizeRule.parse(text));
            assertEquals(SizeRule.parse(text), form.size().rule());
        }
        form.size().show(null);
        assertNull(form.size().rule());
    }

    @Test
    void showsTheSettingsOfAnEarlierRunExactly() {
        RunSettings earlier = new RunSettings(
                12_345.67,
                7,
                3,
                SizeRule.parse("fraction:0.95"),
                true,
                RunSettings.Direction.BOTH,
                0.07,
                0.155,
                "plain",
                365,
                1_709_874_000_000_000_000L,
                1_709_929_800_000_000_123L,
                Map.of());
        form.show(earlier, NEW_YORK);
        assertEquals(earlier, form.settings(NEW_YORK, Map.of()));
    }

    @Test
    void aDayMeansItsStartAtTheFrontAndItsEndAtTheBack() {
        form.from().text().set("2024-03-08");
        form.to().text().set("2024-03-10");
        RunSettings settings = form.settings(NEW_YORK, Map.of());
        assertEquals(1_709_874_000_000_000_000L, settings.from());
        assertEquals(1_710_129_600_000_000_000L - 1, settings.to(), "that day has 23 hours");
        form.to().text().set("2024-03-08 15:30");
        assertEquals(
                1_709_929_800_000_000_000L, form.settings(NEW_YORK, Map.of()).to());
        form.to().text().set("08/03/2024");
        assertEquals(
                "Write a day as 2024-03-31, or 2024-03-31 15:30",
                form.to().problem().get());
    }

    @Test
    void findsHowManyBarsAYearHas() {
        assertEquals(252, RunForm.periodsPerYear(series(Timeframe.DAY, 505, 730)));
        assertEquals(365, RunForm.periodsPerYear(series(Timeframe.DAY, 730, 729)));
        assertEquals(52, RunForm.periodsPerYear(series(Timeframe.parse("1w"), 104, 728)));
        assertEquals(525_960, RunForm.periodsPerYear(series(Timeframe.MINUTE, 14_401, 10)), 1);
    }

    private static SeriesInfo series(Timeframe timeframe, int bars, long days) {
        return new SeriesInfo(
                new SeriesKey("X", timeframe), 1, bars, 0, days * DAY, ZoneOffset.UTC, "0".repeat(64), false, "test");
    }

    @Test
    void neverGuessesWhatAMarkMeans() {
        assertEquals(OptionalDouble.of(1.5), NumberText.parse("1.5", Locale.US));
        assertEquals(OptionalDouble.of(1_500), NumberText.parse("1,500", Locale.US));
        assertTrue(NumberText.parse("1,5", Locale.US).isEmpty());
        assertEquals(OptionalDouble.of(1.5), NumberText.parse("1,5", Locale.GERMANY));
        assertEquals(OptionalDouble.of(1_500), NumberText.parse("1.500", Locale.GERMANY));
        assertTrue(NumberText.parse("1.5", Locale.GERMANY).isEmpty(), "the point groups in German");
        assertEquals(OptionalDouble.of(1_500), NumberText.parse("1\u202f500", Locale.FRANCE));
        assertEquals(OptionalDouble.of(-2), NumberText.parse("−2", Locale.US));
        assertTrue(NumberText.parse("1e999", Locale.US).isEmpty());
        assertTrue(NumberText.parse(".", Locale.US).isEmpty());
    }

    @Property(tries = 200)
    void readsWhatItWrites(@ForAll @DoubleRange(min = -1e9, max = 1e9) double value) {
        for (Locale locale : new Locale[] {Locale.US, Locale.GERMANY, Locale.FRANCE}) {
            String text = new org.tickwright.report.Figures(locale).plain(value);
            assertEquals(value, NumberText.parse(text, locale).orElseThrow(), 1e-9, text);
        }
    }

    @Test
    void aStrategyThatOnlyEntersShortIsTradedShort() {
        StrategyDocument both = FakeWork.template();
        form.suit(both);
        assertFalse(form.shorts().get());

        form.suit(new StrategyDocument(
                "short",
                "",
                both.parameters(),
                both.nodes().stream().filter(n -> !n.type().equals("enterLong")).toList(),
                List.of(),
                both.layout(),
                both.unknown()));

        assertTrue(form.shorts().get());
    }
}
