package org.tickwright.desktop.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.tickwright.desktop.PlaceId;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.Trade;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.NodeType;
import org.tickwright.strategy.StrategyDocument;

/// Strategies that read other timeframes and trade several instruments, from the template to the result, with the
/// sample
/// data and without a file being edited.
class SeriesJourneyTest extends SampledJourney {
    @Test
    void anAverageIsSetToWeeksSeenInThePreviewAndRun() throws Exception {
        StrategyDocument template = template("sma-cross");
        String average = template.nodes().stream()
                .filter(node -> node.type().equals("indicator.SMA"))
                .map(Node::id)
                .findFirst()
                .orElseThrow();
        StrategyDocument open = template.withGraph(
                template.nodes(),
                template.wires().stream()
                        .filter(wire -> !wire.to().node().equals(average))
                        .toList());
        onScreen(() -> window.workstation().openStrategy(open, null));
        person.untilAt(PlaceId.STUDIO);
        person.until("the first preview", () -> person.words("#studio-figure-4").matches("\\d+"));
        window.settle();
        String before = person.words("#studio-figure-0");

        select(average);
        person.untilShown("#setting-timeframe");
        onScreen(() -> timeframe().requestFocus());
        person.robot().push(KeyCode.DOWN);
        person.until("another preview", () -> !person.words("#studio-figure-0").equals(before));
        window.settle();
        assertEquals("1w", onScreen(() -> timeframe().getValue()));

        RunResult run = backtest();
        Node ran = archivedNode(average);
        assertEquals("1w", ran.params().get(NodeType.TIMEFRAME));
        assertTrue(run.trades().size() > 0, "it trades");
    }

    @Test
    void thePairsTemplateRunsOverTheSimulatedInstruments() throws Exception {
        onScreen(() -> window.workstation().openStrategy(template("pairs-spread"), null));
        person.untilAt(PlaceId.STUDIO);
        person.until(
                "the preview trades", () -> person.words("#studio-figure-4").matches("[1-9]\\d*"));

        RunResult run = backtest();

        assertTrue(run.simulated());
        assertEquals("SIM-ALPHA 1d", run.series().toString());
        assertEquals(List.of("SIM-ALPHA", "SIM-BETA"), instruments(run));
    }

    @Test
    void theRotationTemplateRunsOverTheUniverseOfTheStore() throws Exception {
        onScreen(() -> window.workstation().openStrategy(template("rotation"), null));
        person.untilAt(PlaceId.STUDIO);
        person.until(
                "the preview trades", () -> person.words("#studio-figure-4").matches("[1-9]\\d*"));
        assertEquals("SIM-ALPHA, SIM-BETA", person.words("#studio-universe"));

        assertEquals(List.of("SIM-ALPHA", "SIM-BETA"), instruments(backtest()));
    }

    private static List<String> instruments(RunResult run) {
        return run.trades().stream()
                .map(Trade::instrument)
                .flatMap(Stream::ofNullable)
                .distinct()
                .sorted()
                .toList();
    }

    private RunResult backtest() throws Exception {
        person.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
        person.untilShown("#run-backtest");
        window.settle();
        person.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
        person.untilShown("#result-tabs");
        String id = window.workbench().backtests().list().getFirst().id();
        return window.workbench().backtests().tearSheet(id).orElseThrow().run();
    }

    private Node archivedNode(String id) throws Exception {
        String run = window.workbench().backtests().list().getFirst().id();
        String json =
                window.workbench().backtests().tearSheet(run).orElseThrow().strategyJson();
        return org.tickwright.strategy.StrategyCodec.read(json).node(id).orElseThrow();
    }

    private void select(String node) {
        onScreen(() -> window.studio().select(node));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> timeframe() {
        return (ComboBox<String>) window.workstation().scene().lookup("#setting-timeframe");
    }
}
