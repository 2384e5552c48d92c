package org.tickwright.desktop.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickwright.engine.RunSettings;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.RateSeries;
import org.tickwright.risk.CarryTerms;
import org.tickwright.risk.CommissionTerms;
import org.tickwright.risk.CostTerms;
import org.tickwright.risk.CurrencyTerms;
import org.tickwright.risk.MarginTerms;
import org.tickwright.risk.SlippageTerms;
import org.tickwright.risk.SpreadTerms;

class CostsFormTest {
    private static final ZoneId UTC = ZoneOffset.UTC;

    private final RunForm form = new RunForm(() -> Locale.US);
    private final CostsForm costs = form.costs();

    @Test
    void chargesNothingBeyondBasisPointsUntilToldTo() {
        assertEquals(CostTerms.NONE, costs.terms());
        assertEquals(0, costs.given().get());
        assertTrue(form.costsValid());
    }

    @Test
    void percentsAndMoneyBecomeTheTermsOfTheRun() {
        costs.perUnit().text().set("0.005");
        costs.minimum().text().set("1");
        costs.maker().text().set("-0.2");
        costs.spread().text().set("4");
        costs.borrow().text().set("3");
        costs.funding().text().set("0.01");
        costs.initial().text().set("50");
        costs.maintenance().text().set("25");
        CostTerms terms = form.settings(UTC, Map.of()).costs();
        assertEquals(
                new CommissionTerms(0.005, 0, -0.2, null, 1.0, null, CommissionTerms.Basis.VALUE, List.of()),
                terms.commission());
        assertEquals(new SpreadTerms(SpreadTerms.Kind.BPS, 4), terms.spread());
        assertEquals(0.03, terms.carry().borrowRate());
        assertEquals(0.0001, terms.carry().fundingRate());
        assertEquals(new MarginTerms(0.5, 0.25), terms.margin());
        assertEquals(8, costs.given().get());
    }

    @Test
    void aSlippageModelReplacesTheBasisPoints() {
        costs.modelProperty().set(SlippageModel.VOLUME);
        RunSettings settings = form.settings(UTC, Map.of());
        assertEquals(
                new SlippageTerms(SlippageTerms.Kind.VOLUME, 0.3, 20),
                settings.costs().slippage());
        assertEquals(0, settings.slippageBps());
        form.slippage().text().set("2");
        assertEquals(
                "Slippage follows the model under all costs; put 0 here, or choose basis points there",
                form.slippage().problem().get());
        form.apply(CostPreset.CRYPTO);
        assertTrue(form.costsValid(), "a preset goes back to basis points");
        assertEquals(CostTerms.NONE, costs.terms());
    }

    @Test
    void marginNeedsBothNumbersInOrder() {
        costs.initial().text().set("50");
        assertEquals("A number is needed here", costs.maintenance().problem().get());
        assertFalse(form.costsValid());
        costs.maintenance().text().set("60");
        assertEquals(
                "Must be above 0 and at most the initial margin",
                costs.maintenance().problem().get());
        costs.initial().text().set("70");
        assertTrue(form.costsValid(), "judged anew when the other number changes");
        costs.initial().text().set("");
        assertEquals("A number is needed here", costs.initial().problem().get());
    }

    @Test
    void theMostOfAnOrderIsNotBelowTheLeast() {
        costs.maximum().text().set("5");
        costs.minimum().text().set("6");
        assertEquals(
                "Must be at least the least commission",
                costs.maximum().problem().get());
    }

    @Test
    void keepsOfAnEarlierRunWhatNoFieldShows() {
        CostTerms earlier = new CostTerms(
                CommissionTerms.NONE.withTiers("units:0=0.0035,300000=0.002"),
                new SpreadTerms(SpreadTerms.Kind.PRICE, 0.02),
                new SlippageTerms(SlippageTerms.Kind.VOLATILITY, 0.15, 30),
                new CarryTerms(0.031, -0.00015, RateSeries.EMPTY, 0.055),
                new MarginTerms(0.35, 0.2),
                new CurrencyTerms("USD", "EUR", 1.1, RateSeries.EMPTY, 2),
                new CorporateActions(List.of(new CorporateActions.Split(LocalDate.of(2014, 6, 9), 7, 1)), List.of()));
        RunSettings settings = RunSettings.DEFAULTS.with(earlier);
        form.show(settings, UTC);
        assertEquals(earlier, form.settings(UTC, Map.of()).costs());
        assertEquals(
                "Kept from the earlier run: commission tiers, currency conversion, splits and dividends.",
                costs.keptInWords());
    }
}
