package org.tickwright.desktop.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.SummaryFigures;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SessionClose;
import org.tickwright.market.Timeframe;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.study.sweep.SweepArchive;
import org.tickwright.study.sweep.SweepFigure;
import org.tickwright.study.sweep.SweepPlan.Search;
import org.tickwright.testing.MemoryBarStore;

class SweepModelTest {
    private static final SeriesKey SERIES = new SeriesKey("SIM-ALPHA", Timeframe.DAY);

    @TempDir
    Path home;

    private FakeDesk desk;
    private SweepForm form;
    private SweepModel model;
    private final List<String> opened = new ArrayList<>();

    @BeforeEach
    void begin() throws Exception {
        desk = FakeDesk.atOnce(home);
        desk.workbench().series().installSamples(Progress.NONE);
        SweepWork work = new WorkbenchSweeps(desk.workbench());
        form = new SweepForm(work, desk.tasks(), () -> Locale.US, false);
        model = model(work);
        form.begin(new SweepWork.Setup(
                FakeWork.template(),
                new BacktestWork.Market(SERIES, List.of(), SessionClose.Given.NONE),
                RunSettings.DEFAULTS.overriding(Map.of("fast", 12.0))));
        range("fast", "5", "20", "5");
        range("slow", "30", "60", "10");
    }

    private SweepModel model(SweepWork work) {
        SweepModel made = new SweepModel(work, desk.tasks());
        made.onRun(opened::add);
        return made;
    }

