package org.tickwright.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.ImportException;
import org.tickwright.market.RateSeries;
import org.tickwright.risk.CarryTerms;
import org.tickwright.risk.CommissionTerms;
import org.tickwright.risk.CostTerms;
import org.tickwright.risk.CurrencyTerms;
import org.tickwright.risk.MarginTerms;
import org.tickwright.risk.SlippageTerms;
import org.tickwright.risk.SpreadTerms;
import org.tickwright.workbench.CostFiles;
import picocli.CommandLine.Option;

/// What trading and holding cost, as options: each replaces its part of `--costs`.
final class CostOptions {
    @Option(
            names = "--costs",
            paramLabel = "FILE",
            description = "all costs as one JSON document; the options below replace parts of it")
    private @Nullable Path file;

    @Option(
            names = "--commission-per-unit",
            paramLabel = "MONEY",
            description = "commission for each unit, in the instrument's currency")
    private @Nullable Double perUnit;

    @Option(names = "--commission-per-order", paramLabel = "MONEY", description = "commission for each filled order")
    private @Nullable Double perOrder;

    @Option(names = "--commission-min", paramLabel = "MONEY", description = "least commission of an order")
    private @Nullable Double minimum;

    @Option(names = "--commission-max", paramLabel = "MONEY", description = "largest commission of an order")
    private @Nullable Double maximum;

    @Option(
            names = "--commission-tiers",
            paramLabel = "TIERS",
            description = "rates by what was traded earlier in the month: value:0=10,1000000=8 (basis points by value)"
                    + " or units:0=0.0035,300000=0.002 (money per unit by units)")
    private @Nullable String tiers;

    @Option(
            names = "--maker-bps",
            paramLabel = "BPS",
            description = "commission of fills that rested in the book, in place of --commission-bps; negative: rebate")
    private @Nullable Double maker;

    @Option(
            names = "--taker-bps",
            paramLabel = "BPS",
            description = "commission of fills that took liquidity, in place of --commission-bps")
    private @Nullable Double taker;

    @Option(
            names = "--spread-bps",
            paramLabel = "BPS",
            description = "distance of bid and ask; takers pay half of it, makers none")
    private @Nullable Double spreadBps;

    @Option(names = "--spread-price", paramLabel = "PRICE", description = "the same in units of the price")
    private @Nullable Double spreadPrice;

    @Option(
            names = "--slippage-model",
            paramLabel = "MODEL",
            description =
                    "fixed:0.01 (price), bps:2, volatility:0.1 (times the mean true range of 20 bars) or volume:0.3"
                        + " (square root of the share of the volume, times volatility); a third number is the window")
    private @Nullable String slippage;

    @Option(
            names = "--borrow-rate",
            paramLabel = "R",
            description = "yearly fee on the value of short positions: 0.03 is 3 %%")
    private @Nullable Double borrow;

    @Option(
            names = "--funding-rate",
            paramLabel = "R|FILE",
            description = "paid by longs, received by shorts, at 00, 08 and 16 h UTC: 0.0001 is 0.01 %%; or a file of"
                    + " time,rate")
    private @Nullable String funding;

    @Option(names = "--interest-rate", paramLabel = "R", description = "yearly interest on negative cash: 0.05 is 5 %%")
    private @Nullable Double interest;

    @Option(
            names = "--margin",
            paramLabel = "I:M",
            description = "initial and maintenance margin as fractions of the value: 0.5:0.25; the leverage is at most"
                    + " 1/I, and below M positions are closed at the next opening")
    private @Nullable String margin;

    @Option(
            names = "--currency",
            paramLabel = "A:I",
            description = "currency of the account and of the instrument: USD:EUR; needs --fx")
    private @Nullable String currency;

    @Option(
            names = "--fx",
            paramLabel = "R|FILE",
            description = "units of the account's currency for one of the instrument's, or a file of time,rate")
    private @Nullable String fx;

    @Option(
            names = "--fx-fee-bps",
            paramLabel = "BPS",
            description = "fee for changing currency, on the value of each fill")
    private @Nullable Double fxFee;

    @Option(
            names = "--actions",
            paramLabel = "FILE",
            description = "splits and dividends of a series with raw prices: date,split,7:1 and date,dividend,0.47, or"
                    + " a Lean factor file; SYMBOL=FILE for another instrument that is traded, comma separated. 'store'"
                    + " takes those of the store, as a series of the store does without this option; 'store:DATE' as"
                    + " they were known on a day, 'none' takes none")
    private List<String> actions = List.of();

    /// The terms that the options say.
    CostTerms terms() throws ImportException {
        try {
            CostTerms base = file == null ? CostTerms.NONE : CostFiles.terms(file);
            return new CostTerms(
                            commission(base.commission()),
                            spread(base.spread()),
                            slippage == null ? base.slippage() : SlippageTerms.parse(slippage),
                            carry(base.carry()),
                            margin == null ? base.margin() : MarginTerms.parse(margin),
                            currency(base.currency()),
                            actionsOfBase(base.actions()))
                    .actingOn(actionsOf(base.actionsOf()));
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument(String.valueOf(e.getMessage()));
        }
    }

