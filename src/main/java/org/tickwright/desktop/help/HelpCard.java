package org.tickwright.desktop.help;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tickwright.desktop.HelpTopic;

/// The help pages in a card: the topics at the left, the page at hand beside them.
public final class HelpCard {
    private static final double WIDTH = 800;
    private static final double HEIGHT = 560;

    private final Map<HelpTopic, ToggleButton> topics = new EnumMap<>(HelpTopic.class);
    private final ScrollPane scroll = new ScrollPane();
    private final HBox view = new HBox();

    /// A card at a page, and at a heading of it where that is not empty. `keys` shows the keys of the place instead,
    /// `close` puts the card away.
    public HelpCard(HelpTopic topic, String heading, Runnable keys, Runnable close) {
        ToggleGroup group = new ToggleGroup();
        VBox list = new VBox();
        list.getStyleClass().add("tw-help-topics");
        for (HelpTopic each : HelpTopic.values()) {
            ToggleButton button = new ToggleButton(each.title());
            button.setId("help-" + each.file());
            button.getStyleClass().addAll("tw-step", "tw-help-topic");
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> show(each, ""));
            topics.put(each, button);
            list.getChildren().add(button);
        }
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        list.getChildren().addAll(gap, button("Keys of this place", keys), button("Close", close));
        scroll.getStyleClass().addAll("tw-plain", "edge-to-edge");
        scroll.setId("help-page");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        view.getStyleClass().addAll("tw-overlay", "tw-help");
        view.setPrefSize(WIDTH, HEIGHT);
        view.getChildren().addAll(list, scroll);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        show(topic, heading);
    }

    /// The page keys scroll wherever the keyboard is.
    private void key(KeyEvent event) {
        double part = scroll.getViewportBounds().getHeight() * 0.9;
        double hidden = scroll.getContent().getBoundsInLocal().getHeight()
                - scroll.getViewportBounds().getHeight();
        int way = event.getCode() == KeyCode.PAGE_DOWN ? 1 : event.getCode() == KeyCode.PAGE_UP ? -1 : 0;
        if (way != 0 && hidden > 0) {
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + way * part / hidden, 0, 1));
            event.consume();
        }
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /// The card.
    public Region view() {
        return view;
    }

    /// What the keyboard begins on: the topic shown.
    public Region focus() {
        return topics.values().stream()
                .filter(ToggleButton::isSelected)
                .findFirst()
                .orElseThrow();
    }

    private void show(HelpTopic topic, String heading) {
        Objects.requireNonNull(topics.get(topic)).setSelected(true);
        MarkdownNodes nodes = new MarkdownNodes(this::follow);
        VBox page = nodes.document(HelpPage.of(topic).document());
        scroll.setContent(page);
        scroll.setVvalue(0);
        Region wanted = nodes.headings().get(heading);
        if (wanted != null) {
            Platform.runLater(() -> scrollTo(page, wanted));
        }
    }

    private void scrollTo(VBox page, Region wanted) {
        double hidden = page.getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            scroll.setVvalue(Math.min(1, wanted.getBoundsInParent().getMinY() / hidden));
        }
    }

    /// Links lead to other pages, like `costs.md`.
    private void follow(String destination) {
        Arrays.stream(HelpTopic.values())
                .filter(topic -> destination.equals(topic.file() + ".md"))
                .findFirst()
                .ifPresent(topic -> show(topic, ""));
    }
}
