package org.tickwright.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.SummaryFigures;
import org.tickwright.kernel.Progress;
import org.tickwright.market.ImportException;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickSeries;
import org.tickwright.report.SweepCsv;
import org.tickwright.report.SweepInWords;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.strategy.StrategyParameter;
import org.tickwright.study.sweep.Objective;
import org.tickwright.study.sweep.ParameterRange;
import org.tickwright.study.sweep.SweepFigure;
import org.tickwright.study.sweep.SweepPlan;
import org.tickwright.study.sweep.SweepPlan.Search;
import org.tickwright.workbench.Backtests.InvalidStrategyException;
import org.tickwright.workbench.Sweeps;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a strategy with many combinations of its parameters and keeps the figures of each.",
            "Stopped by Ctrl+C it keeps what it has done; the same command goes on from there."
        })
final class SweepCommand extends Subcommand {
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
            paramLabel = "K=RANGE",
            parameterConsumer = Ranges.class,
            description = "values to try: --param fast=5..50:5 slow=20,50,100 share=0.5; a name alone takes the range"
                    + " of the strategy. Without --param every parameter that has a range is tried.")
    private Map<String, String> ranges = new LinkedHashMap<>();

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = "--search",
            paramLabel = "HOW",
            defaultValue = "GRID",
            description =
                    "grid (every combination), random, latin (spread evenly over each range), genetic (breeds from"
                            + " the best so far) or bayesian (tries where most improvement is to be expected)")
    private Search search = Search.GRID;

    @Option(
            names = {"--samples", "--runs"},
            paramLabel = "N",
            description = "all but grid: how many combinations (default 1000; genetic and bayesian 200)")
    private @Nullable Integer samples;

    @Option(
            names = "--objective",
            paramLabel = "FIGURE",
            description =
                    "genetic and bayesian: the figure to look for, in its own sense (the highest Sharpe ratio, the"
                            + " lowest volatility) or as FIGURE:max, FIGURE:min (default sharpe)")
    private @Nullable String objective;

    @Option(
            names = "--min-trades",
            paramLabel = "N",
            description = "genetic and bayesian: runs with fewer trades are worth nothing (default 10)")
    private @Nullable Integer leastTrades;

    @Option(names = "--workers", paramLabel = "N", description = "how many runs at once (default: one per core)")
    private @Nullable Integer workers;

    @Option(
            names = "--sort",
            paramLabel = "FIGURE",
            description = "the figure by which combinations are ranked (default sharpe, or the objective)")
    private @Nullable String sort;

    @Option(
            names = "--figures",
            paramLabel = "WHICH",
            defaultValue = "all",
            description = "all, or quick: without Sharpe ratio and volatility, in two thirds of the time where a"
                    + " strategy only enters and leaves; ranks by totalReturn then (default ${DEFAULT-VALUE})")
    private String wanted = "all";

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "20",
            description = "how many of the best are listed (default ${DEFAULT-VALUE})")
    private int top;

    @Option(names = "--json", description = "the whole sweep as one JSON document on standard output")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "every combination with all its figures as CSV")
    private @Nullable Path out;

    SweepCommand(Console console) {
        super(console);
    }

    @Override
    int execute()
            throws IOException, StoreException, ImportException, StrategyFormatException, InvalidStrategyException {
        SummaryFigures figures = wanted();
        SweepFigure sorted = sort == null ? null : figure(sort, figures);
        int atOnce = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
        if (atOnce < 1 || top < 0) {
            throw new DataSource.BadArgument(
                    atOnce < 1 ? "--workers must be at least 1, was " + atOnce : "--top must be 0 or more, was " + top);
        }
        StrategyDocument document = strategy.read();
        SweepPlan plan = plan(document);
        TickOptions.Told told = ticks.read(console, data);
        DataSource.Loaded loaded = told.base();
        List<MarketSeries> finer = options.finer(console, data, loaded.bars());
        List<TickSeries> trades = told.inside(options.realistic());
        RunSettings stated = options.settings(
                Map.of(), loaded.bars().zone(), FillOptions.keys(finer, trades), search != Search.GRID);
        RunSettings settings = options.stored(console, data, loaded, stated);
        MarketData market = FillOptions.under(others.load(console, data, loaded), finer, trades);
        Sweeps.Request request = new Sweeps.Request(document, market, others.closes(), settings, plan, figures);
        Sweeps.Result result = run(request, atOnce);
        if (!result.complete()) {
            return stopped(result);
        }
        Objective looked = plan.objective();
        tell(request, result, sorted != null ? sorted : looked == null ? usual() : looked.figure());
        return 0;
    }

    private SummaryFigures wanted() {
        try {
            return SummaryFigures.named(wanted);
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument("--figures: " + e.getMessage());
        }
    }

    /// What is looked for where nothing is said.
    private SweepFigure usual() {
        return SweepFigure.SHARPE.in(wanted()) ? SweepFigure.SHARPE : SweepFigure.TOTAL_RETURN;
    }

    private static SweepFigure figure(String sort, SummaryFigures figures) {
        SweepFigure figure = figure(sort);
        if (!figure.in(figures)) {
            throw new DataSource.BadArgument(
                    "--sort " + sort + " needs --figures all: with " + figures + " it is not computed");
        }
        return figure;
    }

    private static SweepFigure figure(String sort) {
        try {
            return SweepFigure.named(sort);
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument("--sort: " + e.getMessage());
        }
    }

    private SweepPlan plan(StrategyDocument document) {
        try {
            List<ParameterRange> parsed = ranges.isEmpty() ? own(document) : parsed(document);
            if (!search.guided() && (objective != null || leastTrades != null)) {
                throw new DataSource.BadArgument("--objective and --min-trades belong to --search genetic and bayesian;"
                        + " --sort ranks what any search found");
            }
            if (search == Search.GRID) {
                if (samples != null) {
                    throw new DataSource.BadArgument(
                            "--samples belongs to --search random, latin, genetic and bayesian");
                }
                return SweepPlan.grid(parsed);
            }
            if (search.guided()) {
                return SweepPlan.guided(search, parsed, samples == null ? 200 : samples, options.seed(), objective());
            }
            int count = samples == null ? 1000 : samples;
            return search == Search.RANDOM
                    ? SweepPlan.random(parsed, count, options.seed())
                    : SweepPlan.latin(parsed, count, options.seed());
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument(String.valueOf(e.getMessage()));
        }
    }

    private Objective objective() {
        String figure = objective == null ? usual().key() : objective;
        return Objective.parse(figure, leastTrades == null ? Objective.USUAL_TRADES : leastTrades);
    }

    /// Every parameter that has a range.
    private static List<ParameterRange> own(StrategyDocument document) {
        List<ParameterRange> found = new ArrayList<>();
        for (StrategyParameter parameter : document.parameters()) {
            ParameterRange range = ParameterRange.own(parameter);
            if (range != null) {
                found.add(range);
            }
        }
        if (found.isEmpty()) {
            throw new DataSource.BadArgument(
                    "No parameter of the strategy has a range; name some with --param" + " k=a..b:step");
        }
        return found;
    }

    private List<ParameterRange> parsed(StrategyDocument document) {
        List<ParameterRange> found = new ArrayList<>();
        ranges.forEach((name, text) -> {
            StrategyParameter parameter = document.parameter(name)
                    .orElseThrow(() -> new DataSource.BadArgument("The strategy has no parameter '" + name
                            + "'; it has "
                            + (document.parameters().isEmpty()
                                    ? "none"
                                    : String.join(
                                            ", ",
                                            document.parameters().stream()
                                                    .map(StrategyParameter::name)
                                                    .toList()))));
            ParameterRange range =
                    text.isEmpty() ? ParameterRange.own(parameter) : ParameterRange.parse(parameter, text);
            if (range == null) {
                throw new DataSource.BadArgument(
                        "The strategy gives parameter " + name + " no range; name one: --param " + name + "=a..b:step");
            }
            found.add(range);
        });
        return found;
    }

    /// Runs and keeps the rows; where another program holds the home they are made all the same and not kept.
    private Sweeps.Result run(Sweeps.Request request, int atOnce) throws StoreException, InvalidStrategyException {
        Progress progress = console.stoppable();
        try {
            try {
                Workbench workbench = console.writable();
                ask(workbench, request);
                workbench
                        .sweeps()
                        .begun(request)
                        .filter(begun -> begun.finished() > 0)
                        .ifPresent(begun -> console.note(String.format(
                                Locale.ROOT,
                                "%,d of %,d combinations are done already.",
                                begun.finished(),
                                begun.head().points())));
                return workbench.sweeps().run(request, atOnce, progress);
            } catch (HomeInUse e) {
                console.note("The sweep is not kept and not counted as trials: " + e.getMessage());
                Workbench workbench = console.readable();
                ask(workbench, request);
                return workbench.sweeps().runUnarchived(request, atOnce, progress);
            }
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument(String.valueOf(e.getMessage()));
        }
    }

    private void ask(Workbench workbench, Sweeps.Request request) throws StoreException {
        RunAudit.ask(console, workbench, request.given().base(), request.settings(), data.accepted());
    }

    private int stopped(Sweeps.Result result) {
        console.note(String.format(
                Locale.ROOT,
                "Stopped. %,d of %,d combinations are done%s",
                result.sweep().finished(),
                result.plan().size(),
                result.archived()
                        ? " and kept; the same command goes on from there."
                        : ", and nothing of it is kept."));
        return 1;
    }

    private void tell(Sweeps.Request request, Sweeps.Result result, SweepFigure figure)
            throws StoreException, IOException, InvalidStrategyException {
        SweepRanking ranking =
                SweepRanking.of(result, figure, top, request.settings().periodsPerYear());
        if (out != null) {
            write(result, out);
        }
        SweepText text = new SweepText(console, result, ranking);
        if (json) {
            text.json(request);
        } else {
            text.table(request);
        }
        caveat(request, result, ranking);
        if (out != null) {
            console.note("Wrote " + out + ".");
        }
    }

    /// With the figures, or beside the document, which must not change with the count of trials.
    private void caveat(Sweeps.Request request, Sweeps.Result result, SweepRanking ranking)
            throws StoreException, InvalidStrategyException {
        if (ranking.peak() < 0) {
            return;
        }
        RunResult best =
                console.readable().sweeps().look(request, ranking.parameters().apply(ranking.peak()), Progress.NONE);
        String words = SweepInWords.of(best, ranking.tries(), result.trials());
        if (json) {
            console.note(words);
        } else {
            console.line(words);
        }
    }

    /// Writes beside the target first and moves it there when it is whole.
    private static void write(Sweeps.Result result, Path target) throws IOException, StoreException {
        Path directory = target.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Path draft = Files.createTempFile(directory, ".sweep", ".csv");
        try {
            try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                SweepCsv csv = new SweepCsv(result.plan(), result.figures(), writer);
                result.rows(row -> {
                    try {
                        csv.row(row);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            try {
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Takes every following `name=range` word.
    static final class Ranges implements picocli.CommandLine.IParameterConsumer {
        @Override
        public void consumeParameters(
                java.util.Stack<String> words,
                picocli.CommandLine.Model.ArgSpec argument,
                picocli.CommandLine.Model.CommandSpec command) {
            Map<String, String> values = argument.getValue();
            boolean first = true;
            while (!words.isEmpty() && (first || words.peek().matches("[A-Za-z_]\\w*=.*"))) {
                String word = words.pop();
                int equals = word.indexOf('=');
                String name = equals < 0 ? word : word.substring(0, equals);
                if (values.put(name, equals < 0 ? "" : word.substring(equals + 1)) != null) {
                    throw new picocli.CommandLine.ParameterException(
                            command.commandLine(), "Parameter " + name + " is given twice");
                }
                first = false;
            }
        }
    }
}
