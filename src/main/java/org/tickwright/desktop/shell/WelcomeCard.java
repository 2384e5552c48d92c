package org.tickwright.desktop.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The card of the first launch: sample data (Enter), or one's own.
final class WelcomeCard {
    private final VBox view = new VBox();
    private final Button sample;

    WelcomeCard(Runnable trySample, Runnable bringOwn) {
        Label title = new Label("Welcome to Tickwright");
        title.getStyleClass().add("tw-title");
        Label text = new Label("Draw a strategy, run it on real prices, see what it would have done and why.");
        text.getStyleClass().add("tw-muted");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        sample = choice(
                "fth-play",
                "Try it with sample data",
                "A daily chart, a strategy already drawn, and its backtest.",
                trySample);
        sample.getStyleClass().add("accent");
        sample.setDefaultButton(true);
        Button own = choice("fth-upload", "Bring my own data", "Import files of daily or intraday prices.", bringOwn);
        VBox head = new VBox(8, title, text);
        VBox choices = new VBox(12, sample, own);
        Label later = new Label("Enter starts with the sample data. Esc closes this card.");
        later.getStyleClass().addAll("tw-muted", "tw-small");
        view.getStyleClass().addAll("tw-overlay", "tw-welcome");
        view.setPrefWidth(560);
        view.getChildren().addAll(head, choices, later);
    }

    Region view() {
        return view;
    }

    Button sample() {
        return sample;
    }

    private static Button choice(String icon, String title, String detail, Runnable action) {
        Label name = new Label(title);
        name.getStyleClass().addAll("tw-strong", "tw-choice-title");
        Label what = new Label(detail);
        what.getStyleClass().addAll("tw-small", "tw-choice-detail");
        VBox words = new VBox(4, name, what);
        words.setAlignment(Pos.CENTER_LEFT);
        javafx.scene.layout.HBox inside = new javafx.scene.layout.HBox(16, Icons.of(icon), words);
        inside.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button(null, inside);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("tw-choice");
        button.setAccessibleText(title);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