    private SweepParameterRow row(String name) {
        return form.parameters().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void range(String name, String from, String to, String step) {
        row(name).from().text().set(from);
        row(name).to().text().set(to);
        row(name).step().text().set(step);
    }

    private void start() {
        model.begin(form.searching(), form.plan().orElseThrow());
        model.follow();
    }

    @Test
    void theListTellsHowFarASweepIsBeforeTheArchiveIsReadAgain() {
        RunListModel list = new RunListModel(new FakeWork(), new WorkbenchSweeps(desk.workbench()), desk.tasks());
        start();
        list.refresh();
        SweepArchive.Entry complete = ((ListedItem.Sweep) list.items().getFirst()).entry();
        SweepArchive.Entry begun = new SweepArchive.Entry(complete.id(), complete.created(), complete.head(), 0);
        int before = list.progressed().get();

        assertEquals(0, list.finished(begun));
        list.note(begun.id(), 5);
        list.note(begun.id(), 5);
        assertEquals(5, list.finished(begun));
        assertEquals(16, list.finished(complete));
        assertEquals(before + 1, list.progressed().get());
    }

    @Test
    void tellsHowManyRunsItMakesAndHowLongTheyTake() {
        assertEquals("", form.obstacle().get());
        assertEquals("16 runs: 4 of fast × 4 of slow", form.count().get());
        assertTrue(
                form.estimate().get().contains(" runs a second"),
                form.estimate().get());
        row("slow").searched().set(false);
        assertEquals("4 runs: 4 of fast", form.count().get());
        assertEquals("stays at 30", row("slow").words());
        form.search().set(Search.LATIN);
        assertEquals(
                "There are only 4 combinations, fewer than the samples asked for. Search the grid.",
                form.obstacle().get());
    }

    @Test
    void namesTheParameterWhoseRangeIsWrong() {
        row("fast").from().text().set("20");
        assertEquals("fast: The range must go up", form.obstacle().get());
        assertEquals("", form.count().get());
        row("fast").from().text().set("1.5");
        assertEquals("fast: A whole number is needed", form.obstacle().get());
        row("fast").searched().set(false);
        row("slow").searched().set(false);
        assertEquals("Choose at least one parameter to search.", form.obstacle().get());
    }

    @Test
    void startsWithTheRangesOfTheStrategyItself() {
        form.begin(form.setup().get());
        assertEquals("10 values", row("fast").words());
        assertEquals("19 values", row("slow").words());
        row("fast").searched().set(false);
        assertEquals("stays at 12", row("fast").words(), "the value that the run had");
    }

    @Test
    void everyRowIsTheRunOfItsParameters() throws Exception {
        start();
        assertEquals(SweepModel.State.COMPLETE, model.state().get());
        assertEquals(16, model.points().size());
        SweepJob job = model.shown().get();
        assertNotNull(job);
        int point = model.points().get(7);
        RunResult run = desk.workbench()
                .backtests()
                .run(
                        FakeWork.template(),
                        SERIES,
                        RunSettings.DEFAULTS.overriding(job.plan().parameters(point)),
                        Progress.NONE)
                .result();
        assertEquals(run.summary().sharpe(), job.results().of(SweepFigure.SHARPE, point));
        assertEquals(run.summary().totalReturn(), job.results().of(SweepFigure.TOTAL_RETURN, point));
    }

    @Test
    void marksPeakAndPlateauAndSaysWhatTheTriesMakeOfTheBest() {
        start();
        SweepMarks marks = model.marks().get();
        assertTrue(marks.peak() >= 0);
        assertNotNull(marks.plateau());
        SweepJob job = model.shown().get();
        assertNotNull(job);
        String words = new SweepWords(Locale.US).plateau(job.results(), marks, true);
        assertTrue(words.contains("in the median") || words.contains("the best median"), words);
        assertTrue(model.luck().get().contains("16 times"), model.luck().get());
        assertTrue(
                model.luck().get().contains("deflated Sharpe ratio"),
                model.luck().get());
        model.figure().set(SweepFigure.MAX_DRAWDOWN);
        assertEquals(SweepFigure.MAX_DRAWDOWN, model.marks().get().figure());
    }

    @Test
    void opensTheRunOfACombinationOnce() throws Exception {
        start();
        model.openRun(5);
        model.openRun(5);
        assertEquals(List.of("r1", "r1"), opened);
        assertEquals(1, desk.workbench().backtests().list().size());
        RunResult run =
                desk.workbench().backtests().tearSheet("r1").orElseThrow().run();
        SweepJob job = model.shown().get();
        assertNotNull(job);
        assertEquals(job.plan().parameters(5), run.settings().parameters());
        model.runDeleted("r1");
        model.openRun(5);
        assertEquals("r2", opened.getLast());
    }

    @Test
    void aSweepThatWasStoppedGoesOnAfterARestart() throws Exception {
        range("fast", "5", "24", "1");
        range("slow", "30", "60", "2");
        SweepWork real = new WorkbenchSweeps(desk.workbench());
        SweepWork.Found found = real.begin(form.searching(), form.plan().orElseThrow());
        int[] seen = new int[1];
        real.run(found.entry(), rows -> seen[0] += rows.size(), new Progress() {
            @Override
            public void report(double fraction, String activity) {}

            @Override
            public boolean cancelled() {
                return seen[0] > 0;
            }
        });
        assertTrue(seen[0] > 0 && seen[0] < 320, seen[0] + " rows");

        SweepModel later = model(new WorkbenchSweeps(desk.workbench()));
        later.open(found.entry().id());
        assertEquals(SweepModel.State.STOPPED, later.state().get());
        assertEquals(seen[0], later.finished().get());
        assertEquals(seen[0], later.points().size());
        later.resume();
        later.follow();
        assertEquals(SweepModel.State.COMPLETE, later.state().get());
        assertEquals(320, later.points().size());
    }

    @Test
    void theSameSearchAgainShowsWhatIsThere() {
        start();
        String id = model.shown().get().id();
        model.begin(form.searching(), form.plan().orElseThrow());
        assertEquals(id, model.shown().get().id());
        assertEquals(SweepModel.State.COMPLETE, model.state().get());
        assertEquals(16, model.points().size());
    }

    @Test
    void aSearchLikeAnEarlierOneStartsWithItsRanges() {
        form.search().set(Search.LATIN);
        form.samples().text().set("9");
        form.seed().text().set("4");
        start();
        String plan = model.shown().get().plan().toString();
        form.begin(form.setup().get());
        form.beginLike(model.shown().get().found());
        assertEquals(plan, form.plan().orElseThrow().toString());
    }

    @Test
    void aQuickSearchHasNoSharpeRatioAndKeepsTheChoice() {
        form.figures().set(SummaryFigures.QUICK);
        start();
        SweepResults results = model.shown().get().results();
        assertFalse(results.shown().contains(SweepFigure.SHARPE));
        assertEquals(SweepFigure.TOTAL_RETURN, model.figure().get());
        assertTrue(
                model.luck().get().startsWith("Sharpe ratios were left out"),
                model.luck().get());
        String quick = model.shown().get().id();
        SweepModel later = model(new WorkbenchSweeps(desk.workbench()));
        later.open(quick);
        assertEquals(results.shown(), later.shown().get().results().shown());
        form.begin(form.setup().get());
        assertEquals(SummaryFigures.ALL, form.figures().get());
        form.beginLike(later.shown().get().found());
        assertEquals(SummaryFigures.QUICK, form.figures().get());
        form.search().set(Search.GENETIC);
        form.samples().set(10);
        assertEquals(
                "A search for the best Sharpe ratio needs all figures.",
                form.obstacle().get());
        form.figures().set(SummaryFigures.ALL);
        assertEquals("", form.obstacle().get());
        form.search().set(Search.GRID);
        start();
        assertFalse(model.shown().get().id().equals(quick));
        assertTrue(model.shown().get().results().shown().contains(SweepFigure.SHARPE));
    }

    @Test
    void aQuickSearchTellsWhatTheAuditFoundInItsBars() {
        MemoryBarStore store = new MemoryBarStore();
        SeriesKey holed = new SeriesKey("HOLED", Timeframe.DAY);
        store.save(holed, holed(), "made", false);
        desk = FakeDesk.over(home.resolve("holed"), store, ExchangeCalendars.shipped());
        SweepWork work = new WorkbenchSweeps(desk.workbench());
        form = new SweepForm(work, desk.tasks(), () -> Locale.US, false);
        model = model(work);
        form.begin(new SweepWork.Setup(
                FakeWork.template(),
                new BacktestWork.Market(holed, List.of(), SessionClose.Given.NONE),
                RunSettings.DEFAULTS.overriding(Map.of("fast", 12.0))));
        range("fast", "5", "20", "5");
        range("slow", "30", "60", "10");
        form.figures().set(SummaryFigures.QUICK);
        start();
        String told = model.luck().get();
        assertTrue(told.startsWith("Sharpe ratios were left out"), told);
        assertTrue(told.contains("found in the tested range: ") && told.contains("GAP"), told);
        model.follow();
        assertEquals(told, model.luck().get());
    }

    /// Two years of days with two months lost.
    private static Bars holed() {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, 700);
        for (int i = 0; i < 730; i++) {
            if (i < 400 || i > 460) {
                double close = 100 + 10 * StrictMath.sin(i / 9.0);
                bars.append((19_000L + i) * 86_400_000_000_000L, close, close + 1, close - 1, close, 500 + i);
            }
        }
        return bars;
    }

