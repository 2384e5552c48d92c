package org.tickwright.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ImportException;
import org.tickwright.study.Metric;
import org.tickwright.study.Tries;
import org.tickwright.workbench.PerformanceMetrics;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "metrics",
        mixinStandardHelpOptions = true,
        description = "Computes performance metrics of a file of prices or of returns.")
final class MetricsCommand extends Subcommand {
    /// Prices or returns, exactly one of them.
    static final class Input {
        @Option(
                names = "--returns",
                required = true,
                paramLabel = "FILE",
                description = "dates and returns as fractions")
        private @Nullable Path returns;

        @Option(names = "--prices", required = true, paramLabel = "FILE", description = "dates and closing prices")
        private @Nullable Path prices;
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Input input = new Input();

    @Option(
            names = "--benchmark-prices",
            paramLabel = "FILE",
            description = "prices of a benchmark; dates are joined first")
    private @Nullable Path benchmark;

    @Option(names = "--periods-per-year", defaultValue = "252", description = "for annual figures (default 252)")
    private int periodsPerYear;

    @Option(names = "--risk-free", defaultValue = "0", paramLabel = "R", description = "yearly rate as a fraction")
    private double riskFree;

    @Option(
            names = "--dsr-trials",
            paramLabel = "N",
            description = "how many configurations were tried before this one was chosen; adds the deflated Sharpe"
                    + " ratio and needs --dsr-trial-variance where N is above 1")
    private @Nullable Integer trials;

    @Option(
            names = "--dsr-trial-variance",
            paramLabel = "V",
            description = "variance of the Sharpe ratios per period of those trials")
    private @Nullable Double trialVariance;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    MetricsCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws ImportException {
        if (periodsPerYear < 1) {
            throw new DataSource.BadArgument("Periods per year must be at least 1, was " + periodsPerYear);
        }
        if (!(riskFree > -1) || Double.isInfinite(riskFree)) {
            throw new DataSource.BadArgument("Risk-free rate must be a fraction above -1, was " + riskFree);
        }
        List<Metric> metrics = compute();
        if (json) {
            Map<String, Object> values = new LinkedHashMap<>();
            metrics.forEach(metric -> values.put(metric.name(), metric.value()));
            console.json(Map.of("metrics", values));
        } else {
            metrics.forEach(metric -> console.line(String.format(
                    Locale.ROOT,
                    "%-32s %-24s %-10s n=%d",
                    metric.name(),
                    metric.value() == null ? "undefined" : metric.value(),
                    metric.unit(),
                    metric.sampleSize())));
        }
        return 0;
    }

    private List<Metric> compute() throws ImportException {
        Tries tries = tries();
        PerformanceMetrics.Study study = study();
        return (tries == null ? study : study.after(tries, periodsPerYear, riskFree)).metrics();
    }

    private @Nullable Tries tries() {
        if (trials == null) {
            if (trialVariance != null) {
                throw new DataSource.BadArgument("--dsr-trial-variance goes with --dsr-trials: name both");
            }
            return null;
        }
        if (trials > 1 && trialVariance == null) {
            throw new DataSource.BadArgument("--dsr-trials " + trials
                    + " needs --dsr-trial-variance V: the variance of the Sharpe ratios per period of those trials");
        }
        try {
            return new Tries(trials, trialVariance);
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument(String.valueOf(e.getMessage()));
        }
    }

    private PerformanceMetrics.Study study() throws ImportException {
        if (input.prices != null) {
            return PerformanceMetrics.ofPricesFile(input.prices, benchmark, periodsPerYear, riskFree);
        }
        if (benchmark != null) {
            throw new DataSource.BadArgument(
                    "--benchmark-prices goes with --prices: dates are joined before returns are taken");
        }
        Path returns = input.returns;
        if (returns == null) {
            throw new DataSource.BadArgument("Name a file with --prices or --returns");
        }
        return PerformanceMetrics.ofReturnsFile(returns, periodsPerYear, riskFree);
    }
}
