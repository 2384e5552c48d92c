package org.tickwright.desktop.backtest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
import org.tickwright.study.sweep.SweepArchive;

/// The archived runs and sweeps at the left edge: open one, delete one, begin a new one.
final class RunListView {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private final Desk desk;
    private final RunListModel model;
    private final Consumer<ListedItem> open;
    private final Predicate<ListedItem> mayDelete;
    private final Consumer<ListedItem> deleted;
    private final VBox view = new VBox();
    private final ListView<ListedItem> list = new ListView<>();
    private final VBox confirm = new VBox();
    private final Label question = Nodes.words("");
    private final Button keep = new Button("Keep");
    private @Nullable ListedItem doomed;

    /// What the list asks of the place around it.
    record Actions(
            Runnable begin, Consumer<ListedItem> open, Predicate<ListedItem> mayDelete, Consumer<ListedItem> deleted) {}

    RunListView(Desk desk, RunListModel model, Actions actions) {
        this.desk = desk;
        this.model = model;
        open = actions.open();
        mayDelete = actions.mayDelete();
        deleted = actions.deleted();
        buildList();
        buildConfirm();
        Button fresh = Nodes.button("New", "fth-plus", actions.begin());
        fresh.setId("new-backtest");
        fresh.getStyleClass().addAll("accent", "tw-dense");
        fresh.setAccessibleText("New backtest");
        HBox head = new HBox(Nodes.label("Runs", "tw-strong"), Nodes.gap(), fresh);
        head.getStyleClass().addAll("tw-panel-header", "tw-run-head");
        Label none = Nodes.words("Runs appear here as soon as there is one.", "tw-muted", "tw-run-none");
        none.visibleProperty().bind(javafx.beans.binding.Bindings.isEmpty(model.items()));
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
        for (ListedItem item : model.items()) {
            if (item.id().equals(runId)) {
                list.getSelectionModel().select(item);
                list.scrollTo(Math.max(0, model.items().indexOf(item) - 3));
                return;
            }
        }
        list.getSelectionModel().clearSelection();
    }

    /// Asks before it deletes the marked run.
    void askToDelete() {
        ListedItem item = list.getSelectionModel().getSelectedItem();
        if (item != null && mayDelete.test(item)) {
            doomed = item;
            question.setText(
                    switch (item) {
                        case ListedItem.Run run -> "Delete run " + run.id() + "? This cannot be undone.";
                        case ListedItem.Sweep sweep ->
                            "Delete search " + sweep.id() + " with its results? This cannot be undone.";
                    });
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
        list.setItems(model.items());
        model.progressed().addListener((property, before, now) -> list.refresh());
        list.setId("runs");
        list.getStyleClass().addAll("edge-to-edge", "tw-runs");
        list.setAccessibleText("Archived runs and searches");
        list.setCellFactory(view -> new ItemCell());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && list.isFocused()) {
                open.accept(now);
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
        ListedItem item = list.getSelectionModel().getSelectedItem();
        if (item != null) {
            open.accept(item);
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
        ListedItem item = doomed;
        if (item != null) {
            model.delete(item);
            deleted.accept(item);
        }
        keep();
    }

    private final class ItemCell extends ListCell<ListedItem> {
        private final Label name = Nodes.label("", "tw-strong");
        private final Label gain = Nodes.label("");
        private final Label series = Nodes.label("", "tw-muted", "tw-small");
        private final Label when = Nodes.label("", "tw-muted", "tw-small");
        private final VBox box;

        ItemCell() {
            gain.setMinWidth(Region.USE_PREF_SIZE);
            when.setMinWidth(Region.USE_PREF_SIZE);
            box = new VBox(new HBox(name, Nodes.gap(), gain), new HBox(series, Nodes.gap(), when));
            box.getStyleClass().add("tw-run-cell");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ListedItem item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            switch (item) {
                case ListedItem.Run run -> show(run.entry());
                case ListedItem.Sweep sweep -> show(sweep.entry());
            }
            when.setText(created(item.created()));
            setGraphic(box);
        }

        private void show(SweepArchive.Entry entry) {
            Figures figures = new Figures(desk.settings().numbers().get());
            int all = entry.head().points();
            int finished = model.finished(entry);
            name.setText(entry.head().strategyName());
            gain.setText(
                    finished == all
                            ? figures.count(all) + " runs"
                            : figures.count(finished) + " of " + figures.count(all));
            gain.getStyleClass().setAll("label", "tw-muted");
            series.setText(entry.id() + " · " + entry.head().series() + " · search");
            series.setTooltip(new Tooltip(series.getText()));
        }

        private void show(RunArchive.Entry entry) {
            Figures figures = new Figures(desk.settings().numbers().get());
            double total = entry.summary().totalReturn();
            name.setText(entry.strategyName());
            gain.setText(figures.percent(total, true));
            gain.getStyleClass().setAll("label", total < 0 ? "tw-down" : total > 0 ? "tw-up" : "tw-muted");
            series.setText(entry.id() + " · " + entry.series() + " · " + entry.fills());
            series.setTooltip(new Tooltip(series.getText() + " fills, " + trades(entry, figures)));
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