    @Test
    void saysThatASearchHasGone() {
        model.open("s77");
        assertEquals(
                "Sweep s77 is not in the archive any more.", model.failure().get());
        assertFalse(model.working("s77"));
    }

    @Test
    void guidedSearchesRunMarkAndBeginAgain() {
        range("fast", "5", "20", "1");
        range("slow", "30", "60", "1");
        form.search().set(Search.BAYESIAN);
        form.samples().set(2000);
        assertEquals(
                "A Bayesian search tries up to 1,000 combinations. Search genetically for more.",
                form.obstacle().get());
        form.search().set(Search.GENETIC);
        assertEquals(
                "There are only 496 combinations, fewer than the samples asked for. Search the grid.",
                form.obstacle().get());
        form.samples().set(40);
        form.objective().set(SweepFigure.MAX_DRAWDOWN);
        assertTrue(form.highest().get(), "a drawdown is negative, so the highest is the least deep");
        form.objective().set(SweepFigure.ANNUAL_VOL);
        assertFalse(form.highest().get());
        form.leastTrades().set(3);
        start();
        SweepJob job = model.shown().get();
        assertEquals(40, job.finished());
        assertEquals(SweepModel.State.COMPLETE, model.state().get());
        assertEquals(
                new org.tickwright.study.sweep.Objective(SweepFigure.ANNUAL_VOL, false, 3),
                job.plan().objective());
        assertTrue(model.marks().get().peak() >= 0);
        String words =
                new SweepWords(Locale.US).plateau(job.results(), model.marks().get(), true);
        assertTrue(words.contains("fast "), words);
        HeatGrid grid = HeatGrid.of(job.plan(), job.results().cells(), "fast", "slow", Map.of());
        int tried = 0;
        for (int column = 0; column < grid.columns(); column++) {
            for (int row = 0; row < grid.rows(); row++) {
                int point = grid.point(column, row);
                if (point >= 0) {
                    tried++;
                    assertEquals(
                            grid.xs().get(column),
                            job.results().parameters(point).get("fast"));
                    assertEquals(column, grid.column(point));
                    assertEquals(row, grid.row(point));
                }
            }
        }
        assertEquals(40, tried);
        model.openRun(7);
        assertEquals(1, opened.size());
        form.search().set(Search.GRID);
        form.beginLike(job.found());
        assertEquals(Search.GENETIC, form.search().get());
        assertEquals(SweepFigure.ANNUAL_VOL, form.objective().get());
        assertFalse(form.highest().get());
        assertEquals(3, form.leastTrades().value().orElseThrow());
    }
}
