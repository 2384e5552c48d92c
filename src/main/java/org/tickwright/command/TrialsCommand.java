package org.tickwright.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.StoreException;
import org.tickwright.study.Trial;
import org.tickwright.study.TrialCount;
import org.tickwright.study.TrialLedger;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "trials",
        mixinStandardHelpOptions = true,
        description = "Tells how often each idea was tried on each data set. Nothing can be taken out of this count.")
final class TrialsCommand extends Subcommand {
    private static final long NANOS = 1_000_000_000L;

    @Option(names = "--lineage", paramLabel = "ID", description = "of this lineage only")
    private @Nullable String lineage;

    @Option(names = "--entries", description = "every row of the ledger, oldest first, in place of the counts")
    private boolean entries;

    @Option(
            names = "--verify",
            description = "check the seals of all rows; exit code 1 where a row was changed or taken out")
    private boolean verify;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    TrialsCommand(Console console) {
        super(console);
    }

    /// An idea on a data set: how often it was tried, and what was best. `best` is a Sharpe ratio per period.
    private record Tally(
            String strategy, TrialCount count, @Nullable Double best, long last) {}

    @Override
    int execute() throws StoreException {
        Workbench workbench = console.readable();
        if (verify) {
            return verify(workbench);
        }
        List<TrialLedger.Entry> all = workbench.backtests().trials().all();
        if (entries) {
            list(all.stream().filter(this::wanted).toList());
        } else {
            tell(tallies(all));
        }
        return 0;
    }

    private int verify(Workbench workbench) throws StoreException {
        TrialLedger.Check check = workbench.backtests().checkTrials();
        if (json) {
            Map<String, @Nullable Object> document = new LinkedHashMap<>();
            document.put("rows", check.rows());
            document.put("whole", check.fault().isEmpty());
            document.put("fault", check.fault().orElse(null));
            console.json(document);
        } else if (check.fault().isEmpty()) {
            console.line("The ledger is whole: " + check.rows() + " rows, every seal fits.");
        }
        if (check.fault().isPresent()) {
            console.note(check.fault().get() + " Counts of tries can no longer be relied on.");
            return 1;
        }
        return 0;
    }

    private boolean wanted(TrialLedger.Entry entry) {
        return lineage == null || entry.trial().lineage().id().equals(lineage);
    }

    /// One tally for each lineage and data set, in the order of their first try.
    private List<Tally> tallies(List<TrialLedger.Entry> all) {
        Map<List<String>, List<TrialLedger.Entry>> groups = new LinkedHashMap<>();
        all.stream()
                .filter(this::wanted)
                .forEach(entry -> groups.computeIfAbsent(
                                List.of(
                                        entry.trial().lineage().id(),
                                        entry.trial().dataSet()),
                                key -> new ArrayList<>())
                        .add(entry));
        return groups.values().stream().map(group -> tally(group, all)).toList();
    }

    private static Tally tally(List<TrialLedger.Entry> group, List<TrialLedger.Entry> all) {
        TrialLedger.Entry newest = group.getLast();
        Trial trial = newest.trial();
        List<String> counted = trial.lineage().all();
        List<TrialLedger.Entry> rows = all.stream()
                .filter(entry -> counted.contains(entry.trial().lineage().id()))
                .toList();
        TrialCount count = TrialCount.of(rows, trial.lineage().id(), trial.dataSet(), trial.dataHash());
        Double best = group.stream()
                .map(entry -> entry.trial().sharpe())
                .filter(sharpe -> sharpe != null)
                .max(Double::compare)
                .orElse(null);
        return new Tally(trial.strategyName(), count, best, newest.recorded());
    }

    private void tell(List<Tally> tallies) {
        if (json) {
            console.json(Map.of(
                    "trials", tallies.stream().map(TrialsCommand::document).toList()));
            return;
        }
        if (tallies.isEmpty()) {
            console.line("Nothing was tried yet. 'tickwright backtest FILE --data X' is a first try.");
            return;
        }
        console.line(String.format(
                Locale.ROOT,
                "%7s %9s %9s  %-24s %-24s %s",
                "tries",
                "inherited",
                "repeats",
                "data",
                "strategy",
                "lineage"));
        for (Tally tally : tallies) {
            TrialCount count = tally.count();
            console.line(String.format(
                    Locale.ROOT,
                    "%7d %9d %9d  %-24s %-24s %s",
                    count.count(),
                    count.inherited(),
                    count.repeats(),
                    count.dataSet(),
                    tally.strategy(),
                    count.lineage()));
        }
    }

    private static Map<String, @Nullable Object> document(Tally tally) {
        TrialCount count = tally.count();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("lineage", count.lineage());
        document.put("dataSet", count.dataSet());
        document.put("strategy", tally.strategy());
        document.put("count", count.count());
        document.put("inherited", count.inherited());
        document.put("repeats", count.repeats());
        document.put("sharpeVariancePerPeriod", count.variance());
        double luck = count.tries().luckiestSharpe();
        document.put("expectedMaxSharpePerPeriod", Double.isFinite(luck) ? luck : null);
        document.put("bestSharpePerPeriod", tally.best());
        document.put("last", time(tally.last()));
        return document;
    }

    private void list(List<TrialLedger.Entry> rows) {
        if (json) {
            console.json(Map.of("entries", rows.stream().map(TrialsCommand::row).toList()));
            return;
        }
        rows.forEach(entry -> console.line(String.format(
                Locale.ROOT,
                "%6d  %s  %-8s %-20s %-20s %9s  %s",
                entry.seal().number(),
                time(entry.recorded()),
                entry.trial().kind().word(),
                entry.trial().dataSet(),
                entry.trial().strategyName(),
                entry.trial().sharpe() == null
                        ? "–"
                        : String.format(Locale.ROOT, "%.4f", entry.trial().sharpe()),
                entry.trial().settings())));
    }

    private static Map<String, @Nullable Object> row(TrialLedger.Entry entry) {
        Trial trial = entry.trial();
        Map<String, @Nullable Object> document = new TreeMap<>();
        document.put("number", entry.seal().number());
        document.put("recorded", time(entry.recorded()));
        document.put("kind", trial.kind().word());
        document.put("lineage", trial.lineage().id());
        document.put("ancestors", trial.lineage().ancestors());
        document.put("dataSet", trial.dataSet());
        document.put("dataHash", trial.dataHash());
        document.put("configuration", trial.configuration());
        document.put("strategyHash", trial.strategyHash());
        document.put("strategy", trial.strategyName());
        document.put("settings", trial.settings());
        document.put("sharpePerPeriod", trial.sharpe());
        document.put("bars", trial.bars());
        document.put("engineVersion", trial.engineVersion());
        document.put("seal", entry.seal().hash());
        return document;
    }

    private static String time(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS))
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                .toString();
    }
}
