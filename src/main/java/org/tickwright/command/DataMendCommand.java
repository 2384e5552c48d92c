package org.tickwright.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.BarDifference;
import org.tickwright.market.Mend;
import org.tickwright.market.MendPlan;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.audit.MendScope;
import org.tickwright.market.audit.SeriesQuality;
import org.tickwright.workbench.SeriesMends;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "mend",
        mixinStandardHelpOptions = true,
        description = {
            "Mends what the audit finds in a stored series, as a new version of it.",
            "The version before stays: 'tickwright data use SYMBOL --version N' goes back to it."
        })
final class DataMendCommand extends Subcommand {
    @Mixin
    private SeriesArgument series = new SeriesArgument();

    @Option(
            names = "--mend",
            split = ",",
            paramLabel = "FINDING=ACTION",
            description =
                    "drop, keep, fill, scale or shift:ZONE, as fits the finding; without it the choices are listed")
    private List<String> mends = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "mend only what lies at or after a time; a day is one of the series' zone")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "mend only what lies up to a time; a day counts in whole")
    private @Nullable String to;

    @Option(names = "--dry-run", description = "show what would change and store nothing")
    private boolean dry;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    DataMendCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws StoreException {
        MendPlan plan = plan();
        Workbench workbench = dry || plan.isEmpty() ? console.readable() : console.writable();
        SeriesInfo info = series.find(workbench);
        if (plan.isEmpty()) {
            choices(workbench, info);
            return 0;
        }
        SeriesMends of = workbench.series().mends();
        try {
            SeriesMends.Proposal proposal = of.propose(info.key(), plan, scope(info));
            if (dry) {
                show(proposal, proposal.difference(), null);
                return 0;
            }
            SeriesMends.Applied applied = of.apply(proposal);
            show(proposal, applied.difference(), applied);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage() + ". Nothing was stored.", e);
        }
        return 0;
    }

    private MendPlan plan() {
        try {
            return MendPlan.parse(String.join(",", mends));
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument(String.valueOf(e.getMessage()));
        }
    }

    private MendScope scope(SeriesInfo info) {
        long first = from == null ? Long.MIN_VALUE : RunOptions.instant(from, info.zone(), false);
        long end = to == null ? Long.MAX_VALUE : RunOptions.instant(to, info.zone(), true);
        if (first > end) {
            throw new DataSource.BadArgument("--from lies behind --to; nothing lies between them");
        }
        return new MendScope(first, end, List.of());
    }

    private void choices(Workbench workbench, SeriesInfo info) throws StoreException {
        Optional<SeriesQuality> quality = workbench.series().quality(info.key());
        Map<String, List<Mend.Action>> choices =
                quality.map(SeriesMends::choices).orElse(Map.of());
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("series", info.key().toString());
            document.put(
                    "choices",
                    choices.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    each -> each.getValue().stream()
                                            .map(DataMendCommand::word)
                                            .toList(),
                                    (one, other) -> one,
                                    LinkedHashMap::new)));
            console.json(document);
            return;
        }
        console.line(
                choices.isEmpty()
                        ? "Nothing was found in " + info.key() + " that could be mended."
                        : "What was found in " + info.key() + " and how it can be mended (--mend FINDING=ACTION):");
        choices.forEach((code, actions) -> console.line("  " + code + " × "
                + quality.orElseThrow().report().findingCounts().get(code) + ": "
                + actions.stream().map(DataMendCommand::word).collect(Collectors.joining(", "))));
    }

    private static String word(Mend.Action action) {
        return action == Mend.Action.SHIFT ? "shift:ZONE" : action.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void show(SeriesMends.Proposal proposal, BarDifference difference, SeriesMends.@Nullable Applied applied) {
        if (json) {
            console.json(document(proposal, difference, applied));
            return;
        }
        DifferenceText.lines(difference).forEach(console::line);
        TreeSet<String> codes = new TreeSet<>(proposal.before().keySet());
        codes.addAll(proposal.after().keySet());
        for (String code : codes) {
            int was = proposal.before().getOrDefault(code, 0);
            int is = proposal.after().getOrDefault(code, 0);
            console.line("  " + code + " × " + was + (was == is ? ", as before" : " -> × " + is));
        }
        SeriesKey key = proposal.key();
        console.note(
                applied == null
                        ? "Nothing was stored; leave --dry-run out to store it."
                        : key + " is read as version " + applied.info().version() + ", mended " + proposal.plan()
                                + ". 'tickwright data use " + key.symbol() + " --timeframe " + key.timeframe()
                                + " --version " + applied.before() + "' goes back.");
    }

    private static Map<String, Object> document(
            SeriesMends.Proposal proposal, BarDifference difference, SeriesMends.@Nullable Applied applied) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("series", proposal.key().toString());
        document.put("mends", proposal.plan().toString());
        document.put("stored", applied != null);
        document.put("version", applied == null ? null : applied.info().version());
        document.put("before", proposal.version());
        document.put("difference", DifferenceText.document(difference));
        document.put("findingsBefore", proposal.before());
        document.put("findingsAfter", proposal.after());
        return document;
    }
}
