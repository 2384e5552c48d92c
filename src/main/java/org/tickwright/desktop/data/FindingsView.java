package org.tickwright.desktop.data;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.market.Finding;
import org.tickwright.market.Mend;
import org.tickwright.market.SeriesInfo;

/// What the audit saw: a line per kind, with the decision where there is one to take, and every finding
/// with its line.
final class FindingsView {
    private static final String MEND = "mend-";

    private final VBox view = new VBox();
    private final VBox groups = new VBox();
    private final Label verdict = new Label();
    private final TableView<Finding> table = new TableView<>();
    private final BiConsumer<String, Boolean> accept;
    private BiConsumer<String, Mend.@Nullable Action> mend = (code, action) -> {};
    private @Nullable SeriesInfo series;

    FindingsView(BiConsumer<String, Boolean> accept) {
        this(accept, false);
    }

    /// Findings of a file by line, of a stored series by time.
    FindingsView(BiConsumer<String, Boolean> accept, boolean stored) {
        this.accept = accept;
        verdict.getStyleClass().add("tw-strong");
        groups.getStyleClass().add("tw-finding-groups");
        table.getStyleClass().add("tw-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.setAccessibleText("Findings");
        table.getColumns().add(stored ? Columns.fixed("When", 152, this::when) : line());
        table.getColumns().add(severity());
        table.getColumns().add(Columns.text("What", 480, Finding::message));
        table.getColumns().add(Columns.text("What to do", 320, Finding::mend));
        VBox.setVgrow(table, Priority.ALWAYS);
        view.getStyleClass().add("tw-findings");
        view.getChildren().addAll(verdict, groups, table);
    }

    private static TableColumn<Finding, String> line() {
        TableColumn<Finding, String> line =
                Columns.fixed("Line", 80, finding -> finding.line() == 0 ? "file" : Long.toString(finding.line()));
        line.getStyleClass().add("tw-number");
        return line;
    }

    private String when(Finding finding) {
        SeriesInfo info = series;
        return !finding.timed() || info == null ? "all" : new SeriesRow(info, null).time(finding.from());
    }

    Region view() {
        return view;
    }

    void focus() {
        table.requestFocus();
    }

    /// The series whose zone tells the times of what is shown next.
    void times(SeriesInfo info) {
        series = info;
    }

    /// What a choice of a mend does; null takes a decision back.
    void onMend(BiConsumer<String, Mend.@Nullable Action> decide) {
        mend = decide;
    }

    /// Adds a column that says whether a finding is mended, which a click or the space bar changes.
    void onMends(MendModel mends) {
        TableColumn<Finding, String> column = Columns.fixed(
                "Mend", 64, finding -> mends.choosable(finding) ? (mends.mends(finding) ? "yes" : "no") : "");
        column.setCellFactory(any -> new MendCell(mends));
        column.setVisible(false);
        table.getColumns().add(0, column);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Finding finding = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && finding != null) {
                mends.toggle(finding);
                event.consume();
            }
        });
        mends.decisions().addListener((property, before, now) -> {
            column.setVisible(!mends.plan().isEmpty());
            table.refresh();
        });
    }

    /// A check box, which is part of the row: the row has the focus.
    private static final class MendCell extends TableCell<Finding, String> {
        private final MendModel mends;
        private final CheckBox box = new CheckBox();

        MendCell(MendModel mends) {
            this.mends = mends;
            box.setFocusTraversable(false);
            box.setOnAction(event -> {
                Finding finding = getTableRow().getItem();
                if (finding != null) {
                    mends.toggle(finding);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            Finding finding = empty ? null : getTableRow().getItem();
            boolean choosable = finding != null && mends.choosable(finding);
            box.setSelected(finding != null && mends.mends(finding));
            box.setAccessibleText("Mend this finding");
            setGraphic(choosable ? box : null);
        }
    }

    /// What a double click or Enter does with a finding.
    void onOpen(Consumer<Finding> open) {
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openSelected(open);
            }
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected(open);
                event.consume();
            }
        });
    }

    private void openSelected(Consumer<Finding> open) {
        Finding finding = table.getSelectionModel().getSelectedItem();
        if (finding != null) {
            open.accept(finding);
        }
    }

    /// Shows findings; `kinds` may be empty where there is nothing to decide.
    void show(String verdictText, List<FindingGroup> kinds, List<Finding> findings) {
        String focused = focusedChoice();
        verdict.setText(verdictText);
        groups.getChildren()
                .setAll(kinds.stream()
                        .filter(FindingsView::decided)
                        .map(this::group)
                        .toList());
        if (kinds.stream().anyMatch(kind -> !decided(kind))) {
            groups.getChildren().add(mentioned(kinds));
        }
        focusChoice(focused);
        table.getItems().setAll(findings);
        boolean any = !findings.isEmpty();
        table.setVisible(any);
        table.setManaged(any);
    }

    /// Blocks, or did until it was accepted; the others are only mentioned.
    private static boolean decided(FindingGroup kind) {
        return kind.error() || kind.acceptable();
    }

    private static HBox mentioned(List<FindingGroup> kinds) {
        Label badge = new Label("Warning");
        badge.getStyleClass().addAll("tw-badge", "tw-warn");
        Label words = new Label(kinds.stream()
                .filter(kind -> !decided(kind))
                .map(kind -> kind.words() + " × " + kind.count())
                .collect(Collectors.joining(",  ")));
        words.setTooltip(new Tooltip(words.getText()));
        HBox row = new HBox(badge, words);
        row.getStyleClass().add("tw-finding-group");
        return row;
    }

    private HBox group(FindingGroup kind) {
        Label badge = new Label(kind.error() ? "Error" : "Warning");
        badge.getStyleClass().addAll("tw-badge", kind.error() ? "tw-error" : "tw-warn");
        Label what = new Label(kind.words());
        Label count = new Label("× " + kind.count());
        count.getStyleClass().add("tw-muted");
        HBox name = new HBox(what, count);
        name.getStyleClass().add("tw-finding-kind");
        HBox row = new HBox(badge, name);
        row.getStyleClass().add("tw-finding-group");
        if (kind.acceptable() && !kind.actions().isEmpty()) {
            row.getStyleClass().add("tw-finding-choice");
            row.getChildren().add(choice(kind));
        } else if (kind.acceptable()) {
            CheckBox box = new CheckBox("Accept: " + kind.consequence());
            box.setSelected(kind.accepted());
            box.setOnAction(event -> accept.accept(kind.code(), box.isSelected()));
            row.getChildren().add(box);
        }
        return row;
    }

    /// The mends of a kind; the first entry takes a decision back.
    private ComboBox<String> choice(FindingGroup kind) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(MEND + kind.code());
        box.setAccessibleText("What becomes of: " + kind.words());
        box.getStyleClass().add("tw-mend-choice");
        box.getItems().add("");
        kind.actions().forEach(action -> box.getItems().add(action.name()));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String action) {
                return action == null || action.isEmpty() ? "Not decided" : kind.words(Mend.Action.valueOf(action));
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("Chosen from a list, never typed");
            }
        });
        box.setValue(kind.chosen() == null ? "" : kind.chosen().name());
        box.valueProperty()
                .addListener((property, before, now) ->
                        mend.accept(kind.code(), now == null || now.isEmpty() ? null : Mend.Action.valueOf(now)));
        return box;
    }

    /// The id of the choice that has the focus, or nothing.
    private String focusedChoice() {
        Node focused = view.getScene() == null ? null : view.getScene().getFocusOwner();
        String id = focused == null ? null : focused.getId();
        return id != null && id.startsWith(MEND) ? id : "";
    }

    private void focusChoice(String id) {
        Node choice = id.isEmpty() ? null : groups.lookup("#" + id);
        if (choice != null) {
            choice.requestFocus();
        }
    }

    private static TableColumn<Finding, String> severity() {
        TableColumn<Finding, String> column = Columns.fixed(
                "Severity", 112, finding -> finding.severity().name().toLowerCase(Locale.ROOT));
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String text, boolean empty) {
                super.updateItem(text, empty);
                setText(empty ? null : text);
                setGraphic(empty || text == null ? null : icon(text));
            }
        });
        return column;
    }

    private static FontIcon icon(String severity) {
        FontIcon icon = new FontIcon(
                switch (severity) {
                    case "error" -> "fth-x-circle";
                    case "note" -> "fth-info";
                    default -> "fth-alert-triangle";
                });
        icon.getStyleClass()
                .add(severity.equals("error") ? "tw-danger" : severity.equals("note") ? "tw-muted" : "tw-warning");
        return icon;
    }
}
