package org.tickwright.desktop.backtest;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.engine.SummaryFigures;
import org.tickwright.study.sweep.SweepFigure;
import org.tickwright.study.sweep.SweepPlan.Search;

/// The page that begins a sweep: parameters with their ranges, the way of searching, and before the start how many runs
/// it makes and how long they take about.
final class SweepFormView {
    private final SweepForm form;
    private final BorderPane view = new BorderPane();
    private final Label subtitle = Nodes.label("", "tw-muted", "tw-small");
    private final GridPane rows = new GridPane();
    private final Map<Search, ToggleButton> searches = new EnumMap<>(Search.class);
    private final Label searchWords = Nodes.words("", "tw-muted");
    private final Map<SummaryFigures, ToggleButton> kinds = new EnumMap<>(SummaryFigures.class);
    private final Label kindWords = Nodes.words("", "tw-muted");
    private final VBox goal = new VBox();
    private final VBox chance = new VBox();
    private final Label count = Nodes.words("", "tw-strong");
    private final Label estimate = Nodes.words("", "tw-muted");
    private final Label status = Nodes.words("");
    private final Button start;

    SweepFormView(Desk desk, SweepForm form, Runnable back, Runnable begin) {
        this.form = form;
        start = Nodes.button("Start search", "fth-play", begin);
        view.setTop(head(desk));
        view.setCenter(page(desk));
        view.setBottom(foot(back));
        form.parameters().addListener((ListChangeListener<SweepParameterRow>) change -> fill());
        form.setup().addListener((property, before, now) -> tell());
        form.search().addListener((property, before, now) -> followSearch());
        form.obstacle().addListener((property, before, now) -> tell());
        form.count().addListener((property, before, now) -> tell());
        form.estimate().addListener((property, before, now) -> tell());
        form.figures().addListener((property, before, now) -> followFigures());
        followSearch();
        followFigures();
        fill();
        tell();
    }

    Region view() {
        return view;
    }

    void focus() {
        start.requestFocus();
    }

    private HBox head(Desk desk) {
        VBox words = new VBox(Nodes.label("Search parameters", "tw-heading"), subtitle);
        words.getStyleClass().add("tw-result-title");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(words, Nodes.help(desk, HelpTopic.SWEEPS));
        head.getStyleClass().addAll("tw-toolbar", "tw-result-head");
        return head;
    }

