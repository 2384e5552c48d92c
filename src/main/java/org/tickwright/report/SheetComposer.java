package org.tickwright.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.Trade;
import org.tickwright.study.Metric;
import org.tickwright.study.TrialCount;

/// Puts a tear sheet into words, figures, charts and tables: everything the formats say is decided here.
final class SheetComposer {
    static final int TRADES_SHOWN = 1_000;
    private static final int MOST_YEARS = 40;
    private static final int LONGEST_REASON = 600;

    private final TearSheet sheet;
    private final RunResult run;
    private final Figures figures;
    private final RunCurves curves;
    private final Assumptions assumptions;
    private final int decimals;
    private final double chartWidth;

    private SheetComposer(TearSheet sheet, Figures figures, double chartWidth) {
        this.sheet = sheet;
        this.figures = figures;
        this.chartWidth = chartWidth;
        run = sheet.run();
        curves = RunCurves.of(run, sheet.bars());
        assumptions = new Assumptions(run.settings(), figures);
        decimals = Figures.priceDecimals(sheet.bars());
    }

    /// The sheet with charts drawn `chartWidth` wide: the narrower, the larger their text on a page of given width.
    static Sheet compose(TearSheet sheet, Figures figures, double chartWidth) {
        return new SheetComposer(sheet, figures, chartWidth).compose();
    }

    private Sheet compose() {
        List<Sheet.Section> sections = new ArrayList<>();
        sections.add(section("", headline(), new Sheet.Notes(Caveats.of(sheet))));
        sections.add(section(
                "Equity and drawdown",
                new Sheet.Chart(EquityChart.of(curves, chartWidth, chartWidth > 850 ? 400 : 560, figures)
                        .drawing())));
        sections.add(months());
        sections.add(section(
                "Distribution of trade returns",
                new Sheet.Chart(TradeHistogram.of(run.trades(), chartWidth, 240, figures))));
        sections.add(section("What was assumed", assumed()));
        costs(sections);
        sections.add(Unknowns.of(run, curves, figures));
        sections.add(section("Data and provenance", data()));
        sections.add(strategy());
        sections.add(section("Result figures", metrics(RunFigures.of(run))));
        if (!sheet.metrics().isEmpty()) {
            sections.add(section("Metrics of the equity curve", metrics(sheet.metrics())));
        }
        sections.add(section("Trades", trades()));
        return new Sheet(run.strategyName(), subtitle(), warning(), footer(), sections);
    }

    private void costs(List<Sheet.Section> sections) {
        List<List<Sheet.Cell>> rows = CostBreakdown.of(run, figures).stream()
                .map(row -> List.of(
                        Sheet.Cell.text(row.name()),
                        Sheet.Cell.text(row.amount()),
                        Sheet.Cell.text(row.share()),
                        Sheet.Cell.text(row.meaning())))
                .toList();
        if (!rows.isEmpty()) {
            List<Sheet.Column> columns = List.of(
                    new Sheet.Column("Cost", false, 18),
                    new Sheet.Column("Amount", true, 16),
                    new Sheet.Column("Share", true, 18),
                    new Sheet.Column("What it is", false, 48));
            sections.add(section("What it cost", Sheet.Table.plain(columns, rows, "")));
        }
    }

    private static Sheet.Section section(String title, Sheet.Block... blocks) {
        return new Sheet.Section(title, List.of(blocks));
    }

    private String subtitle() {
        int n = run.time().length;
        String range = n == 0
                ? "no bars"
                : curves.timeText(run.time()[0]) + " to " + curves.timeText(run.time()[n - 1]) + " · "
                        + figures.count(n) + (n == 1 ? " bar" : " bars");
        return run.series() + " · " + range;
    }

    private @Nullable String warning() {
        return run.simulated() ? "SIM – simulated market, not real prices" : null;
    }

    private String footer() {
        return "Tickwright " + run.engineVersion() + " · run " + sheet.runId() + " · data " + shortHash(run.dataHash());
    }

    private static String shortHash(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }

    private Sheet.Block headline() {
        return new Sheet.FigureGrid(
                RunFigures.headline(sheet).stream().map(this::figure).toList());
    }

    private Sheet.Figure figure(Metric metric) {
        Double value = metric.value() instanceof Double number ? number : null;
        boolean signed = metric.name().equals("totalReturn")
                || metric.name().equals("buyHoldReturn")
                || metric.name().equals("cagr");
        String text = signed ? figures.percent(value, true) : figures.metric(metric);
        int tone = metric.name().equals("totalReturn") && value != null ? (int) Math.signum(value) : 0;
        return new Sheet.Figure(metric.title(), text, value, sample(metric), metric.formula(), tone);
    }

