package org.tickwright.desktop.tour;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.tickwright.desktop.DeskCommand;
import org.tickwright.desktop.Place;
import org.tickwright.desktop.PlaceId;

/// A place with an empty state and one command, which counts how often it was shown and hidden.
public final class FakePlace implements Place {
    private final PlaceId id;
    private final VBox view = new VBox();
    private int shown;
    private int hidden;
    private int ran;

    /// A place of that id.
    public FakePlace(PlaceId id) {
        this.id = id;
        Label title = new Label(id.title() + " is empty");
        title.getStyleClass().add("tw-empty-title");
        Label text = new Label("This place shows something once there is something to show.");
        text.getStyleClass().add("tw-empty-text");
        Button first = new Button("First step");
        first.getStyleClass().add("accent");
        view.getStyleClass().add("tw-empty");
        view.getChildren().addAll(title, text, first);
    }

    @Override
    public PlaceId id() {
        return id;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public List<DeskCommand> commands() {
        return List.of(DeskCommand.of(id.title() + ".first", "Take the first step", "Shortcut+J", () -> ran++));
    }

    @Override
    public void shown() {
        shown++;
    }

    @Override
    public void hidden() {
        hidden++;
    }

    /// How often it came to the front.
    public int timesShown() {
        return shown;
    }

    /// How often it went away.
    public int timesHidden() {
        return hidden;
    }

    /// How often its command ran.
    public int timesRun() {
        return ran;
    }
}
