package org.tickwright.desktop.data;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.data.InstrumentModel.Field;
import org.tickwright.market.Instrument;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.calendar.ExchangeCalendar;
import org.tickwright.workbench.Instruments;

/// The form of an instrument: what it is, its exchange and the terms by which it is traded. What is wrong with a field
/// stands beside it.
final class InstrumentView {
    private static final String FIT = "";

    private final InstrumentModel model;
    private final Runnable done;
    private final BorderPane view = new BorderPane();
    private final Label title = new Label("Instrument");
    private final Label source = new Label();
    private final VBox form = new VBox();
    private final Map<Field, TextField> fields = new EnumMap<>(Field.class);
    private final Map<Field, Label> wrong = new EnumMap<>(Field.class);
    private final ComboBox<Instrument.Kind> kind = new ComboBox<>();
    private final ComboBox<String> calendar = new ComboBox<>();
    private final Button save = new Button("Save");
    private final Button forget = new Button("Forget what I said");
    private boolean filling;
    private boolean wanted;

    InstrumentView(InstrumentModel model, Runnable done) {
        this.model = model;
        this.done = done;
        source.getStyleClass().add("tw-muted");
        source.setWrapText(true);
        buildKind();
        buildCalendar();
        form.getStyleClass().add("tw-instrument-form");
        form.getChildren().add(source);
        form.getChildren().add(text(Field.NAME, "Name", "what people call it"));
        form.getChildren().add(row("Kind", kind, null));
        form.getChildren().add(row("Calendar", calendar, null));
        form.getChildren().add(text(Field.CURRENCY, "Currency", "of its prices"));
        form.getChildren().add(text(Field.TICK, "Tick", "least step of its price"));
        form.getChildren().add(text(Field.LOT, "Lot", "least step of a quantity"));
        form.getChildren().add(text(Field.MULTIPLIER, "Multiplier", "gained by one unit when the price rises by 1"));
        form.getChildren().add(buttons());
        view.setTop(toolbar());
        view.setCenter(form);
        model.known().addListener((property, before, now) -> show());
        model.trouble().addListener((property, before, now) -> show());
        show();
    }

    Region view() {
        return view;
    }

    /// Gives the first field the focus as soon as it can take it.
    void focus() {
        wanted = true;
        if (!form.isDisabled()) {
            wanted = false;
            field(Field.NAME).requestFocus();
        }
    }

    private HBox toolbar() {
        Button back = new Button("Quality", new FontIcon("fth-arrow-left"));
        back.setId("instrument-back");
        back.setOnAction(event -> done.run());
        title.getStyleClass().add("tw-heading");
        HBox bar = new HBox(back, title);
        bar.getStyleClass().add("tw-toolbar");
        return bar;
    }

    private void buildKind() {
        kind.setId("instrument-kind");
        kind.getItems().setAll(Instrument.Kind.values());
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(Instrument.@Nullable Kind value) {
                return value == null
                        ? ""
                        : value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
            }

            @Override
            public Instrument.Kind fromString(String text) {
                throw new UnsupportedOperationException("Chosen from a list, never typed");
            }
        });
    }

    private void buildCalendar() {
        calendar.setId("instrument-calendar");
        calendar.getItems().add(FIT);
        Map<String, String> titles = new java.util.HashMap<>();
        for (ExchangeCalendar each : model.calendars()) {
            calendar.getItems().add(each.id());
            titles.put(each.id(), each.id() + "  " + each.title());
        }
        calendar.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String id) {
                return id == null || id.isEmpty() ? "The one its bars fit" : titles.getOrDefault(id, id);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("Chosen from a list, never typed");
            }
        });
    }

    private HBox text(Field field, String name, String hint) {
        TextField input = new TextField();
        input.setId("instrument-" + name.toLowerCase(Locale.ROOT));
        input.textProperty().addListener((property, before, now) -> check());
        input.setOnAction(event -> save());
        fields.put(field, input);
        Label beside = new Label(hint);
        beside.setUserData(hint);
        wrong.put(field, beside);
        return row(name, input, beside);
    }

    private static HBox row(String name, Control input, @Nullable Label beside) {
        Label label = new Label(name);
        label.setLabelFor(input);
        label.getStyleClass().add("tw-instrument-label");
        input.getStyleClass().add("tw-instrument-input");
        input.setAccessibleText(name);
        HBox row = beside == null ? new HBox(label, input) : new HBox(label, input, beside);
        row.getStyleClass().add("tw-instrument-row");
        return row;
    }

    private HBox buttons() {
        save.setId("instrument-save");
        save.getStyleClass().add("accent");
        save.setOnAction(event -> save());
        forget.setId("instrument-forget");
        forget.setOnAction(event -> {
            model.forget();
            focus();
        });
        Region gap = new Region();
        gap.getStyleClass().add("tw-instrument-label");
        HBox row = new HBox(gap, save, forget);
        HBox.setHgrow(gap, Priority.NEVER);
        row.getStyleClass().add("tw-instrument-row");
        return row;
    }

    private TextField field(Field field) {
        return java.util.Objects.requireNonNull(fields.get(field));
    }

    private void show() {
        SeriesKey key = model.series();
        title.setText(key == null ? "Instrument" : "Instrument " + key.symbol());
        Instruments.Known known = model.known().get();
        form.setDisable(known == null);
        if (known == null) {
            source.setText(model.trouble().get());
            return;
        }
        filling = true;
        Instrument shown = known.instrument();
        source.setText(InstrumentModel.source(known));
        field(Field.NAME).setText(shown.name());
        field(Field.CURRENCY).setText(shown.currency());
        field(Field.TICK).setText(plain(shown.tick()));
        field(Field.LOT).setText(plain(shown.lot()));
        field(Field.MULTIPLIER).setText(plain(shown.multiplier()));
        kind.setValue(shown.kind());
        calendar.setValue(shown.calendar() == null ? FIT : shown.calendar());
        forget.setDisable(known.source() != Instruments.Source.PERSON);
        filling = false;
        check();
        if (wanted) {
            focus();
        }
    }

    private static String plain(double value) {
        return new java.math.BigDecimal(Double.toString(value))
                .stripTrailingZeros()
                .toPlainString();
    }

    private InstrumentModel.Entry entry() {
        String id = calendar.getValue();
        Instrument.Kind chosen = kind.getValue();
        return new InstrumentModel.Entry(
                field(Field.NAME).getText(),
                chosen == null ? Instrument.Kind.OTHER : chosen,
                id == null ? FIT : id,
                field(Field.CURRENCY).getText(),
                field(Field.TICK).getText(),
                field(Field.LOT).getText(),
                field(Field.MULTIPLIER).getText());
    }

    /// Says beside each field what is wrong with it, else what it is.
    private void check() {
        if (filling || fields.size() < Field.values().length) {
            return;
        }
        Map<Field, String> found = model.check(entry());
        wrong.forEach((field, label) -> {
            String what = found.get(field);
            label.setText(what == null ? String.valueOf(label.getUserData()) : what);
            label.getStyleClass().removeAll("tw-muted", "tw-danger");
            label.getStyleClass().add(what == null ? "tw-muted" : "tw-danger");
        });
        save.setDisable(!found.isEmpty());
    }

    private void save() {
        model.save(entry(), done);
    }
}
