package org.tickwright.engine;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tickwright.risk.CostTerms;
import org.tickwright.risk.SizeRule;
import org.tickwright.risk.SlippageTerms;

/// Everything a backtest is run with besides the strategy and the data.
///
/// `from` and `to` are nanoseconds UTC and restrict trading and results to bars opening in [from, to];
/// indicators still see earlier bars. `size` null leaves it to the strategy, else `fraction:1`. Stop and
/// target are fractions of the entry fill; null leaves them to the strategy. `fills` names the fill
/// profile, `fillTerms` says more where it is `realistic`. `costs` are what trading and holding cost beyond
/// the basis points.
public record RunSettings(
        double capital,
        double commissionBps,
        double slippageBps,
        @Nullable SizeRule size,
        boolean wholeUnits,
        Direction direction,
        @Nullable Double stopLoss,
        @Nullable Double takeProfit,
        String fills,
        int periodsPerYear,
        @Nullable Long from,
        @Nullable Long to,
        Map<String, Double> parameters,
        CostTerms costs,
        FillTerms fillTerms) {
    /// The profile of the reference rules.
    public static final String PLAIN = "plain";
    /// The profile that fills no more than could have been filled.
    public static final String REALISTIC = "realistic";

    /// The defaults of the command line.
    public static final RunSettings DEFAULTS =
            new RunSettings(100_000, 0, 0, null, false, Direction.LONG, null, null, "plain", 252, null, null, Map.of());

    /// Settings whose only costs are the basis points, with the default fill terms.
    public RunSettings(
            double capital,
            double commissionBps,
            double slippageBps,
            @Nullable SizeRule size,
            boolean wholeUnits,
            Direction direction,
            @Nullable Double stopLoss,
            @Nullable Double takeProfit,
            String fills,
            int periodsPerYear,
            @Nullable Long from,
            @Nullable Long to,
            Map<String, Double> parameters) {
        this(
                capital,
                commissionBps,
                slippageBps,
                size,
                wholeUnits,
                direction,
                stopLoss,
                takeProfit,
                fills,
                periodsPerYear,
                from,
                to,
                parameters,
                CostTerms.NONE,
                FillTerms.DEFAULTS);
    }

    /// These settings with other costs.
    public RunSettings with(CostTerms other) {
        return with(fills, other, fillTerms);
    }

    /// The same with another fill profile.
    public RunSettings filling(String profile, FillTerms terms) {
        return with(profile, costs, terms);
    }

    private RunSettings with(String profile, CostTerms charged, FillTerms terms) {
        return new RunSettings(
                capital,
                commissionBps,
                slippageBps,
                size,
                wholeUnits,
                direction,
                stopLoss,
                takeProfit,
                profile,
                periodsPerYear,
                from,
                to,
                parameters,
                charged,
                terms);
    }

    /// The same in whole units, or in parts of them.
    public RunSettings trading(boolean whole) {
        return new RunSettings(
                capital,
                commissionBps,
                slippageBps,
                size,
                whole,
                direction,
                stopLoss,
                takeProfit,
                fills,
                periodsPerYear,
                from,
                to,
                parameters,
                costs,
                fillTerms);
    }

    /// The same with some parameters of the strategy overridden, besides those that are.
    public RunSettings overriding(Map<String, Double> values) {
        Map<String, Double> all = new TreeMap<>(parameters);
        all.putAll(values);
        return parameters(all);
    }

    /// The same with these parameters alone.
    public RunSettings parameters(Map<String, Double> values) {
        return new RunSettings(
                capital,
                commissionBps,
                slippageBps,
                size,
                wholeUnits,
                direction,
                stopLoss,
                takeProfit,
                fills,
                periodsPerYear,
                from,
                to,
                values,
                costs,
                fillTerms);
    }

    /// Whether fills are realistic.
    public boolean realistic() {
        return fills.equals(REALISTIC);
    }

    /// Whether short entries are acted on.
    boolean shorts() {
        return direction == Direction.BOTH;
    }

    /// Which entries are acted on.
    public enum Direction {
        LONG,
        BOTH
    }

    /// Checks ranges; parameters are kept sorted by name.
    public RunSettings {
        require(capital > 0 && capital <= 1e10, "Capital must be above 0 and at most 10,000,000,000", capital);
        require(
                commissionBps >= 0 && commissionBps < 10_000,
                "Commission must be 0 to below 10,000 bps",
                commissionBps);
        require(slippageBps >= 0 && slippageBps < 10_000, "Slippage must be 0 to below 10,000 bps", slippageBps);
        require(
                stopLoss == null || (stopLoss > 0 && stopLoss < 1),
                "Stop loss must be a fraction between 0 and 1",
                stopLoss);
        require(takeProfit == null || takeProfit > 0, "Take profit must be a fraction above 0", takeProfit);
        require(periodsPerYear >= 1, "Periods per year must be at least 1", periodsPerYear);
        require(fills.equals(PLAIN) || fills.equals(REALISTIC), "Fill profile must be plain or realistic", fills);
        // Documents of before there were such terms have none.
        costs = costs == null ? CostTerms.NONE : costs;
        fillTerms = fillTerms == null ? FillTerms.DEFAULTS : fillTerms;
        require(
                slippageBps == 0 || costs.slippage().kind() == SlippageTerms.Kind.NONE,
                "Slippage must be given once, as basis points or as a model",
                slippageBps);
        parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    private static void require(boolean holds, String rule, @Nullable Object was) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", was " + was);
        }
    }
}
