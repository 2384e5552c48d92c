package org.tickwright.desktop.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @TempDir
    Path home;

    private final RunForm form =
            new RunForm(() -> Locale.US, FakeDesk.atOnce(Path.of("unused")).tasks());
    private final CostsForm costs = form.costs();

    @Test
    void chargesNothingBeyondBasisPointsUntilToldTo() {
        assertEquals(CostTerms.NONE, costs.terms());
        assertEquals(0, costs.given());
        assertTrue(form.costsValid());
    }

    @Test
    void percentsAndMoneyBecomeTheTermsOfTheRun() {
        costs.commission().perUnit().text().set("0.005");
        costs.commission().minimum().text().set("1");
        costs.commission().maker().text().set("-0.2");
        costs.prices().spread().text().set("4");
        costs.holding().borrow().text().set("3");
        costs.holding().funding().text().set("0.01");
        costs.holding().initial().text().set("50");
        costs.holding().maintenance().text().set("25");
        CostTerms terms = form.settings(UTC, Map.of()).costs();
        assertEquals(
                new CommissionTerms(0.005, 0, -0.2, null, 1.0, null, CommissionTerms.Basis.VALUE, List.of()),
                terms.commission());
        assertEquals(new SpreadTerms(SpreadTerms.Kind.BPS, 4), terms.spread());
        assertEquals(0.03, terms.carry().borrowRate());
        assertEquals(0.0001, terms.carry().fundingRate());
        assertEquals(new MarginTerms(0.5, 0.25), terms.margin());
        assertEquals(8, costs.given());
    }

    @Test
    void aSlippageModelReplacesTheBasisPoints() {
        costs.prices().modelProperty().set(SlippageModel.VOLUME);
        RunSettings settings = form.settings(UTC, Map.of());
        assertEquals(
                new SlippageTerms(SlippageTerms.Kind.VOLUME, 0.3, 20),
                settings.costs().slippage());
        assertEquals(0, settings.slippageBps());
        form.slippage().text().set("2");
        assertEquals(
                "Slippage follows the model under spread and slippage; put 0 here, or choose basis points there",
                form.slippage().problem().get());
        form.apply(CostPreset.CRYPTO);
        assertTrue(form.costsValid(), "a preset goes back to basis points");
        assertEquals(CostTerms.NONE, costs.terms());
    }

    @Test
    void marginNeedsBothNumbersInOrder() {
        costs.holding().initial().text().set("50");
        assertEquals(
                "A number is needed here",
                costs.holding().maintenance().problem().get());
        assertFalse(form.costsValid());
        costs.holding().maintenance().text().set("60");
        assertEquals(
                "Must be above 0 and at most the initial margin",
                costs.holding().maintenance().problem().get());
        costs.holding().initial().text().set("70");
        assertTrue(form.costsValid(), "judged anew when the other number changes");
        costs.holding().initial().text().set("");
        assertEquals(
                "A number is needed here", costs.holding().initial().problem().get());
    }

    @Test
    void theMostOfAnOrderIsNotBelowTheLeast() {
        costs.commission().maximum().text().set("5");
        costs.commission().minimum().text().set("6");
        assertEquals(
                "Must be at least the least commission",
                costs.commission().maximum().problem().get());
    }

    @Test
    void tiersAreReadAndRefusedLikeThoseOfTheCommandLine() {
        CommissionForm commission = costs.commission();
        commission.tierBasis().set(TierBasis.VALUE);
        assertEquals(
                CommissionTerms.NONE.withTiers("value:0=10,1000000=8"), commission.terms(), "something to begin with");
        commission.tiers().text().set("0=10, 500000=9.5");
        assertEquals(CommissionTerms.NONE.withTiers("value:0=10,500000=9.5"), commission.terms());
        commission.tiers().text().set("10");
        assertEquals(
                "A tier must be FROM=RATE, was '10'",
                commission.tiers().problem().get());
        assertFalse(form.costsValid());
        commission.tiers().text().set("5=10");
        assertTrue(commission.tiers().problem().get().startsWith("The first tier must start at 0"));
        commission.tierBasis().set(TierBasis.NONE);
        assertTrue(form.costsValid());
        assertEquals(CostTerms.NONE, costs.terms());
    }

    @Test
    void aCurrencyNeedsBothNamesAndOneRate() throws IOException {
        CurrencyForm currency = costs.currency();
        currency.account().text().set("USD");
        assertEquals(
                "Name both currencies, or neither",
                currency.instrument().problem().get());
        currency.instrument().text().set("EUR");
        assertEquals(
                "Needs a rate: what one unit of the second is worth in the first",
                currency.instrument().problem().get());
        currency.rate().text().set("1.1");
        assertEquals(new CurrencyTerms("USD", "EUR", 1.1, RateSeries.EMPTY, 0), currency.terms());
        currency.rateFile().text().set(written("fx.csv", "time,rate\n2024-01-02,1.09\n"));
        assertEquals(
                "The conversion rate must be a number or a series, not both",
                currency.rate().problem().get());
        currency.rate().clear();
        assertTrue(form.costsValid());
        assertEquals("1 rate on 2024-01-03", currency.rateFile().words().get(), "a day's rate is known when it ends");
        currency.rateFile().text().set(written("fx.csv", "time,rate\n2024-01-02,-1\n"));
        currency.rateFile().text().set(home.resolve("fx.csv") + " ");
        assertTrue(currency.rateFile().problem().get().startsWith("Conversion rates must be above 0"));
        currency.rateFile().clear();
        currency.rate().text().set("1.1");
        currency.instrument().text().set("USD");
        assertTrue(currency.instrument()
                .problem()
                .get()
                .startsWith("An account and an instrument in one currency have no conversion rate"));
    }

    @Test
    void aFileTellsWhatWasReadFromItOrWhatIsWrong() throws IOException {
        FileEntry<CorporateActions> file = costs.actions().file();
        file.text().set(home.resolve("none.csv").toString());
        assertTrue(file.problem().get().contains("none.csv"), file.problem().get());
        assertFalse(form.costsValid());
        file.text().set(written("actions.csv", "2014-06-09,split,7:1\n2014-08-07,dividend,0.47\n"));
        assertEquals("", file.problem().get());
        assertEquals(
                "1 split, 1 dividend, 2014-06-09 to 2014-08-07", file.words().get());
        assertEquals(1, costs.given());
        assertEquals(1, form.settings(UTC, Map.of()).costs().actions().splits().size());
        file.clear();
        assertEquals(CostTerms.NONE, costs.terms());
    }

    @Test
    void anAnswerThatComesLateDoesNotReplaceANewerFile() throws IOException {
        Queue<Runnable> background = new ArrayDeque<>();
        CostsForm slow =
                new CostsForm(() -> Locale.US, new FakeDesk(home, false, background::add, Runnable::run).tasks());
        FileEntry<RateSeries> funding = slow.holding().fundingFile();
        funding.text().set(written("a.csv", "time,rate\n2024-01-02T00:00:00Z,0.0001\n"));
        assertFalse(funding.valid(), "nothing runs before the file was read");
        funding.clear();
        background.remove().run();
        assertTrue(funding.valid());
        assertEquals(CostTerms.NONE, slow.terms());
        funding.text().set(home.resolve("a.csv").toString());
        background.remove().run();
        assertEquals(1, slow.terms().carry().funding().points().size());
        slow.holding().funding().text().set("0.01");
        assertEquals(
                "Funding must be a rate or a series, not both",
                slow.holding().funding().problem().get());
    }

    private String written(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text).toString();
    }

    @Test
    void showsEveryCostOfAnEarlierRun() {
        CostTerms earlier = new CostTerms(
                CommissionTerms.NONE.withTiers("units:0=0.0035,300000=0.002"),
                new SpreadTerms(SpreadTerms.Kind.PRICE, 0.02),
                new SlippageTerms(SlippageTerms.Kind.VOLATILITY, 0.15, 30),
                new CarryTerms(
                        0.031,
                        0,
                        new RateSeries(List.of(new RateSeries.Point(Instant.parse("2024-01-02T08:00:00Z"), 0.0001))),
                        0.055),
                new MarginTerms(0.35, 0.2),
                new CurrencyTerms("USD", "EUR", 1.1, RateSeries.EMPTY, 2),
                new CorporateActions(List.of(new CorporateActions.Split(LocalDate.of(2014, 6, 9), 7, 1)), List.of()));
        RunSettings settings = RunSettings.DEFAULTS.with(earlier);
        form.show(settings, UTC);
        assertEquals(earlier, form.settings(UTC, Map.of()).costs());
        assertEquals("0=0.0035, 300000=0.002", costs.commission().tiers().text().get());
        assertEquals(
                "Kept from the earlier run: 1 split, 0 dividends on 2014-06-09",
                costs.actions().file().words().get());
        form.show(RunSettings.DEFAULTS, UTC);
        assertEquals(CostTerms.NONE, costs.terms());
    }
}