    private String sample(Metric metric) {
        boolean ofTrades = metric.name().equals("winRate") || metric.name().equals("profitFactor");
        if (metric.name().equals("trades")) {
            return figures.count(run.summary().longs()) + " long, "
                    + figures.count(run.summary().shorts()) + " short";
        }
        if (metric.name().equals("dsrTrials")) {
            return tries(sheet, figures);
        }
        String unit = ofTrades ? "trade" : "bar";
        return figures.count(metric.sampleSize()) + " " + unit + (metric.sampleSize() == 1 ? "" : "s");
    }

    /// What stands below the number of tries.
    private static String tries(TearSheet sheet, Figures figures) {
        TrialCount count = sheet.trials();
        return count == null ? "not counted" : figures.count(count.repeats()) + " repeated";
    }

    private Sheet.Section months() {
        CalendarReturns returns = CalendarReturns.of(curves);
        int years = returns.years().size();
        String title = years > MOST_YEARS ? "Monthly returns, % (last " + MOST_YEARS + " years)" : "Monthly returns, %";
        return section(title, new Sheet.Chart(MonthlyHeatMap.of(returns, chartWidth, MOST_YEARS, figures)));
    }

    private Sheet.Block assumed() {
        List<List<Sheet.Cell>> rows = new ArrayList<>();
        for (Assumptions.Row row : assumptions.rows()) {
            rows.add(
                    List.of(Sheet.Cell.text(row.name()), Sheet.Cell.text(row.value()), Sheet.Cell.text(row.meaning())));
        }
        return Sheet.Table.plain(
                List.of(column("Assumption", 20), column("Value", 22), column("What it means", 58)), rows, "");
    }

    private Sheet.Block data() {
        int n = run.time().length;
        List<List<Sheet.Cell>> rows = new ArrayList<>();
        rows.add(pair("Series", run.series() + (run.simulated() ? "  SIM" : "")));
        rows.add(pair("Origin", run.simulated() ? "Simulated market (SIM): generated, never traded" : "Imported data"));
        rows.add(pair("First bar tested", n == 0 ? Figures.NONE : curves.timeText(run.time()[0])));
        rows.add(pair("Last bar tested", n == 0 ? Figures.NONE : curves.timeText(run.time()[n - 1])));
        rows.add(pair("Bars tested", figures.count(n)));
        rows.add(pair(
                "Bars before",
                figures.count(run.firstIndex()) + (run.firstIndex() > 0 ? ", seen by indicators only" : "")));
        rows.add(pair("Exchange's zone", run.zone().getId()));
        rows.add(pair("Data hash", run.dataHash() + " (SHA-256)"));
        rows.add(pair("Strategy hash", run.strategyHash() + " (SHA-256)"));
        TrialCount count = sheet.trials();
        if (count != null) {
            rows.add(pair("Lineage", count.lineage() + ", counted on " + count.dataSet()));
            rows.add(pair(
                    "Ledger of trials",
                    "row " + count.seal().number() + ", seal " + count.seal().hash()));
        }
        rows.add(pair(
                "Engine",
                "Tickwright " + run.engineVersion()
                        + "; the same engine, strategy, data and settings give the same result, bit for bit"));
        if (curves.benchmark() == null) {
            rows.add(pair("Benchmark", "Not drawn: the series has been changed or removed since this run."));
        }
        return pairs(rows);
    }

    private static List<Sheet.Cell> pair(String name, String value) {
        return List.of(Sheet.Cell.text(name), Sheet.Cell.text(value));
    }

    private static Sheet.Table pairs(List<List<Sheet.Cell>> rows) {
        return Sheet.Table.plain(List.of(column("", 20), column("", 80)), rows, "");
    }

    private static Sheet.Column column(String title, double weight) {
        return new Sheet.Column(title, false, weight);
    }

    private static Sheet.Column numeric(String title, double weight) {
        return new Sheet.Column(title, true, weight);
    }

    private Sheet.Section strategy() {
        List<Sheet.Block> blocks = new ArrayList<>();
        String words = sheet.strategyWords();
        blocks.add(new Sheet.Prose(words.isEmpty() ? "The strategy has no description." : words));
        if (!sheet.strategyJson().isBlank()) {
            blocks.add(new Sheet.Quote("Strategy file", sheet.strategyJson()));
        }
        return new Sheet.Section("Strategy", blocks);
    }

