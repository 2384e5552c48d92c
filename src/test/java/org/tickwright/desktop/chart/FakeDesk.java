package org.tickwright.desktop.chart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.DeskSettings;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.desktop.PlaceId;
import org.tickwright.market.SeriesKey;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.Workbench;

/// A desk with one place, which keeps what it was told.
final class FakeDesk implements Desk {
    private final Workbench workbench;
    private final BackgroundTasks tasks = new Fixture.Tasks();
    private final DeskSettings settings = new DeskSettings();
    final List<String> told = new ArrayList<>();

    FakeDesk(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Workbench workbench() {
        return workbench;
    }

    @Override
    public BackgroundTasks tasks() {
        return tasks;
    }

    @Override
    public DeskSettings settings() {
        return settings;
    }

    @Override
    public void go(PlaceId place) {
        told.add("go " + place);
    }

    @Override
    public void openChart(SeriesKey series) {
        told.add("chart " + series);
    }

    @Override
    public void openRunOnChart(String runId, int trade) {
        told.add("run on chart " + runId);
    }

    @Override
    public void openStrategy(StrategyDocument document, @Nullable Path file) {
        told.add("strategy " + document.name());
    }

    @Override
    public void openWizard(StrategyDocument document, @Nullable SeriesKey series) {
        told.add("wizard " + document.name());
    }

    @Override
    public void openRun(String runId) {
        told.add("run " + runId);
    }

    @Override
    public void openHelp(HelpTopic topic) {
        told.add("help " + topic);
    }

    @Override
    public void notify(String message, boolean error) {
        told.add(message);
    }
}
