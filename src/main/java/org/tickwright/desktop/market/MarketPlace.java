package org.tickwright.desktop.market;

import java.util.List;
import javafx.scene.Parent;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.DeskCommand;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.desktop.Place;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.Repeater;
import org.tickwright.desktop.chart.LadderModel;
import org.tickwright.desktop.chart.LadderPane;
import org.tickwright.workbench.live.LiveMarket;

/// The place of live markets: start the simulated exchange, watch it, record it, tell recordings again.
public final class MarketPlace implements Place {
    private final MarketModel model;
    private final LadderPane ladder;
    private final MarketView view;
    private final Repeater looking;

    /// The place on a desk.
    public MarketPlace(Desk desk, LiveMarket market) {
        model = new MarketModel(desk, market);
        ladder = new LadderPane(new LadderModel(market), desk.settings());
        view = new MarketView(desk, model, ladder);
        looking = new Repeater(200, model::refresh);
    }

    /// The view model.
    public MarketModel model() {
        return model;
    }

    /// The depth ladder of the chosen instrument.
    public LadderModel ladder() {
        return ladder.model();
    }

    @Override
    public PlaceId id() {
        return PlaceId.MARKET;
    }

    @Override
    public Parent view() {
        return view.view();
    }

    @Override
    public HelpTopic help() {
        return HelpTopic.MARKET;
    }

    @Override
    public List<DeskCommand> commands() {
        return List.of(
                DeskCommand.of("market.start", "Start the simulated exchange", "Shortcut+Enter", model::start),
                DeskCommand.of("market.stop", "Stop the feed", "Shortcut+Period", model::stop),
                DeskCommand.of("market.record", "Record the feed, or end the recording", "Shortcut+R", model::record),
                DeskCommand.of("market.pause", "Pause or go on", "Shortcut+P", model::pause),
                DeskCommand.of("market.step", "One event on", "Shortcut+Right", model::step),
                DeskCommand.of("market.replay", "Replay what is chosen", "Shortcut+Shift+R", view::replay),
                DeskCommand.of("market.chart", "Open the live chart of the instrument", "Shortcut+G", view::chart),
                DeskCommand.of(
                        "market.ladderCentre",
                        "Depth ladder: back to the middle of the market",
                        "Shortcut+L",
                        ladder.model()::centre),
                DeskCommand.of(
                        "market.ladderCoarser",
                        "Depth ladder: more ticks in a row",
                        "Shortcut+Up",
                        () -> ladder.model().regroup(1)),
                DeskCommand.of(
                        "market.ladderFiner",
                        "Depth ladder: fewer ticks in a row",
                        "Shortcut+Down",
                        () -> ladder.model().regroup(-1)));
    }

    @Override
    public void shown() {
        model.refresh();
        model.list();
        looking.start();
        ladder.watched(true);
        view.focus();
    }

    @Override
    public void hidden() {
        looking.stop();
        ladder.watched(false);
    }
}
