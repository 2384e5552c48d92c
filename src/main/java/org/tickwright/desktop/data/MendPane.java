package org.tickwright.desktop.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Desk;
import org.tickwright.market.BarDifference;
import org.tickwright.market.Mend;
import org.tickwright.market.SeriesInfo;
import org.tickwright.workbench.SeriesMends;

/// The mends of a stored series beside its findings: a choice for each kind, what it would change, and the button that
/// stores it as a version.
final class MendPane {
    private static final String CHOICE = "series-mend-";
    private static final String UNDECIDED = "";

    private final Desk desk;
    private final MendModel model;
    private final VBox view = new VBox();
    private final VBox choices = new VBox();
    private final Label summary = new Label();
    private final Label findings = new Label();
    private final TableView<BarDifference.Row> rows = new TableView<>();
    private final VBox preview = new VBox();
    private final Button apply = new Button("Apply");
    private @Nullable SeriesInfo series;

    MendPane(Desk desk, MendModel model) {
        this.desk = desk;
        this.model = model;
        Label title = new Label("Mend");
        title.getStyleClass().add("tw-strong");
        choices.getStyleClass().add("tw-mend-choices");
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        summary.setId("mend-summary");
        findings.setWrapText(true);
        findings.setMinHeight(Region.USE_PREF_SIZE);
        findings.getStyleClass().add("tw-muted");
        buildRows();
        preview.getStyleClass().add("tw-mend-preview");
        preview.getChildren().setAll(summary, findings, rows, buttons());
        VBox.setVgrow(rows, Priority.ALWAYS);
        VBox.setVgrow(preview, Priority.ALWAYS);
        view.getStyleClass().add("tw-mend");
        view.getChildren().setAll(title, choices, preview);
        model.versions().addListener((property, before, now) -> show());
        model.decisions().addListener((property, before, now) -> show());
        model.proposal().addListener((property, before, now) -> showPreview());
        model.trouble().addListener((property, before, now) -> showPreview());
        show();
    }

    Region view() {
        return view;
    }

    /// The series whose zone tells the times of what is shown next.
    void times(SeriesInfo info) {
        series = info;
    }

    private HBox buttons() {
        apply.setId("mend-apply");
        apply.getStyleClass().add("accent");
        apply.setOnAction(event -> model.apply());
        Button discard = new Button("Discard");
        discard.setId("mend-discard");
        discard.setOnAction(event -> {
            model.discard();
            firstChoice();
        });
        HBox buttons = new HBox(apply, discard);
        buttons.getStyleClass().add("tw-mend-buttons");
        return buttons;
    }

    private void buildRows() {
        rows.getStyleClass().add("tw-table");
        rows.setId("mend-rows");
        rows.setAccessibleText("Bars that would change");
        rows.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        rows.getColumns().add(Columns.fixed("When", 144, this::when));
        rows.getColumns().add(Columns.fixed("Bar", 88, row -> row.kind().toString()));
        TableColumn<BarDifference.Row, String> before = Columns.text("Close before", 96, row -> close(row.before()));
        TableColumn<BarDifference.Row, String> after = Columns.text("after", 96, row -> close(row.after()));
        before.getStyleClass().add("tw-number");
        after.getStyleClass().add("tw-number");
        rows.getColumns().add(before);
        rows.getColumns().add(after);
    }

    private String when(BarDifference.Row row) {
        SeriesInfo info = series;
        return info == null ? "" : new SeriesRow(info, null).time(row.time());
    }

    private String close(double @Nullable [] bar) {
        return bar == null
                ? "–"
                : String.format(desk.settings().numbers().get(), "%,.4f", bar[3])
                        .replaceFirst("(\\.\\d\\d)0+$", "$1");
    }

    private void show() {
        String focused = focusedChoice();
        List<MendModel.Choice> all = model.choices();
        choices.getChildren().setAll(all.stream().map(this::row).toList());
        if (all.isEmpty()) {
            Label none = new Label(
                    model.versions().get().isEmpty()
                            ? "This series is made of another one; mend that."
                            : "Nothing that was found can be mended here.");
            none.getStyleClass().add("tw-muted");
            none.setWrapText(true);
            choices.getChildren().add(none);
        }
        Node choice = focused.isEmpty() ? null : choices.lookup("#" + focused);
        if (choice != null) {
            choice.requestFocus();
        }
        showPreview();
    }

