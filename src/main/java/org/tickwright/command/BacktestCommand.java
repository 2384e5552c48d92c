package org.tickwright.command;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.Ambiguity;
import org.tickwright.engine.Band;
import org.tickwright.engine.CostSummary;
import org.tickwright.engine.RunJson;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSeries;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.Summary;
import org.tickwright.market.ImportException;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickSeries;
import org.tickwright.market.audit.RunFindings;
import org.tickwright.report.TriesInWords;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.strategy.StrategyWarmUp;
import org.tickwright.study.TrialCount;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.Backtests.InvalidStrategyException;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = "Runs a strategy over a series or file once, and archives the run.")
final class BacktestCommand extends Subcommand {
    @Mixin
    private StrategyFile strategy = new StrategyFile();

    @Mixin
    private DataSource data = new DataSource();

    @Mixin
    private OtherSeries others = new OtherSeries();

    @Mixin
    private TickOptions ticks = new TickOptions();

    @Option(
            names = "--param",
            paramLabel = "K=V",
            parameterConsumer = ParameterValues.class,
            description = "parameters of the strategy: --param fast=10 slow=30, or comma separated")
    private Map<String, Double> parameters = new LinkedHashMap<>();

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--json", description = "the whole run as one JSON document on standard output")
    private boolean json;

    private RunFindings found = RunFindings.NONE;

    BacktestCommand(Console console) {
        super(console);
    }

    @Override
    int execute()
            throws IOException, StoreException, ImportException, StrategyFormatException, InvalidStrategyException {
        StrategyDocument document = strategy.read();
        TickOptions.Told told = ticks.read(console, data);
        DataSource.Loaded loaded = told.base();
        List<MarketSeries> finer = options.finer(console, data, loaded.bars());
        List<TickSeries> trades = told.inside(options.realistic());
        RunSettings stated = options.settings(parameters, loaded.bars().zone(), FillOptions.keys(finer, trades), false);
        RunSettings settings = options.stored(console, data, loaded, stated);
        MarketData market = FillOptions.under(others.load(console, data, loaded), finer, trades);
        Backtests.Archived archived = run(document, market, settings);
        if (json) {
            RunJson.write(archived.result(), found, console.out());
            console.out().println();
        } else {
            text(archived.result());
        }
        tries(archived);
        if (archived.id().isEmpty()) {
            return 0;
        }
        console.note("Archived as run " + archived.id() + "; 'tickwright report " + archived.id()
                + " --out DIR' writes its tear sheet.");
        return 0;
    }

    /// Runs and archives; where another program holds the home the run is made all the same and not archived.
    private Backtests.Archived run(StrategyDocument document, MarketData market, RunSettings settings)
            throws StoreException, InvalidStrategyException {
        try {
            try {
                Workbench workbench = console.writable();
                found = RunAudit.ask(console, workbench, market.base(), settings, data.accepted());
                return workbench
                        .backtests()
                        .run(document, market, others.closes(), settings, found, console.progress());
            } catch (HomeInUse e) {
                console.note("The run is not archived and not counted as a trial: " + e.getMessage());
                Workbench workbench = console.readable();
                found = RunAudit.ask(console, workbench, market.base(), settings, data.accepted());
                return workbench
                        .backtests()
                        .runUnarchived(document, market, others.closes(), settings, console.progress());
            }
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument(String.valueOf(e.getMessage()));
        }
    }

    private void text(RunResult run) {
        Summary s = run.summary();
        console.line(run.strategyName() + " on " + run.series() + (run.simulated() ? " (SIMULATED)" : ""));
        row("final equity", "%,.2f", s.finalEquity());
        row("total return", "%.2f %%", 100 * s.totalReturn());
        row("buy and hold", "%.2f %%", 100 * s.buyHoldReturn());
        percent("cagr", s.cagr());
        number("sharpe", s.sharpe());
        row("max drawdown", "%.2f %%", 100 * s.maxDrawdown());
        row("trades", "%d", s.trades());
        percent("win rate", s.winRate());
        number("profit factor", s.profitFactor());
        row("commission", "%,.2f", s.totalCommission());
        row("slippage", "%,.2f", s.totalSlippage());
        costs(s.costs());
        if (run.settings().realistic()) {
            row("ambiguous bars", "%s", ambiguous(run.ambiguity()));
            Band band = run.band();
            if (band != null) {
                row("band", "%s", band.inWords());
            }
        }
        if (s.trades() == 0) {
            withoutTrades(run);
        }
        if (run.warmUp() != null) {
            row("counts from", "%s", countsFrom(run.warmUp()));
        }
        if (!found.isEmpty()) {
            row("audit", "%s", RunAudit.brief(found));
        }
        row("data", "%s", run.dataHash());
        for (RunSeries input : run.inputs()) {
            row("read", "%s", input.inWords() + "  " + input.hash());
        }
        row("strategy", "%s", run.strategyHash());
    }