    private Sheet.Block metrics(List<Metric> metrics) {
        List<List<Sheet.Cell>> rows = new ArrayList<>();
        for (Metric metric : metrics) {
            Double number = metric.value() instanceof Double value && Double.isFinite(value) ? value : null;
            rows.add(List.of(
                    Sheet.Cell.text(metric.title()),
                    Sheet.Cell.number(figures.metric(metric), number),
                    Sheet.Cell.text(Figures.unit(metric)),
                    Sheet.Cell.number(figures.count(metric.sampleSize()), (double) metric.sampleSize()),
                    Sheet.Cell.text(metric.formula())));
        }
        List<Sheet.Column> columns = List.of(
                column("Figure", 22),
                numeric("Value", 15),
                column("Unit", 10),
                numeric("Sample", 9),
                column("How", 44));
        return Sheet.Table.plain(columns, rows, Figures.NONE + " where a figure is not defined for the sample.");
    }

    private Sheet.Block trades() {
        List<Trade> all = run.trades();
        if (all.isEmpty()) {
            return new Sheet.Prose("The strategy made no trade over these bars.");
        }
        boolean cut = all.size() > TRADES_SHOWN;
        List<Trade> shown = new ArrayList<>(cut ? all.subList(0, TRADES_SHOWN / 2) : all);
        if (cut) {
            shown.addAll(all.subList(all.size() - TRADES_SHOWN / 2, all.size()));
        }
        List<List<Sheet.Cell>> rows = shown.stream().map(this::row).toList();
        String caption = cut
                ? "The first and last " + figures.count(TRADES_SHOWN / 2) + " of " + figures.count(all.size())
                        + " trades; the CSV and JSON exports hold all of them."
                : "Prices include slippage; P&L is after commission.";
        return new Sheet.Table(
                tradeColumns(), rows, shown.stream().map(SheetComposer::why).toList(), caption);
    }

    private static List<Sheet.Column> tradeColumns() {
        return List.of(
                numeric("#", 5),
                column("Side", 6),
                column("Entry", 14),
                numeric("Price", 10),
                column("Exit", 14),
                numeric("Price", 10),
                numeric("Quantity", 12),
                numeric("Net P&L", 12),
                numeric("Return", 10),
                numeric("Bars", 7));
    }

    private List<Sheet.Cell> row(Trade trade) {
        return List.of(
                Sheet.Cell.number(figures.count(trade.trade()), (double) trade.trade()),
                Sheet.Cell.text(trade.sideInWords()),
                Sheet.Cell.text(curves.timeText(trade.entryTime())),
                Sheet.Cell.number(figures.price(trade.entryPrice(), decimals), trade.entryPrice()),
                Sheet.Cell.text(curves.timeText(trade.exitTime())),
                Sheet.Cell.number(figures.price(trade.exitPrice(), decimals), trade.exitPrice()),
                Sheet.Cell.number(figures.quantity(trade.qty()), trade.qty()),
                Sheet.Cell.gain(figures.gain(trade.netPnl()), trade.netPnl()),
                Sheet.Cell.gain(figures.percent(trade.returnPct() / 100, true), trade.returnPct()),
                Sheet.Cell.number(figures.count(trade.barsHeld()), (double) trade.barsHeld()));
    }

    /// Why a position was opened and closed.
    private static String why(Trade trade) {
        String entry = trade.entryReasonText().strip();
        return "Entry: " + (entry.isEmpty() ? "no reason recorded" : brief(entry)) + "\nExit: "
                + brief(exitInWords(trade));
    }

    /// Reasons are short; one that is not must not push its trade off the page.
    private static String brief(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }

    /// Why a position was closed, with the values that decided it.
    static String exitInWords(Trade trade) {
        String kind = switch (trade.exitReason()) {
            case SIGNAL -> "signal";
            case STOP -> "stop";
            case STOP_GAP -> "gap through the stop";
            case TARGET -> "target";
            case TARGET_GAP -> "gap through the target";
            case END_OF_DATA -> "end of data";
            case LIQUIDATION -> "margin call";
        };
        String text = trade.exitReasonText().strip();
        return text.isEmpty() || text.equalsIgnoreCase(kind) ? kind : kind + ": " + text;
    }
}
