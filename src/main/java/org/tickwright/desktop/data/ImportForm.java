package org.tickwright.desktop.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tickwright.market.ImportPreview;

/// What can be changed about how files are read, with what is wrong beside each. Empty means: found from the file.
final class ImportForm {
    private static final List<String> TIMEFRAMES = List.of("", "1m", "5m", "15m", "30m", "1h", "4h", "1d", "1w", "1mo");

    private final ImportModel model;
    private final VBox view = new VBox();
    private final ComboBox<String> mapping = new ComboBox<>();
    private final ComboBox<String> timeframe = new ComboBox<>();
    private final ComboBox<String> zone = new ComboBox<>();
    private final ComboBox<String> dates = new ComboBox<>();
    private final ComboBox<String> format = new ComboBox<>();
    private final Map<String, ComboBox<Integer>> columns = new LinkedHashMap<>();
    private final Map<String, Label> wrongs = new LinkedHashMap<>();
    private final Label said = Parts.words("", "tw-form-help");
    private final Button find = new Button("Find again");
    private final HBox heading = new HBox();
    private List<String> headers = List.of();
    private String foundTimeframe = "";
    private String foundZone = "";
    private boolean zoneAssumed;
    private boolean filling;

    ImportForm(ImportModel model) {
        this.model = model;
        ImportChoices choices = model.choices();
        choices(timeframe, TIMEFRAMES, choices.timeframe(), () -> found(foundTimeframe));
        choices(zone, Zones.all(), choices.zone(), this::zoneWords);
        choices(dates, List.of("", "DMY", "MDY"), choices.dateOrder(), () -> "as the dates tell");
        choices(format, List.of("", "decimal-point", "decimal-comma"), choices.format(), () -> "as the numbers tell");
        mappings();
        view.getStyleClass().addAll("tw-form", "tw-import-form");
        view.getChildren().addAll(Parts.row("Saved mapping", mapping), said);
        add("Timeframe", timeframe, "timeframe");
        add("Time zone", zone, "zone");
        add("Dates", dates, "dateOrder");
        add("Decimals", format, "format");
        find.setOnAction(event -> choices.findColumns());
        heading.getChildren().addAll(Parts.label("Columns", "tw-strong"), Parts.gap(), find);
        heading.getStyleClass().add("tw-form-row");
        view.getChildren().add(heading);
        for (String role : ImportChoices.ROLES) {
            ComboBox<Integer> box = columnChoice(role);
            columns.put(role, box);
            add(role.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + role.substring(1), box, role);
        }
    }

    Region view() {
        return view;
    }

    /// The first field with something wrong, as a share of the height of the form; below 0 where there is none.
    double wrongAt() {
        view.layout();
        for (Label label : wrongs.values()) {
            if (label.isVisible() && label.getStyleClass().contains("tw-field-error") && view.getHeight() > 0) {
                return label.getBoundsInParent().getMaxY() / view.getHeight();
            }
        }
        return -1;
    }

    void focus() {
        timeframe.requestFocus();
    }

    private void add(String name, Region control, String option) {
        control.setId("import-" + option);
        Label wrong = Parts.words("", "tw-field-error");
        Parts.visible(wrong, false);
        wrongs.put(option, wrong);
        view.getChildren().addAll(Parts.row(name, control), wrong);
    }

    private void mappings() {
        mapping.setId("import-mapping");
        mapping.setConverter(Parts.converter(name -> name == null || name.isEmpty() ? "none" : name));
        ImportMapping saved = model.mapping();
        saved.names().addListener((property, before, now) -> showMappings());
        saved.used().addListener((property, before, now) -> showMappings());
        saved.said().addListener((property, before, now) -> Parts.say(said, now));
        Parts.say(said, "");
        mapping.valueProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                saved.use(now);
            }
        });
        showMappings();
    }

    private void showMappings() {
        filling = true;
        List<String> names = new ArrayList<>(List.of(""));
        names.addAll(model.mapping().names().get());
        mapping.getItems().setAll(names);
        mapping.setValue(model.mapping().used().get());
        mapping.setDisable(names.size() == 1);
        filling = false;
    }

    /// Shows what was found; `mapped` offers the choices of columns.
    void show(ImportPreview preview, boolean mapped) {
        columns.values().forEach(box -> Parts.visible(box.getParent(), mapped));
        Parts.visible(heading, mapped);
        filling = true;
        int width = PreviewTable.width(preview);
        List<String> names = new ArrayList<>();
        List<Integer> positions = new ArrayList<>(List.of(0));
        for (int i = 0; i < width; i++) {
            names.add(PreviewTable.header(preview, i));
            positions.add(i + 1);
        }
        headers = names;
        foundTimeframe = preview.timeframe() == null ? "" : preview.timeframe().toString();
        foundZone = preview.zone();
        zoneAssumed = preview.findingCounts().containsKey("ZONE_ASSUMED");
        columns.forEach((role, box) -> {
            box.getItems().setAll(positions);
            box.setValue(PreviewTable.position(preview, model.choices(), role));
        });
        Parts.visible(find, !model.choices().columns().isEmpty());
        refresh(timeframe);
        refresh(zone);
        filling = false;
        wrongs.forEach(this::tell);
    }

    private void tell(String option, Label label) {
        String wrong = model.wrongWith(option);
        Parts.say(label, wrong.isEmpty() ? model.hintOn(option) : wrong);
        label.getStyleClass().setAll("label", wrong.isEmpty() ? "tw-form-help" : "tw-field-error");
    }

    private ComboBox<Integer> columnChoice(String role) {
        ComboBox<Integer> box = new ComboBox<>();
        box.setConverter(Parts.converter(position -> position == null || position == 0
                ? role.equals("symbol") ? "stated when saved" : "not in the file"
                : position <= headers.size() ? headers.get(position - 1) : "column " + position));
        box.valueProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                model.column(role, now);
            }
        });
        return box;
    }

    private void choices(ComboBox<String> box, List<String> values, StringProperty target, Supplier<String> empty) {
        box.getItems().setAll(values);
        box.setConverter(Parts.converter(value -> value == null || value.isEmpty() ? empty.get() : words(value)));
        box.setValue(target.get());
        box.valueProperty().addListener((property, before, now) -> {
            if (!filling) {
                target.set(now == null ? "" : now);
            }
        });
        target.addListener((property, before, now) -> box.setValue(now));
    }

    private static void refresh(ComboBox<String> box) {
        String value = box.getValue();
        box.setValue(null);
        box.setValue(value);
    }

    private String zoneWords() {
        return zoneAssumed ? foundZone + "  (assumed)" : found(foundZone);
    }

    private static String found(String what) {
        return what.isEmpty() ? "as found in the file" : what + "  (found)";
    }

    private static String words(String value) {
        return switch (value) {
            case "DMY" -> "day first (31/12)";
            case "MDY" -> "month first (12/31)";
            case "decimal-point" -> "point (1,234.5)";
            case "decimal-comma" -> "comma (1.234,5)";
            default -> value;
        };
    }
}
