package org.tickwright.desktop.backtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Desk;
import org.tickwright.study.sweep.ParameterRange;
import org.tickwright.study.sweep.Plateau;
import org.tickwright.study.sweep.SweepCells;
import org.tickwright.study.sweep.SweepFigure;
import org.tickwright.study.sweep.SweepPlan.Search;

/// The heat map with its choices: the figure, the two parameters, and the value at which each other parameter stays;
/// below it what is under the cursor.
final class HeatMapPane {
    private final Desk desk;
    private final SweepModel model;
    private final HeatMapView map;
    private final VBox view = new VBox();
    private final ComboBox<SweepFigure> figure = new ComboBox<>(FXCollections.observableArrayList(SweepResults.SHOWN));
    private final ComboBox<String> across = new ComboBox<>();
    private final ComboBox<String> upwards = new ComboBox<>();
    private final FlowPane choices = new FlowPane();
    private final Map<String, ComboBox<Double>> others = new HashMap<>();
    private final Label under = Nodes.words("", "tw-muted");
    private boolean filling;
    private boolean settled;

    HeatMapPane(Desk desk, SweepModel model) {
        this.desk = desk;
        this.model = model;
        map = new HeatMapView(desk.settings().palette(), model::openRun);
        figure.setId("sweep-figure");
        figure.setAccessibleText("Figure of the heat map");
        figure.setButtonCell(new FigureCell());
        figure.setCellFactory(list -> new FigureCell());
        figure.valueProperty().bindBidirectional(model.figure());
        across.setId("sweep-across");
        across.setAccessibleText("Parameter to the right");
        upwards.setId("sweep-upwards");
        upwards.setAccessibleText("Parameter upwards");
        across.valueProperty().addListener((property, before, now) -> chosen(upwards, before, now));
        upwards.valueProperty().addListener((property, before, now) -> chosen(across, before, now));
        choices.getStyleClass().add("tw-heat-choices");
        under.setMaxWidth(Double.MAX_VALUE);
        under.getStyleClass().add("tw-heat-under");
        map.cursor().addListener((property, before, now) -> tell());
        VBox.setVgrow(map, Priority.ALWAYS);
        view.getChildren().addAll(choices, map, under);
        view.setMinWidth(0);
        model.marks().addListener((property, before, now) -> {
            settle();
            redraw();
        });
    }

    Region view() {
        return view;
    }

    HeatMapView map() {
        return map;
    }

    /// Begins anew for a sweep.
    void show(SweepJob job) {
        filling = true;
        settled = false;
        List<ParameterRange> searched = job.plan().searched().isEmpty()
                ? job.plan().ranges()
                : job.plan().searched();
        List<String> names = searched.stream().map(ParameterRange::name).toList();
        across.getItems().setAll(names);
        upwards.getItems().setAll(names);
        across.setValue(names.getFirst());
        upwards.setValue(names.size() > 1 ? names.get(1) : null);
        filling = false;
        arrange();
        redraw();
    }

    /// The parameters of the two axes are never the same: they change places.
    private void chosen(ComboBox<String> other, @Nullable String before, @Nullable String now) {
        if (filling || now == null) {
            return;
        }
        filling = true;
        if (now.equals(other.getValue())) {
            other.setValue(before);
        }
        filling = false;
        arrange();
        redraw();
    }

    /// Leaves what is chosen in its place.
    private void offer(List<SweepFigure> shown) {
        figure.getItems().removeIf(each -> !shown.contains(each));
        for (int i = 0; i < shown.size(); i++) {
            if (i >= figure.getItems().size() || figure.getItems().get(i) != shown.get(i)) {
                figure.getItems().add(i, shown.get(i));
            }
        }
    }

    private void arrange() {
        SweepJob job = model.shown().get();
        choices.getChildren().clear();
        others.clear();
        if (job == null) {
            return;
        }
        offer(job.results().shown());
        choices.getChildren().add(figure);
        if (across.getItems().size() > 1) {
            choices.getChildren().addAll(labelled("over", across), labelled("and", upwards));
        }
        if (job.plan().search() != Search.GRID) {
            return;
        }
        SweepWords words = words();
        for (ParameterRange range : job.plan().searched()) {
            if (!range.name().equals(across.getValue()) && !range.name().equals(upwards.getValue())) {
                ComboBox<Double> values = new ComboBox<>(FXCollections.observableArrayList(range.values()));
                values.setAccessibleText("Value of " + range.name());
                values.setButtonCell(new ValueCell(words));
                values.setCellFactory(list -> new ValueCell(words));
                values.setValue(range.values().get(usual(job, range)));
                values.valueProperty().addListener((property, before, now) -> {
                    settled = settled || choices.isFocusWithin();
                    redraw();
                });
                others.put(range.name(), values);
                choices.getChildren().add(labelled(range.name(), values));
            }
        }
    }

