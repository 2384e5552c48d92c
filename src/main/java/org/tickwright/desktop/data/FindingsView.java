package org.tickwright.desktop.data;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.market.Finding;

/// What the audit saw: a line per kind, with the decision where there is one to take, and every finding with its line.
final class FindingsView {
    private final VBox view = new VBox();
    private final VBox groups = new VBox();
    private final Label verdict = new Label();
    private final TableView<Finding> table = new TableView<>();
    private final BiConsumer<String, Boolean> accept;

    FindingsView(BiConsumer<String, Boolean> accept) {
        this.accept = accept;
        verdict.getStyleClass().add("tw-strong");
        groups.getStyleClass().add("tw-finding-groups");
        table.getStyleClass().add("tw-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.setAccessibleText("Findings");
        TableColumn<Finding, String> line =
                Columns.fixed("Line", 80, finding -> finding.line() == 0 ? "file" : Long.toString(finding.line()));
        line.getStyleClass().add("tw-number");
        table.getColumns().add(line);
        table.getColumns().add(severity());
        table.getColumns().add(Columns.text("What", 480, Finding::message));
        table.getColumns().add(Columns.text("What to do", 320, Finding::mend));
        VBox.setVgrow(table, Priority.ALWAYS);
        view.getStyleClass().add("tw-findings");
        view.getChildren().addAll(verdict, groups, table);
    }

    Region view() {
        return view;
    }

    /// Shows findings; `kinds` may be empty where there is nothing to decide.
    void show(String verdictText, List<FindingGroup> kinds, List<Finding> findings) {
        verdict.setText(verdictText);
        groups.getChildren()
                .setAll(kinds.stream()
                        .filter(FindingsView::decided)
                        .map(this::group)
                        .toList());
        if (kinds.stream().anyMatch(kind -> !decided(kind))) {
            groups.getChildren().add(mentioned(kinds));
        }
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
        if (kind.acceptable()) {
            CheckBox box = new CheckBox("Accept: " + kind.consequence());
            box.setSelected(kind.accepted());
            box.setOnAction(event -> accept.accept(kind.code(), box.isSelected()));
            row.getChildren().add(box);
        }
        return row;
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