    private static String ambiguous(Ambiguity ambiguity) {
        return ambiguity.count() + (ambiguity.volumeKnown() ? "" : "; the data have no volume, so nothing caps a fill");
    }

    /// Why nothing was traded: what became of the orders, else that none was made.
    private void withoutTrades(RunResult run) {
        long refused = run.orders().stream()
                .filter(order -> order.status().equals("REJECTED"))
                .count();
        row(
                "no trades",
                "%s",
                refused == 0
                        ? "no entry condition was true with everything defined"
                        : refused + " orders were refused: "
                                + run.orders().getFirst().reason());
    }

    private void costs(CostSummary paid) {
        amount("of it spread", paid.spread());
        amount("of it impact", paid.impact());
        amount("borrow", paid.borrow());
        amount("funding", paid.funding());
        amount("dividends", paid.dividends());
        amount("interest", paid.interest());
        amount("conversion", paid.conversion());
        if (paid.marginCalls() > 0) {
            row("margin calls", "%d", paid.marginCalls());
        }
        Double breakEven = paid.breakEvenBps();
        row("break-even", "%s", breakEven == null ? "–" : String.format(Locale.ROOT, "%.2f bps a side", breakEven));
    }

    /// Kinds that cost nothing are left out.
    private void amount(String name, double value) {
        if (value != 0) {
            row(name, "%,.2f", value);
        }
    }

    /// How often the idea was tried: with the figures, or beside the document, which must not change with it.
    private void tries(Backtests.Archived archived) {
        TrialCount count = archived.trials();
        if (count == null) {
            return;
        }
        int yearly = archived.result().settings().periodsPerYear();
        String words = TriesInWords.of(count, yearly, 0);
        if (json) {
            console.note(words);
            return;
        }
        Backtests.deflated(archived.result(), count).stream()
                .filter(metric -> metric.name().equals("dsr"))
                .forEach(metric -> percent("deflated sharpe", (Double) metric.value()));
        console.line("  " + words);
    }

    private static String countsFrom(StrategyWarmUp warmUp) {
        return warmUp.stableFrom() == null
                ? warmUp.note()
                : "bar " + warmUp.stableFrom() + " (defined from bar " + warmUp.definedFrom()
                        + "; before, values still show where the data begin)";
    }

    private void percent(String name, @Nullable Double value) {
        row(name, "%s", value == null ? "–" : String.format(Locale.ROOT, "%.2f %%", 100 * value));
    }

    private void number(String name, @Nullable Double value) {
        row(name, "%s", value == null ? "–" : String.format(Locale.ROOT, "%.3f", value));
    }

    private void row(String name, String format, Object value) {
        console.line(String.format(Locale.ROOT, "  %-14s " + format, name, value));
    }

    /// Takes every following `name=value` word.
    static final class ParameterValues implements picocli.CommandLine.IParameterConsumer {
        @Override
        public void consumeParameters(
                java.util.Stack<String> words,
                picocli.CommandLine.Model.ArgSpec argument,
                picocli.CommandLine.Model.CommandSpec command) {
            Map<String, Double> values = argument.getValue();
            boolean first = true;
            while (!words.isEmpty() && (first || words.peek().matches("[A-Za-z_]\\w*=.*"))) {
                for (String pair : List.of(words.pop().split(","))) {
                    int equals = pair.indexOf('=');
                    try {
                        values.put(pair.substring(0, Math.max(equals, 0)), Double.valueOf(pair.substring(equals + 1)));
                    } catch (NumberFormatException e) {
                        throw new picocli.CommandLine.ParameterException(
                                command.commandLine(), "A parameter is name=number, was '" + pair + "'");
                    }
                }
                first = false;
            }
        }
    }
}
