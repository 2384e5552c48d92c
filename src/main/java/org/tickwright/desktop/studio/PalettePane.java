package org.tickwright.desktop.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.NodeType;

/// The left side of Studio: every type of node by category, with search. Enter or a double click adds one; dragging
/// puts it where it is dropped.
final class PalettePane extends VBox {
    /// What a drag from the palette carries: the type's name.
    static final DataFormat NODE_TYPE = new DataFormat("application/x-tickwright-node-type");

    /// A row: a heading, or a type under it.
    private sealed interface Row {
        record Heading(String text) implements Row {}

        record Entry(NodeType type) implements Row {}
    }

    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private List<NodeType> types;
    private final Consumer<NodeType> add;
    private final TextField search = new TextField();
    private final ListView<Row> list = new ListView<>();

    PalettePane(List<NodeType> types, Consumer<NodeType> add) {
        this.types = types;
        this.add = add;
        getStyleClass().addAll("tw-panel", "studio-palette");
        search.setId("studio-palette-search");
        search.setPromptText("Search nodes");
        search.setAccessibleText("Search nodes");
        search.textProperty().addListener((o, was, text) -> show(text));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        list.setId("studio-palette");
        list.setAccessibleText("Node types");
        list.setCellFactory(view -> new RowCell());
        list.setPlaceholder(Pages.paragraph("No node has these words.", "tw-muted"));
        list.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                addSelected();
                e.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox field = new VBox(search);
        field.getStyleClass().add("studio-palette-field");
        getChildren().addAll(field, list);
        show("");
    }

    /// Lists these types from now on.
    void offer(List<NodeType> now) {
        types = now;
        show(search.getText());
    }

    private void show(String text) {
        List<Row> rows = new ArrayList<>();
        boolean searching = !text.isBlank();
        if (searching) {
            NodeSearch.find(types, text).forEach(type -> rows.add(new Row.Entry(type)));
        } else {
            byCategory().forEach((category, members) -> {
                rows.add(new Row.Heading(category));
                members.forEach(type -> rows.add(new Row.Entry(type)));
            });
        }
        list.getItems().setAll(rows);
        if (searching) {
            list.getSelectionModel().selectFirst();
        }
    }

    /// Categories in the order in which they first appear.
    private Map<String, List<NodeType>> byCategory() {
        Map<String, List<NodeType>> categories = new LinkedHashMap<>();
        types.forEach(type -> categories
                .computeIfAbsent(type.category(), category -> new ArrayList<>())
                .add(type));
        return categories;
    }

    private void searchKey(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER) {
            addSelected();
            e.consume();
        } else if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.UP) {
            int by = e.getCode() == KeyCode.DOWN ? 1 : -1;
            int at = list.getSelectionModel().getSelectedIndex() + by;
            list.getSelectionModel()
                    .select(Math.clamp(at, 0, Math.max(0, list.getItems().size() - 1)));
            list.scrollTo(Math.max(0, at - 4));
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            e.consume();
        }
    }

    private void addSelected() {
        if (list.getSelectionModel().getSelectedItem() instanceof Row.Entry entry) {
            add.accept(entry.type());
        }
    }

    private final class RowCell extends ListCell<Row> {
        private final PortMark mark = new PortMark();
        private final Label title = new Label();
        private final HBox row = new HBox(mark, title);
        private final Tooltip tip = new Tooltip();

        RowCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("studio-choice");
            title.setMinWidth(0);
            setPrefWidth(0);
            tip.setWrapText(true);
            tip.setMaxWidth(320);
            tip.setShowDelay(Duration.millis(500));
            setOnMouseClicked(e -> {
                if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2 && type() != null) {
                    addSelected();
                }
            });
            setOnDragDetected(e -> {
                NodeType type = type();
                if (type != null) {
                    Dragboard board = startDragAndDrop(TransferMode.COPY);
                    ClipboardContent content = new ClipboardContent();
                    content.put(NODE_TYPE, type.type());
                    board.setContent(content);
                    board.setDragView(row.snapshot(null, null));
                    e.consume();
                }
            });
        }

        private @Nullable NodeType type() {
            return getItem() instanceof Row.Entry entry ? entry.type() : null;
        }

        @Override
        protected void updateItem(@Nullable Row item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(null);
            setTooltip(null);
            pseudoClassStateChanged(HEADING, false);
            switch (empty ? null : item) {
                case Row.Heading heading -> {
                    setText(heading.text());
                    pseudoClassStateChanged(HEADING, true);
                }
                case Row.Entry entry -> setGraphic(entry(entry.type()));
                case null -> {}
            }
        }

        private Node entry(NodeType type) {
            mark.show(GraphPopups.output(type));
            title.setText(NodeSearch.listed(type));
            tip.setText(type.title() + "\n" + type.summary().replace("`", "")
                    + "\nEnter or double click adds it; drag it where you want it.");
            setTooltip(tip);
            return row;
        }
    }
}