    private ScrollPane page(Desk desk) {
        rows.getStyleClass().add("tw-sweep-rows");
        rows.getColumnConstraints()
                .addAll(Nodes.fixed(160), Nodes.fixed(112), Nodes.fixed(112), Nodes.fixed(112), Nodes.rest());
        HBox ways = new HBox();
        ways.getStyleClass().add("tw-ends");
        ToggleGroup group = new ToggleGroup();
        for (Search search : Search.values()) {
            ToggleButton way = new ToggleButton(
                    switch (search) {
                        case GRID -> "Grid";
                        case RANDOM -> "Random";
                        case LATIN -> "Latin hypercube";
                        case GENETIC -> "Genetic";
                        case BAYESIAN -> "Bayesian";
                    });
            way.setId("search-" + search);
            way.getStyleClass().add("tw-preset");
            way.setToggleGroup(group);
            way.setOnAction(event -> {
                form.search().set(search);
                followSearch();
            });
            searches.put(search, way);
            ways.getChildren().add(way);
        }
        goal.getStyleClass().add("tw-form");
        goal.getChildren()
                .addAll(
                        choice("Look for", new HBox(sense(), figure())),
                        Nodes.row(
                                "Least trades",
                                form.leastTrades(),
                                "",
                                new SimpleStringProperty(
                                        "A run with fewer trades counts as worse than any other: few trades make good"
                                                + " figures by luck.")));
        chance.getStyleClass().add("tw-form");
        chance.getChildren()
                .addAll(
                        Nodes.row("Samples", form.samples(), "runs", new SimpleStringProperty("")),
                        Nodes.row(
                                "Seed",
                                form.seed(),
                                "",
                                new SimpleStringProperty("The same seed draws the same combinations.")));
        VBox page = new VBox(
                Nodes.card("Parameters", rows),
                Nodes.card("Search", ways, searchWords, goal, chance),
                Nodes.card("Figures", figures(), kindWords),
                Nodes.card(
                        desk,
                        HelpTopic.TRIALS,
                        "What it takes",
                        count,
                        estimate,
                        Nodes.words(
                                "Each combination counts as a try of this idea on these data. The more you try, the"
                                        + " better the best looks by luck alone; the result says by how much.",
                                "tw-muted")));
        count.setId("sweep-count");
        estimate.setId("sweep-estimate");
        page.getStyleClass().addAll("tw-wizard-page", "tw-sweep-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("tw-plain", "edge-to-edge");
        return scroll;
    }

    private HBox figures() {
        HBox ways = new HBox();
        ways.getStyleClass().add("tw-ends");
        ToggleGroup group = new ToggleGroup();
        for (SummaryFigures each : SummaryFigures.values()) {
            ToggleButton way = new ToggleButton(
                    switch (each) {
                        case ALL -> "All figures";
                        case QUICK -> "Profit, trades, drawdown";
                    });
            way.setId("figures-" + each);
            way.getStyleClass().add("tw-preset");
            way.setToggleGroup(group);
            way.setOnAction(event -> {
                form.figures().set(each);
                followFigures();
            });
            kinds.put(each, way);
            ways.getChildren().add(way);
        }
        return ways;
    }

    private void followFigures() {
        SummaryFigures figures = form.figures().get();
        kinds.forEach((each, way) -> way.setSelected(each == figures));
        kindWords.setText(
                switch (figures) {
                    case ALL -> "Every figure of every run.";
                    case QUICK ->
                        "Quicker, without Sharpe ratio and volatility, so that nothing can be said about luck. The"
                                + " other figures are the same.";
                });
    }

    private ComboBox<SweepFigure> figure() {
        ComboBox<SweepFigure> figure = new ComboBox<>(FXCollections.observableArrayList(SweepResults.SHOWN));
        figure.setId("search-objective");
        figure.setAccessibleText("Figure to look for");
        figure.setConverter(Nodes.naming(SweepFigure::heading));
        figure.valueProperty().bindBidirectional(form.objective());
        return figure;
    }

    private ComboBox<Boolean> sense() {
        ComboBox<Boolean> sense = new ComboBox<>(FXCollections.observableArrayList(true, false));
        sense.setId("search-sense");
        sense.setAccessibleText("Highest or lowest");
        sense.setConverter(Nodes.naming(highest -> highest ? "the highest" : "the lowest"));
        sense.setValue(form.highest().get());
        sense.valueProperty()
                .addListener((property, before, now) -> form.highest().set(now));
        form.highest().addListener((property, before, now) -> sense.setValue(now));
        return sense;
    }

    /// A row of the form that is chosen from lists.
    private static HBox choice(String name, HBox lists) {
        Label title = Nodes.label(name, "tw-form-label");
        lists.getStyleClass().add("tw-title-row");
        HBox line = new HBox(title, lists);
        line.getStyleClass().add("tw-form-row");
        return line;
    }

    private HBox foot(Runnable back) {
        Button leave = new Button("Back");
        leave.setMinWidth(Region.USE_PREF_SIZE);
        leave.setOnAction(event -> back.run());
        start.getStyleClass().add("accent");
        start.setId("start-search");
        status.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(status, Priority.ALWAYS);
        HBox foot = new HBox(status, leave, start);
        foot.getStyleClass().add("tw-wizard-foot");
        return foot;
    }

    private void fill() {
        rows.getChildren().clear();
        if (form.parameters().isEmpty()) {
            rows.add(Nodes.words("This strategy has no parameters.", "tw-muted"), 0, 0, 5, 1);
            return;
        }
        String[] heads = {"Parameter", "From", "To", "Step", "Values"};
        for (int i = 0; i < heads.length; i++) {
            rows.add(Nodes.label(heads[i], "tw-muted"), i, 0);
        }
        int at = 1;
        for (SweepParameterRow row : form.parameters()) {
            add(row, at++);
        }
    }

    private void add(SweepParameterRow row, int at) {
        CheckBox searched = new CheckBox(row.name());
        searched.setId("search-parameter-" + row.name());
        searched.setMnemonicParsing(false);
        searched.selectedProperty().bindBidirectional(row.searched());
        Label words = Nodes.words("");
        TextField from = field(row.from(), row, "from");
        TextField to = field(row.to(), row, "to");
        TextField step = field(row.step(), row, "step");
        Runnable tell = () -> {
            boolean wrong = !row.problem().isEmpty();
            words.setText(row.words());
            words.getStyleClass().setAll("label", wrong ? "tw-danger" : "tw-muted");
        };
        row.searched().addListener((property, before, now) -> tell.run());
        form.search().addListener((property, before, now) -> tell.run());
        for (FormField field : new FormField[] {row.from(), row.to(), row.step()}) {
            field.text().addListener((property, before, now) -> tell.run());
        }
        tell.run();
        rows.addRow(at, searched, from, to, step, words);
    }

    private static TextField field(FormField field, SweepParameterRow row, String end) {
        TextField input = new TextField();
        input.setId("range-" + row.name() + "-" + end);
        input.textProperty().bindBidirectional(field.text());
        input.getStyleClass().add("tw-number");
        input.setAccessibleText(row.name() + " " + end);
        input.disableProperty().bind(row.searched().not());
        Runnable mark = () -> {
            input.getStyleClass().remove("tw-invalid");
            if (!field.valid()) {
                input.getStyleClass().add("tw-invalid");
            }
        };
        field.problem().addListener((property, before, now) -> mark.run());
        mark.run();
        return input;
    }

    private void followSearch() {
        Search search = form.search().get();
        searches.forEach((each, way) -> way.setSelected(each == search));
        Nodes.visible(chance, search != Search.GRID);
        Nodes.visible(goal, search.guided());
        searchWords.setText(
                switch (search) {
                    case GRID -> "Every combination. Only a grid has neighbours, and so a plateau.";
                    case RANDOM -> "Combinations drawn by chance, each as likely as any other.";
                    case LATIN ->
                        "Combinations drawn by chance and spread evenly over every range: fewer runs see as much.";
                    case GENETIC ->
                        "Starts spread evenly; then each generation is bred from the best so far. For many parameters"
                                + " and thousands of runs.";
                    case BAYESIAN ->
                        "Starts spread evenly; then tries where most improvement is to be expected. For few runs that"
                                + " take long: up to 1,000.";
                });
    }

    private void tell() {
        SweepWork.Setup setup = form.setup().get();
        subtitle.setText(
                setup == null
                        ? ""
                        : setup.document().name() + " on " + setup.market().series());
        String obstacle = form.obstacle().get();
        status.setText(obstacle);
        status.getStyleClass().setAll("label", "tw-warning");
        start.setDisable(!obstacle.isEmpty() || setup == null);
        count.setText(form.count().get().isEmpty() ? "–" : form.count().get());
        String time = form.estimate().get();
        estimate.setText(time.isEmpty() ? "Measuring how fast this machine runs it…" : "It takes " + time + ".");
        Nodes.visible(estimate, obstacle.isEmpty());
    }
}