    private static boolean word(String each) {
        return each.equals("none") || each.equals("store") || each.startsWith("store:");
    }

    /// Whether splits and dividends of the store are asked for: by a word, or because a series of the store is run
    /// over and nothing is said.
    boolean stored(boolean series) {
        List<String> named = NameList.of(actions);
        return named.stream().anyMatch(each -> each.startsWith("store"))
                || (series
                        && file == null
                        && named.stream().noneMatch(each -> symbol(each).isEmpty()));
    }

    /// The day at whose end they are to have been known; null for now.
    @Nullable
    LocalDate knownOn() {
        return NameList.of(actions).stream()
                .filter(each -> each.startsWith("store:"))
                .findFirst()
                .map(each -> DataActionsCommand.day(each.substring("store:".length())))
                .orElse(null);
    }

    private CorporateActions actionsOfBase(CorporateActions base) throws ImportException {
        CorporateActions found = base;
        for (String each : NameList.of(actions)) {
            if (symbol(each).isEmpty() && !word(each)) {
                found = CostFiles.actions(Path.of(each));
            }
        }
        return found;
    }

    private Map<String, CorporateActions> actionsOf(Map<String, CorporateActions> base) throws ImportException {
        Map<String, CorporateActions> found = new TreeMap<>(base);
        for (String each : NameList.of(actions)) {
            String symbol = symbol(each);
            if (!symbol.isEmpty()) {
                found.put(symbol, CostFiles.actions(Path.of(each.substring(symbol.length() + 1))));
            }
        }
        return found;
    }

    /// The symbol before a file; empty where the file is the base instrument's.
    private static String symbol(String named) {
        return Files.exists(Path.of(named)) ? "" : named.substring(0, Math.max(0, named.indexOf('=')));
    }

    private CommissionTerms commission(CommissionTerms base) {
        CommissionTerms flat = new CommissionTerms(
                perUnit == null ? base.perUnit() : perUnit,
                perOrder == null ? base.perOrder() : perOrder,
                maker == null ? base.makerBps() : maker,
                taker == null ? base.takerBps() : taker,
                minimum == null ? base.minimum() : minimum,
                maximum == null ? base.maximum() : maximum,
                base.tiersBy(),
                base.tiers());
        return tiers == null ? flat : flat.withTiers(tiers);
    }

    private SpreadTerms spread(SpreadTerms base) {
        if (spreadBps != null && spreadPrice != null) {
            throw new IllegalArgumentException("Give the spread once: --spread-bps or --spread-price");
        }
        if (spreadBps != null) {
            return new SpreadTerms(SpreadTerms.Kind.BPS, spreadBps);
        }
        return spreadPrice == null ? base : new SpreadTerms(SpreadTerms.Kind.PRICE, spreadPrice);
    }

    private CarryTerms carry(CarryTerms base) throws ImportException {
        Rate rate = Rate.of(funding, base.fundingRate(), base.funding());
        return new CarryTerms(
                borrow == null ? base.borrowRate() : borrow,
                rate.fixed,
                rate.series,
                interest == null ? base.interestRate() : interest);
    }

    private CurrencyTerms currency(CurrencyTerms base) throws ImportException {
        if (currency != null && fx == null && base.isNone()) {
            throw new IllegalArgumentException(
                    "--currency needs --fx: what one unit of the second is worth in the first");
        }
        String[] names = currency == null ? new String[] {base.account(), base.instrument()} : currency.split(":", -1);
        if (names.length != 2) {
            throw new IllegalArgumentException(
                    "Currencies must be ACCOUNT:INSTRUMENT, like USD:EUR, was '" + currency + "'");
        }
        Rate rate = Rate.of(fx, base.rate(), base.rates());
        if (fx != null && rate.fixed == 0 && rate.series.isEmpty()) {
            throw new IllegalArgumentException("A conversion rate must be above 0, was " + fx);
        }
        return new CurrencyTerms(names[0], names[1], rate.fixed, rate.series, fxFee == null ? base.feeBps() : fxFee);
    }

    /// A rate as a number or as a series; a series leaves the number 0.
    private record Rate(double fixed, RateSeries series) {
        static Rate of(@Nullable String text, double fixed, RateSeries series) throws ImportException {
            if (text == null) {
                return new Rate(fixed, series);
            }
            if (Files.isRegularFile(Path.of(text))) {
                return new Rate(0, CostFiles.rates(Path.of(text)));
            }
            try {
                return new Rate(Double.parseDouble(text), RateSeries.EMPTY);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "A rate must be a number or a file of time,rate, was '" + text + "'", e);
            }
        }
    }
}
