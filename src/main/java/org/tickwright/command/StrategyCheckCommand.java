package org.tickwright.command;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ImportException;
import org.tickwright.market.MarketData;
import org.tickwright.market.StoreException;
import org.tickwright.spi.IndicatorSpec.Cost;
import org.tickwright.strategy.CausalityReport;
import org.tickwright.strategy.CausalityReport.Finding;
import org.tickwright.strategy.CausalityReport.NodeFacts;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.workbench.Backtests.InvalidStrategyException;
import org.tickwright.workbench.CausalityChecks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Cuts history at many bars and poisons what comes after, to find nodes that look ahead. Exit code"
                + " 1 if one does.")
final class StrategyCheckCommand extends Subcommand {
    private static final long NANOS = 1_000_000_000L;

    @Mixin
    private StrategyFile file = new StrategyFile();

    @Mixin
    private DataSource data = new DataSource();

    @Mixin
    private OtherSeries others = new OtherSeries();

    @Option(
            names = "--param",
            paramLabel = "K=V",
            parameterConsumer = BacktestCommand.ParameterValues.class,
            description = "parameters of the strategy: --param fast=10 slow=30, or comma separated")
    private Map<String, Double> parameters = new LinkedHashMap<>();

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    StrategyCheckCommand(Console console) {
        super(console);
    }

    @Override
    int execute()
            throws IOException, StoreException, ImportException, StrategyFormatException, InvalidStrategyException {
        StrategyDocument document = file.read();
        MarketData market = others.load(console, data, data.load(console));
        CausalityChecks checks = new CausalityChecks(console.source());
        plugInProblems();
        CausalityReport report;
        try {
            if (checks.readsOthers(document)) {
                market = console.readable().backtests().market(document, market, others.closes());
            }
            report = checks.check(document, market, parameters, console.progress());
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument(String.valueOf(e.getMessage()));
        }
        if (json) {
            console.json(document(document, market, report));
        } else {
            text(document, market, report);
        }
        return report.clean() ? 0 : 1;
    }

    private void plugInProblems() {
        console.catalogues()
                .plugIns()
                .forEach(plugIn -> plugIn.problems()
                        .forEach(problem -> console.note("Plug-in " + plugIn.name() + ": " + problem)));
    }

    private void text(StrategyDocument document, MarketData market, CausalityReport report) {
        console.line(String.format(
                Locale.ROOT,
                "%s on %s: %,d bars, cut at %,d of them, and tried bar by bar at all",
                document.name(),
                market.base().key(),
                report.bars(),
                report.cuts()));
        for (NodeFacts facts : report.nodes()) {
            console.line(String.format(
                    Locale.ROOT,
                    "  %-28s %-24s %s%s",
                    facts.node() + "." + facts.port(),
                    facts.type(),
                    defined(facts, report),
                    marks(facts)));
        }
        report.findings().forEach(finding -> console.line(word(finding) + ": " + finding.message()));
        console.line(report.clean() ? "No node looks ahead." : "Do not trust a result of this strategy.");
    }

    private static String defined(NodeFacts facts, CausalityReport report) {
        if (facts.definedFrom() >= report.bars()) {
            return "never defined";
        }
        return "defined from bar " + facts.definedFrom()
                + (facts.stableFrom() == null ? ", keeps its start" : ", stable from bar " + facts.stableFrom());
    }

    private static String marks(NodeFacts facts) {
        return (facts.repaints() ? ", would repaint: emits when confirmed" : "")
                + (facts.cost() == Cost.WINDOW ? ", cost grows with its window" : "");
    }

    private static String word(Finding finding) {
        return finding.kind().severe() ? "leak" : "warning";
    }

    private static Map<String, Object> document(StrategyDocument document, MarketData market, CausalityReport report) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("strategy", document.name());
        all.put("series", market.base().key().toString());
        all.put("clean", report.clean());
        all.put("bars", report.bars());
        all.put("cuts", report.cuts());
        all.put("seed", report.seed());
        all.put(
                "findings",
                report.findings().stream().map(StrategyCheckCommand::document).toList());
        all.put(
                "nodes",
                report.nodes().stream()
                        .map(facts -> document(facts, report.bars()))
                        .toList());
        return all;
    }

    private static Map<String, Object> document(Finding finding) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", finding.kind().name());
        document.put("severe", finding.kind().severe());
        document.put("node", finding.node());
        document.put("port", finding.port());
        document.put("bar", finding.bar());
        document.put(
                "time",
                Instant.ofEpochSecond(Math.floorDiv(finding.time(), NANOS), Math.floorMod(finding.time(), NANOS))
                        .toString());
        document.put("cut", finding.cut());
        document.put("before", number(finding.before()));
        document.put("after", number(finding.after()));
        document.put("message", finding.message());
        return document;
    }

    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static Map<String, Object> document(NodeFacts facts, int bars) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("node", facts.node());
        document.put("type", facts.type());
        document.put("port", facts.port());
        document.put("definedFrom", facts.definedFrom() >= bars ? null : facts.definedFrom());
        document.put("stableFrom", facts.stableFrom());
        document.put("repaints", facts.repaints());
        document.put("cost", facts.cost().name());
        return document;
    }
}