    private HBox row(MendModel.Choice choice) {
        Label name = new Label(choice.group().words());
        Label count = new Label("× " + choice.group().count());
        count.getStyleClass().add("tw-muted");
        HBox what = new HBox(name, count);
        what.getStyleClass().add("tw-mend-kind");
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox row = new HBox(what, box(choice));
        row.getStyleClass().add("tw-mend-row");
        return row;
    }

    private ComboBox<String> box(MendModel.Choice choice) {
        Map<String, Mend> options = choice.options().stream().collect(Collectors.toMap(Mend::toString, each -> each));
        ComboBox<String> box = new ComboBox<>();
        box.setId(CHOICE + choice.group().code());
        box.setAccessibleText("What becomes of: " + choice.group().words());
        box.getItems().add(UNDECIDED);
        choice.options().forEach(each -> box.getItems().add(each.toString()));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String mend) {
                Mend option = mend == null ? null : options.get(mend);
                return option == null ? "Leave as it is" : choice.words(option);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("Chosen from a list, never typed");
            }
        });
        Mend chosen = choice.chosen();
        box.setValue(chosen == null ? UNDECIDED : chosen.toString());
        box.setDisable(options.isEmpty());
        box.valueProperty()
                .addListener((property, before, now) ->
                        model.decide(choice.group().code(), now == null ? null : options.get(now)));
        return box;
    }

    private String focusedChoice() {
        Node focused = view.getScene() == null ? null : view.getScene().getFocusOwner();
        String id = focused == null ? null : focused.getId();
        return id != null && id.startsWith(CHOICE) ? id : "";
    }

    private void firstChoice() {
        if (!choices.getChildren().isEmpty() && choices.getChildren().getFirst() instanceof HBox row) {
            row.getChildren().getLast().requestFocus();
        }
    }

    private void showPreview() {
        boolean any = !model.plan().isEmpty();
        preview.setVisible(any);
        preview.setManaged(any);
        SeriesMends.Proposal proposal = model.proposal().get();
        boolean changes = proposal != null && !proposal.difference().none();
        apply.setDisable(!changes);
        rows.getItems()
                .setAll(proposal == null ? List.of() : proposal.difference().first());
        rows.setVisible(changes);
        rows.setManaged(changes);
        findings.setVisible(changes);
        findings.setManaged(changes);
        if (proposal == null) {
            apply.setText("Apply");
            String why = model.trouble().get();
            summary.setText(why.isEmpty() ? "Working out what would change…" : why);
            return;
        }
        apply.setText("Apply as version " + proposal.difference().to());
        Locale numbers = desk.settings().numbers().get();
        summary.setText(changes ? summary(proposal.difference(), numbers) : "No bar would change.");
        findings.setText(findings(proposal));
    }

    private static String summary(BarDifference difference, Locale numbers) {
        List<String> parts = new ArrayList<>();
        add(parts, difference.removed(), "left out", numbers);
        add(parts, difference.added(), "put in", numbers);
        add(parts, difference.changed(), "changed", numbers);
        int all = difference.removed() + difference.added() + difference.changed();
        String listed = difference.first().size() < all ? " The first of each kind:" : "";
        return String.join(", ", parts) + String.format(numbers, "; %,d stay as they are.", difference.same()) + listed;
    }

    private static void add(List<String> parts, int count, String what, Locale numbers) {
        if (count > 0) {
            parts.add(String.format(numbers, "%,d %s %s", count, count == 1 ? "bar" : "bars", what));
        }
    }

    private static String findings(SeriesMends.Proposal proposal) {
        TreeSet<String> codes = new TreeSet<>(proposal.before().keySet());
        codes.addAll(proposal.after().keySet());
        String changed = codes.stream()
                .filter(code -> !proposal.before()
                        .getOrDefault(code, 0)
                        .equals(proposal.after().getOrDefault(code, 0)))
                .map(code -> FindingGroup.stored(code, false, 0, List.of()).words() + " "
                        + proposal.before().getOrDefault(code, 0) + " → "
                        + proposal.after().getOrDefault(code, 0))
                .collect(Collectors.joining(", "));
        return changed.isEmpty() ? "The findings stay the same." : "Findings: " + changed + ".";
    }
}
