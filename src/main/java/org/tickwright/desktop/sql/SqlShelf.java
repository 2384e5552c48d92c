package org.tickwright.desktop.sql;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.tickwright.workbench.SqlQueries;

/// What lies beside the editor: the questions that were kept, what there is to read with its columns, questions to
/// begin with, and what was asked lately. Enter or a double click takes one.
final class SqlShelf {
    private static final int LATELY = 20;

    private final SqlModel model;
    private final Taking taking;
    private final TreeView<Entry> tree = new TreeView<>();
    private final TreeItem<Entry> saved = branch("Saved");
    private final TreeItem<Entry> lately = branch("Asked lately");

    /// What becomes of an entry that is taken.
    interface Taking {
        /// A question goes into the editor.
        void question(String sql);

        /// A name is written where the caret is.
        void name(String text);

        /// A kept question is to be forgotten.
        void forget(SqlModel.Saved which);
    }

    /// A line of the tree; `more` is its tooltip.
    private record Entry(Kind kind, String text, String more, String sql) {}

    private enum Kind {
        HEAD,
        NONE,
        SAVED,
        SOURCE,
        COLUMN,
        QUESTION
    }

    SqlShelf(SqlModel model, Taking taking) {
        this.model = model;
        this.taking = taking;
        TreeItem<Entry> root = branch("");
        TreeItem<Entry> sources = branch("To read");
        model.sources().forEach(source -> sources.getChildren().add(source(source)));
        TreeItem<Entry> examples = branch("To begin with");
        Example.all()
                .forEach(each -> examples.getChildren()
                        .add(new TreeItem<>(new Entry(Kind.QUESTION, each.title(), each.sql(), each.sql()))));
        root.getChildren().addAll(List.of(saved, sources, examples, lately));
        lately.setExpanded(false);
        tree.setRoot(root);
        tree.setShowRoot(false);
        tree.setId("sql-shelf");
        tree.setAccessibleText("Saved questions, tables and examples");
        tree.getStyleClass().addAll("tw-sql-shelf", "edge-to-edge");
        tree.setCellFactory(any -> new Line());
        tree.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        tree.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                take();
            }
        });
        model.saved().addListener((InvalidationListener) change -> fill());
        model.asked().addListener((InvalidationListener) change -> fill());
        fill();
        tree.getSelectionModel().selectFirst();
    }

    TreeView<?> view() {
        return tree;
    }

    private static TreeItem<Entry> branch(String title) {
        TreeItem<Entry> item = new TreeItem<>(new Entry(Kind.HEAD, title, "", ""));
        item.setExpanded(true);
        return item;
    }

    private static TreeItem<Entry> source(SqlQueries.Source source) {
        TreeItem<Entry> item = new TreeItem<>(new Entry(Kind.SOURCE, source.call(), source.rows(), source.call()));
        for (SqlQueries.Column column : source.columns()) {
            String kind = column.numeric() ? "a number" : "a text, time or flag";
            item.getChildren().add(new TreeItem<>(new Entry(Kind.COLUMN, column.name(), kind, column.name())));
        }
        return item;
    }

    private void fill() {
        saved.getChildren()
                .setAll(model.saved().stream()
                        .map(each -> new TreeItem<>(new Entry(Kind.SAVED, each.name(), each.sql(), each.sql())))
                        .toList());
        if (model.saved().isEmpty()) {
            saved.getChildren().add(new TreeItem<>(new Entry(Kind.NONE, "None yet", "", "")));
        }
        lately.getChildren()
                .setAll(model.asked().stream()
                        .limit(LATELY)
                        .map(sql -> new TreeItem<>(new Entry(Kind.QUESTION, sql.replaceAll("\\s+", " "), sql, sql)))
                        .toList());
    }

    private Optional<TreeItem<Entry>> chosen() {
        return Optional.ofNullable(tree.getSelectionModel().getSelectedItem());
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            take();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            forget();
            event.consume();
        }
    }

    private void take() {
        chosen().ifPresent(item -> {
            Entry entry = item.getValue();
            switch (entry.kind()) {
                case HEAD -> item.setExpanded(!item.isExpanded());
                case NONE -> {
                    // There is nothing to take.
                }
                case SAVED, QUESTION -> taking.question(entry.sql());
                case SOURCE, COLUMN -> taking.name(entry.sql());
            }
        });
    }

    /// Forgets the chosen question, if it is one that was kept.
    void forget() {
        chosen().map(TreeItem::getValue)
                .filter(entry -> entry.kind() == Kind.SAVED)
                .ifPresent(entry -> taking.forget(new SqlModel.Saved(entry.text(), entry.sql())));
    }

    private static final class Line extends TreeCell<Entry> {
        private final Tooltip tooltip = new Tooltip();

        private Line() {
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(480);
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            getStyleClass().removeAll("tw-strong", "tw-muted", "tw-mono");
            if (empty || entry == null) {
                setText(null);
                setTooltip(null);
                return;
            }
            setText(entry.text());
            switch (entry.kind()) {
                case HEAD -> getStyleClass().add("tw-strong");
                case COLUMN, NONE -> getStyleClass().add("tw-muted");
                default -> {
                    // As any text.
                }
            }
            tooltip.setText(entry.more());
            setTooltip(entry.more().isEmpty() ? null : tooltip);
        }
    }
}
