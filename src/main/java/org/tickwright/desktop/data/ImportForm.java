package org.tickwright.desktop.data;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.tickwright.market.ImportPreview;

/// What can be changed about how a file is read. Empty means: found from the file.
final class ImportForm {
    private static final List<String> FIELDS = List.of("time", "open", "high", "low", "close", "volume");
    private static final List<String> TIMEFRAMES = List.of("", "1m", "5m", "15m", "30m", "1h", "4h", "1d", "1w", "1mo");
    private static final List<String> USUAL_ZONES = List.of(
            "",
            "UTC",
            "America/New_York",
            "America/Chicago",
            "Europe/London",
            "Europe/Berlin",
            "Asia/Tokyo",
            "Asia/Hong_Kong",
            "Asia/Kolkata",
            "Australia/Sydney");

    private final ImportModel model;
    private final VBox view = new VBox();
    private final TextField symbol = new TextField();
    private final ComboBox<String> timeframe = new ComboBox<>();
    private final ComboBox<String> zone = new ComboBox<>();
    private final ComboBox<String> dates = new ComboBox<>();
    private final ComboBox<String> format = new ComboBox<>();
    private final Map<String, ComboBox<Integer>> columns = new LinkedHashMap<>();
    private List<String> headers = List.of();
    private String foundTimeframe = "";
    private String foundZone = "";
    private boolean zoneAssumed;
    private boolean filling;

    ImportForm(ImportModel model) {
        this.model = model;
        symbol.textProperty().bindBidirectional(model.symbol());
        Label wrong = new Label();
        wrong.getStyleClass().add("tw-field-error");
        wrong.setWrapText(true);
        wrong.setMinHeight(Region.USE_PREF_SIZE);
        wrong.textProperty().bind(model.symbolTrouble());
        wrong.visibleProperty().bind(model.symbolTrouble().isNotEmpty());
        wrong.managedProperty().bind(wrong.visibleProperty());
        choices(timeframe, TIMEFRAMES, model.timeframe(), () -> found(foundTimeframe));
        choices(zone, zones(), model.zone(), this::zoneWords);
        choices(dates, List.of("", "DMY", "MDY"), model.dateOrder(), () -> "as the dates tell");
        choices(format, List.of("", "decimal-point", "decimal-comma"), model.format(), () -> "as the numbers tell");
        view.getStyleClass().addAll("tw-form", "tw-import-form");
        view.getChildren()
                .addAll(
                        row("Symbol", symbol),
                        wrong,
                        row("Timeframe", timeframe),
                        row("Time zone", zone),
                        row("Dates", dates),
                        row("Decimals", format));
        Label heading = new Label("Columns");
        heading.getStyleClass().add("tw-strong");
        view.getChildren().add(heading);
        for (String field : FIELDS) {
            ComboBox<Integer> box = columnChoice(field);
            columns.put(field, box);
            view.getChildren().add(row(field, box));
        }
    }

    Region view() {
        return view;
    }

    TextField symbol() {
        return symbol;
    }

    /// Shows what was found.
    void show(ImportPreview preview) {
        filling = true;
        List<String> names = new ArrayList<>();
        int width = preview.rows().stream()
                .mapToInt(List::size)
                .max()
                .orElse(preview.header().size());
        List<Integer> positions = new ArrayList<>(List.of(0));
        for (int i = 0; i < width; i++) {
            names.add(PreviewTable.header(preview, i));
            positions.add(i + 1);
        }
        headers = names;
        foundTimeframe = preview.timeframe() == null ? "" : preview.timeframe().toString();
        foundZone = preview.zone();
        zoneAssumed = preview.findingCounts().containsKey("ZONE_ASSUMED");
        columns.forEach((field, box) -> {
            box.getItems().setAll(positions);
            box.setValue(position(preview, field));
        });
        refresh(timeframe);
        refresh(zone);
        filling = false;
    }

    private static int position(ImportPreview preview, String field) {
        Integer position = preview.columns().get(field);
        if (position == null && field.equals("time")) {
            position = preview.columns().get("date");
        }
        return position == null ? 0 : position;
    }

    private ComboBox<Integer> columnChoice(String field) {
        ComboBox<Integer> box = new ComboBox<>();
        box.setConverter(converter(position -> position == null || position == 0
                ? "not in the file"
                : position <= headers.size() ? headers.get(position - 1) : "column " + position));
        box.valueProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                model.column(field, now);
            }
        });
        return box;
    }

    private void choices(
            ComboBox<String> box,
            List<String> values,
            StringProperty target,
            java.util.function.Supplier<String> empty) {
        box.getItems().setAll(values);
        box.setConverter(converter(value -> value == null || value.isEmpty() ? empty.get() : words(value)));
        box.setValue("");
        box.valueProperty().addListener((property, before, now) -> {
            if (!filling) {
                target.set(now == null ? "" : now);
            }
        });
        target.addListener((property, before, now) -> box.setValue(now));
    }

    private void refresh(ComboBox<String> box) {
        String value = box.getValue();
        box.setValue(null);
        box.setValue(value);
    }

    /// The usual zones first, then all of them by name.
    private static List<String> zones() {
        List<String> zones = new ArrayList<>(USUAL_ZONES);
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .filter(id -> !USUAL_ZONES.contains(id))
                .sorted()
                .forEach(zones::add);
        return zones;
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

    private static HBox row(String name, Node control) {
        Label label = new Label(name);
        label.getStyleClass().add("tw-form-label");
        if (control instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
            region.setAccessibleText(name);
            HBox.setHgrow(region, Priority.ALWAYS);
        }
        HBox row = new HBox(label, control);
        row.getStyleClass().add("tw-form-row");
        return row;
    }

    private static <T> StringConverter<T> converter(java.util.function.Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Chosen from a list, never typed");
            }
        };
    }
}
