package org.tickwright.desktop.sql;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.DeskCommand;
import org.tickwright.desktop.HelpTopic;

/// The page of questions in SQL: what there is to read at the left, the editor, and the answer below it. Nothing that
/// is
/// asked here can change anything.
public final class SqlConsole {
    private final Desk desk;
    private final SqlModel model;
    private final BorderPane view = new BorderPane();
    private final SqlEditor editor;
    private final AnswerTable answer;
    private final SqlShelf shelf;
    private final Button run = button("Ask", "fth-play", "sql-run");
    private final Button cancel = button("Cancel", "fth-square", "sql-cancel");
    private final Button save = button("Save…", "fth-save", "sql-save");
    private final Button copy = button("Copy", "fth-copy", "sql-copy");
    private final Button export = button("Export CSV…", "fth-download", "sql-export");
    private final Label status = new Label();
    private final HBox trouble = new HBox();
    private final Label why = new Label();
    private final Label placeholder = new Label();
    private final HBox naming = new HBox();
    private final TextField name = new TextField();

    /// The page on a desk; `back` leaves it.
    public SqlConsole(Desk desk, Runnable back) {
        this.desk = desk;
        model = new SqlModel(desk);
        editor = new SqlEditor(model);
        answer = new AnswerTable(() -> desk.settings().numbers().get());
        shelf = new SqlShelf(model, new SqlShelf.Taking() {
            @Override
            public void question(String sql) {
                model.open(sql);
                editor.focus();
            }

            @Override
            public void name(String text) {
                editor.write(text);
            }

            @Override
            public void forget(SqlModel.Saved which) {
                model.forget(which);
            }
        });
        view.getStyleClass().add("tw-sql");
        view.setTop(toolbar(back));
        view.setCenter(body());
        run.getStyleClass().add("accent");
        run.setOnAction(event -> model.ask());
        cancel.setOnAction(event -> model.cancel());
        save.setOnAction(event -> askForName());
        copy.setOnAction(event -> copy());
        export.setOnAction(event -> export());
        model.state().addListener((property, before, now) -> show(now));
        model.text().addListener((property, before, now) -> shown(trouble, false));
        desk.settings()
                .numbers()
                .addListener((property, before, now) -> show(model.state().get()));
        show(model.state().get());
    }

    /// Its node.
    public Region view() {
        return view;
    }

    /// What it shows and does.
    public SqlModel model() {
        return model;
    }

    /// The page comes to the front.
    public void shown() {
        model.refresh();
        editor.focus();
    }

    /// Takes back what lies over the page or is under way; false if there was nothing.
    public boolean back() {
        if (naming.isVisible()) {
            putNameAway();
            return true;
        }
        return model.cancel();
    }

    /// What can be done while the page is at the front.
    public List<DeskCommand> commands() {
        return List.of(
                DeskCommand.of("sql.ask", "Ask the question", "Shortcut+Enter", model::ask),
                DeskCommand.of("sql.cancel", "Cancel the question", "Shortcut+Period", model::cancel),
                DeskCommand.of("sql.save", "Save the question by name", "Shortcut+S", this::askForName),
                DeskCommand.of("sql.forget", "Forget the chosen saved question", null, shelf::forget),
                DeskCommand.of("sql.older", "Bring back the question before", "Alt+Up", model::older),
                DeskCommand.of("sql.newer", "Bring back the question after", "Alt+Down", model::newer),
                DeskCommand.of("sql.copy", "Copy the answer", "Shortcut+Shift+C", this::copy),
                DeskCommand.of("sql.export", "Export the answer as CSV", "Shortcut+E", this::export));
    }

    private HBox toolbar(Runnable back) {
        Button series = button("Series", "fth-arrow-left", "sql-back");
        series.setOnAction(event -> back.run());
        Label title = new Label("Questions in SQL");
        title.getStyleClass().add("tw-heading");
        Button help = button("", "fth-help-circle", "sql-help");
        help.setAccessibleText("Help on questions in SQL");
        help.setOnAction(event -> desk.openHelp(HelpTopic.SQL));
        HBox bar = new HBox(series, title, gap(), save, copy, export, help);
        bar.getStyleClass().add("tw-toolbar");
        return bar;
    }

    private Node body() {
        if (!model.offered()) {
            Label none = new Label("There is no store on disk to ask.");
            none.getStyleClass().add("tw-empty-text");
            VBox empty = new VBox(none);
            empty.getStyleClass().add("tw-empty");
            return empty;
        }
        VBox top = new VBox(editor.view(), controls(), nameBar());
        VBox.setVgrow(editor.view(), Priority.ALWAYS);
        top.getStyleClass().add("tw-sql-question");
        placeholder.getStyleClass().add("tw-muted");
        answer.view().setPlaceholder(placeholder);
        FontIcon icon = new FontIcon("fth-alert-triangle");
        icon.getStyleClass().add("tw-danger");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        why.setId("sql-trouble");
        HBox.setHgrow(why, Priority.ALWAYS);
        trouble.getStyleClass().add("tw-trouble");
        trouble.getChildren().setAll(icon, why);
        StackPane table = new StackPane(answer.view());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox below = new VBox(trouble, table);
        SplitPane middle = new SplitPane(top, below);
        middle.setOrientation(Orientation.VERTICAL);
        middle.setDividerPositions(0.36);
        middle.heightProperty().addListener((property, before, now) -> onGrid(middle, now.doubleValue()));
        SplitPane all = new SplitPane(shelf.view(), middle);
        SplitPane.setResizableWithParent(shelf.view(), false);
        all.setDividerPositions(0.2);
        return all;
    }

