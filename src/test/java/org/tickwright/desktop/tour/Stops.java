package org.tickwright.desktop.tour;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.tickwright.kernel.Progress;
import org.tickwright.market.StoreException;

/// The screens of the tour in their states, in the order a person would meet them.
///
/// The system property `tickwright.tour` names the groups to go through while a screen is being made, like
/// `data,market`; without it the tour goes through all of them.
final class Stops {
    private Stops() {}

    /// The stops of this tour.
    static List<Stop> all(TourHand hand, Path folder) throws StoreException {
        Map<String, List<Stop>> groups = groups(hand, folder);
        String wanted = System.getProperty("tickwright.tour", "");
        if (wanted.isBlank()) {
            return groups.values().stream().flatMap(List::stream).toList();
        }
        List<String> names = List.of(wanted.split(","));
        if (!groups.keySet().containsAll(names)) {
            throw new IllegalArgumentException("The groups of the tour are " + groups.keySet() + ", not " + names);
        }
        if (!names.contains("data")) {
            hand.window().workbench().series().installSamples(Progress.NONE);
        }
        if (!names.contains("empty")) {
            hand.press(KeyCode.ESCAPE);
        }
        return groups.entrySet().stream()
                .filter(group -> names.contains(group.getKey()))
                .flatMap(group -> group.getValue().stream())
                .toList();
    }

    private static Map<String, List<Stop>> groups(TourHand hand, Path folder) {
        BacktestStops backtest = new BacktestStops(hand);
        Map<String, List<Stop>> groups = new LinkedHashMap<>();
        groups.put("empty", new EmptyStops(hand).all());
        groups.put("import", new ImportStops(hand, folder).all());
        groups.put("data", new DataStops(hand, folder).all());
        groups.put("quality", new QualityStops(hand, folder).all());
        groups.put("questions", new QuestionStops(hand).all());
        groups.put("charts", new ChartStops(hand).all());
        groups.put("studio", new StudioStops(hand).all());
        groups.put("backtest", backtest.all());
        groups.put("sweeps", new SweepStops(hand, backtest::runId).all());
        groups.put("market", new MarketStops(hand).all());
        groups.put("ladder", new LadderStops(hand).all());
        groups.put("frame", new FrameStops(hand).all());
        return groups;
    }
}
