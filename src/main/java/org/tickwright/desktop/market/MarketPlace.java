package org.tickwright.desktop.market;

import java.util.List;
import javafx.scene.Parent;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.DeskCommand;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.desktop.Place;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.Repeater;
import org.tickwright.workbench.live.LiveMarket;

/// The place of live markets: start the simulated exchange, watch it, record it, tell recordings again.
public final class MarketPlace implements Place {
    private final MarketModel model;
    private final MarketView view;
    private final Repeater looking;

    /// The place on a desk.
    public MarketPlace(Desk desk, LiveMarket market) {
        model = new MarketModel(desk, market);
        view = new MarketView(desk, model);
        looking = new Repeater(200, model::refresh);
    }

    /// The view model.
    public MarketModel model() {
        return model;
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
                DeskCommand.of("market.replay", "Replay the chosen recording", "Shortcut+Shift+R", view::replay),
                DeskCommand.of("market.chart", "Open the live chart of the instrument", "Shortcut+G", view::chart));
    }

    @Override
    public void shown() {
        model.refresh();
        model.list();
        looking.start();
        view.focus();
    }

    @Override
    public void hidden() {
        looking.stop();
    }
}