    /// Puts a divider on the grid of four pixels, where it is about.
    private static void onGrid(SplitPane pane, double height) {
        if (height > 0) {
            double middle = pane.getDividerPositions()[0] * height;
            pane.setDividerPositions((Math.round(middle / 4) * 4 + 2) / height);
        }
    }

    private HBox controls() {
        status.setId("sql-status");
        status.getStyleClass().add("tw-muted");
        ComboBox<Integer> rows = choice(
                SqlModel.ROWS,
                count -> String.format(Locale.ROOT, "%,d rows", count),
                "sql-rows",
                "Most rows of an answer");
        rows.valueProperty().bindBidirectional(model.rows());
        ComboBox<Integer> seconds = choice(
                SqlModel.SECONDS,
                count -> count < 120 ? count + " s" : count / 60 + " min",
                "sql-seconds",
                "Longest time for an answer");
        seconds.valueProperty().bindBidirectional(model.seconds());
        Label most = new Label("At most");
        most.getStyleClass().add("tw-muted");
        HBox bar = new HBox(run, cancel, status, gap(), most, rows, seconds);
        bar.getStyleClass().add("tw-sql-controls");
        return bar;
    }

    private static ComboBox<Integer> choice(
            List<Integer> values, Function<Integer, String> words, String id, String what) {
        ComboBox<Integer> box = new ComboBox<>(FXCollections.observableArrayList(values));
        box.setId(id);
        box.setAccessibleText(what);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public Integer fromString(String text) {
                throw new UnsupportedOperationException("Chosen, not typed");
            }
        });
        return box;
    }

    private HBox nameBar() {
        name.setId("sql-name");
        name.setPromptText("Name");
        name.setAccessibleText("Name of the question");
        name.setPrefWidth(280);
        name.setOnAction(event -> keep());
        Button keep = button("Save", "fth-save", "sql-keep");
        keep.disableProperty().bind(name.textProperty().isEmpty());
        keep.setOnAction(event -> keep());
        Button not = new Button("Not now");
        not.setOnAction(event -> putNameAway());
        Label label = new Label("Save the question as");
        label.setLabelFor(name);
        naming.getStyleClass().add("tw-sql-controls");
        naming.getChildren().setAll(label, name, keep, not);
        shown(naming, false);
        return naming;
    }

    private void askForName() {
        shown(naming, true);
        name.requestFocus();
        name.selectAll();
    }

    private void keep() {
        if (!name.getText().isBlank()) {
            model.save(name.getText());
            putNameAway();
        }
    }

    private void putNameAway() {
        shown(naming, false);
        editor.focus();
    }

    private void copy() {
        if (model.state().get() instanceof SqlState.Answered) {
            int rows = answer.copy();
            desk.notify(rows == 1 ? "1 row copied." : String.format(Locale.ROOT, "%,d rows copied.", rows), false);
        }
    }

    private void export() {
        if (!(model.state().get() instanceof SqlState.Answered)) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the answer");
        chooser.setInitialFileName("answer.csv");
        File file = chooser.showSaveDialog(view.getScene().getWindow());
        if (file != null) {
            model.export(file.toPath());
        }
    }

    private void show(SqlState now) {
        boolean asking = now instanceof SqlState.Asking;
        boolean answered = now instanceof SqlState.Answered;
        run.setDisable(asking || !model.offered());
        cancel.setDisable(!asking);
        copy.setDisable(!answered);
        export.setDisable(!answered);
        save.setDisable(!model.offered());
        shown(trouble, now instanceof SqlState.Refused);
        switch (now) {
            case SqlState.Quiet quiet -> tell("", "The answer shows here. Nothing that is asked can change anything.");
            case SqlState.Asking asked -> tell("Asking…", "Asking…");
            case SqlState.Cancelled cancelled -> tell("Cancelled.", "The question was cancelled.");
            case SqlState.Refused refused -> refuse(refused);
            case SqlState.Answered given -> {
                tell(words(given), "No row answers the question.");
                answer.show(given.answer());
            }
        }
    }

    private void tell(String line, String instead) {
        answer.clear();
        status.setText(line);
        placeholder.setText(instead);
    }

    private void refuse(SqlState.Refused refused) {
        String place = refused.place();
        why.setText((place.isEmpty() ? "" : Character.toUpperCase(place.charAt(0)) + place.substring(1) + ": ")
                + refused.why() + ".");
        tell("", "The question was not answered.");
        if (refused.from() >= 0) {
            editor.point(refused.from(), refused.to());
        }
    }

    private String words(SqlState.Answered given) {
        Locale numbers = desk.settings().numbers().get();
        int count = given.answer().rows().size();
        String rows = String.format(numbers, count == 1 ? "%,d row" : "%,d rows", count);
        String took = String.format(numbers, "%.2f s", given.answer().took().toMillis() / 1000.0);
        return given.answer().more()
                ? "The first " + rows + " in " + took + "; there are more than are allowed at the right."
                : rows + " in " + took;
    }

    private static Button button(String text, String icon, String id) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        return button;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static void shown(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }
}
