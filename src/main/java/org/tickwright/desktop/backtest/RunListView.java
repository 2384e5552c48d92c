package org.tickwright.desktop.backtest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Desk;
import org.tickwright.engine.RunArchive;
import org.tickwright.report.Figures;

/// The archived runs at the left edge: open one, delete one, begin a new one.
final class RunListView {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private final Desk desk;
    private final RunListModel model;
    private final Consumer<String> open;
    private final Consumer<String> deleted;
    private final VBox view = new VBox();
    private final ListView<RunArchive.Entry> list = new ListView<>();
    private final VBox confirm = new VBox();
    private final Label question = Nodes.words("");
    private final Button keep = new Button("Keep");
    private RunArchive.@Nullable Entry doomed;

    RunListView(Desk desk, RunListModel model, Runnable begin, Consumer<String> open, Consumer<String> deleted) {
        this.desk = desk;
        this.model = model;
        this.open = open;
        this.deleted = deleted;
        buildList();
        buildConfirm();
        Button fresh = Nodes.button("New", "fth-plus", begin);
        fresh.setId("new-backtest");
        fresh.getStyleClass().addAll("accent", "tw-dense");
        fresh.setAccessibleText("New backtest");
        HBox head = new HBox(Nodes.label("Runs", "tw-strong"), Nodes.gap(), fresh);
        head.getStyleClass().addAll("tw-panel-header", "tw-run-head");
        Label none = Nodes.words("Runs appear here as soon as there is one.", "tw-muted", "tw-run-none");
        none.visibleProperty().bind(javafx.beans.binding.Bindings.isEmpty(model.runs()));
        StackPane middle = new StackPane(list, none);
        VBox.setVgrow(middle, Priority.ALWAYS);
        view.getStyleClass().addAll("tw-panel", "tw-run-list");
        view.getChildren().addAll(head, middle, confirm);
    }

    Region view() {
        return view;
    }

    void focus() {
        list.requestFocus();
    }

    /// Marks a run without opening it again.
    void mark(String runId) {
        for (RunArchive.Entry entry : model.runs()) {
            if (entry.id().equals(runId)) {
                list.getSelectionModel().select(entry);
                list.scrollTo(Math.max(0, model.runs().indexOf(entry) - 3));
                return;
            }
        }
        list.getSelectionModel().clearSelection();
    }

    /// Asks before it deletes the marked run.
    void askToDelete() {
        RunArchive.Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            doomed = entry;
            question.setText("Delete run " + entry.id() + "? This cannot be undone.");
            Nodes.visible(confirm, true);
            keep.requestFocus();
        }
    }

    /// Takes the question back; false if there was none.
    boolean keep() {
        boolean asked = confirm.isVisible();
        doomed = null;
        Nodes.visible(confirm, false);
        if (asked) {
            list.requestFocus();
        }
        return asked;
    }

    private void buildList() {
        list.setItems(model.runs());
        list.setId("runs");
        list.getStyleClass().addAll("edge-to-edge", "tw-runs");
        list.setAccessibleText("Archived runs");
        list.setCellFactory(view -> new RunCell());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && list.isFocused()) {
                open.accept(now.id());
            }
        });
        list.setOnMouseClicked(event -> openMarked());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                askToDelete();
            } else if (event.getCode() == KeyCode.ENTER) {
                openMarked();
            }
        });
        MenuItem remove = new MenuItem("Delete…");
        remove.setOnAction(event -> askToDelete());
        list.setContextMenu(new ContextMenu(remove));
        desk.settings().numbers().addListener((property, before, now) -> list.refresh());
    }

    private void openMarked() {
        RunArchive.Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            open.accept(entry.id());
        }
    }

    private void buildConfirm() {
        Button delete = new Button("Delete");
        delete.getStyleClass().add("danger");
        delete.setId("delete-run");
        delete.setOnAction(event -> delete());
        keep.setOnAction(event -> keep());
        HBox buttons = new HBox(keep, delete);
        buttons.getStyleClass().add("tw-button-row");
        confirm.getStyleClass().add("tw-run-confirm");
        confirm.getChildren().addAll(question, buttons);
        Nodes.visible(confirm, false);
    }

    private void delete() {
        RunArchive.Entry entry = doomed;
        if (entry != null) {
            model.delete(entry.id());
            deleted.accept(entry.id());
        }
        keep();
    }

    private final class RunCell extends ListCell<RunArchive.Entry> {
        private final Label name = Nodes.label("", "tw-strong");
        private final Label gain = Nodes.label("");
        private final Label series = Nodes.label("", "tw-muted", "tw-small");
        private final Label when = Nodes.label("", "tw-muted", "tw-small");
        private final VBox box;

        RunCell() {
            gain.setMinWidth(Region.USE_PREF_SIZE);
            when.setMinWidth(Region.USE_PREF_SIZE);
            box = new VBox(new HBox(name, Nodes.gap(), gain), new HBox(series, Nodes.gap(), when));
            box.getStyleClass().add("tw-run-cell");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(RunArchive.@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            Figures figures = new Figures(desk.settings().numbers().get());
            double total = entry.summary().totalReturn();
            name.setText(entry.strategyName());
            gain.setText(figures.percent(total, true));
            gain.getStyleClass().setAll("label", total < 0 ? "tw-down" : total > 0 ? "tw-up" : "tw-muted");
            series.setText(entry.id() + " · " + entry.series() + " · " + entry.fills());
            series.setTooltip(new Tooltip(series.getText() + " fills, " + trades(entry, figures)));
            when.setText(created(entry.created()));
            setGraphic(box);
        }
    }

    private static String trades(RunArchive.Entry entry, Figures figures) {
        int trades = entry.summary().trades();
        return figures.count(trades) + (trades == 1 ? " trade" : " trades");
    }

    private static String created(long nanos) {
        Clock clock = Clock.system(java.time.ZoneId.systemDefault());
        ZonedDateTime at =
                Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L)).atZone(clock.getZone());
        return (at.toLocalDate().equals(LocalDate.now(clock)) ? TODAY : EARLIER).format(at);
    }
}