    /// The value of a parameter at the plateau, else in the middle.
    private int usual(SweepJob job, ParameterRange range) {
        Plateau plateau = model.marks().get().plateau();
        if (plateau == null) {
            return range.values().size() / 2;
        }
        double value = job.results().parameters(plateau.point()).getOrDefault(range.name(), Double.NaN);
        return Math.max(0, range.values().indexOf(value));
    }

    /// Shows the slice of the plateau once there is one, unless another was chosen.
    private void settle() {
        SweepJob job = model.shown().get();
        Plateau plateau = model.marks().get().plateau();
        if (settled || job == null || plateau == null) {
            return;
        }
        Map<String, Double> values = job.results().parameters(plateau.point());
        others.forEach((name, choice) -> choice.setValue(values.get(name)));
        settled = job.complete();
    }

    /// Whether it is drawn as cells: a grid, or what a guided search tried of a grid of two parameters. With more of
    /// them hardly a cell of a slice would be filled.
    private static boolean celled(SweepJob job) {
        boolean stepped = job.plan().ranges().stream().noneMatch(ParameterRange::continuous);
        int searched = job.plan().searched().size();
        return job.plan().search() == Search.GRID || (job.plan().search().guided() && stepped && searched <= 2);
    }

    private static HBox labelled(String name, Region control) {
        HBox box = new HBox(Nodes.label(name, "tw-muted"), control);
        box.getStyleClass().add("tw-title-row");
        return box;
    }

    private SweepWords words() {
        return new SweepWords(desk.settings().numbers().get());
    }

    /// Draws what there is now.
    void redraw() {
        SweepJob job = model.shown().get();
        String x = across.getValue();
        if (filling || job == null || x == null || !across.getItems().contains(x)) {
            return;
        }
        String y = upwards.getValue() == null ? "" : upwards.getValue();
        SweepMarks marks = model.marks().get();
        SweepCells cells = marks.cells() == null ? job.results().cells() : marks.cells();
        if (cells != null && celled(job)) {
            Map<String, Integer> fixed = new HashMap<>();
            others.forEach(
                    (name, values) -> fixed.put(name, values.getSelectionModel().getSelectedIndex()));
            map.show(new HeatCells(job, marks, HeatGrid.of(job.plan(), cells, x, y, fixed), words(), x, y));
        } else {
            map.show(new HeatDots(job, marks, words(), x, y));
        }
        map.setAccessibleText(words().plateau(job.results(), marks, job.complete()));
        tell();
    }

    private void tell() {
        SweepJob job = model.shown().get();
        int point = map.cursor().get();
        if (job == null || point < 0 || point >= job.plan().size()) {
            boolean sparse = job != null && job.plan().search().guided() && celled(job);
            under.setText("Point at a cell for its figures; a click opens the run."
                    + (sparse ? " Empty cells were not tried." : ""));
            return;
        }
        under.setText(inWords(job, point));
        map.setAccessibleText(under.getText());
    }

    private String inWords(SweepJob job, int point) {
        SweepWords words = words();
        SweepResults results = job.results();
        String where = words.combination(results, point);
        if (!results.has(point)) {
            return where + ": not run yet";
        }
        if (results.fault(point) != null) {
            return where + ": not possible";
        }
        List<String> told = new ArrayList<>();
        for (SweepFigure each :
                List.of(SweepFigure.SHARPE, SweepFigure.TOTAL_RETURN, SweepFigure.MAX_DRAWDOWN, SweepFigure.TRADES)) {
            if (results.shown().contains(each)) {
                told.add(SweepWords.name(each) + " " + words.figure(each, results.of(each, point)));
            }
        }
        SweepFigure own = model.figure().get();
        String first = SweepWords.name(own) + " " + words.figure(own, results.of(own, point));
        if (!told.contains(first)) {
            told.addFirst(first);
        }
        return where + ": " + String.join(", ", told);
    }

    private static final class FigureCell extends ListCell<SweepFigure> {
        @Override
        protected void updateItem(@Nullable SweepFigure item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : item.heading());
        }
    }

    private static final class ValueCell extends ListCell<Double> {
        private final SweepWords words;

        ValueCell(SweepWords words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable Double item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : words.value(item));
        }
    }
}
