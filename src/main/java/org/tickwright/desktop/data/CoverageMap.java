package org.tickwright.desktop.data;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Palette;
import org.tickwright.market.audit.Coverage;

/// The coverage of a series as a map: a row for each year, a column for each day, the colour by the part of the
/// expected
/// bars that is there. A cursor follows the pointer or the arrow keys; a click or Enter opens the day.
///
/// What is missing is told by shape as well: a day with nothing is crossed by a bar of full height, one with something
/// by one as high as what is missing.
final class CoverageMap extends Pane {
    private static final double ROW = 16;
    private static final double TOP = 20;
    private static final double LEFT = 48;
    private static final double RIGHT = 16;
    private static final int DAYS = 366;

    private final Canvas canvas = new Canvas();
    private final ReadOnlyProperty<Palette> palette;
    private final ReadOnlyObjectWrapper<Optional<LocalDate>> cursor = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ChangeListener<Palette> repaint = (property, before, now) -> paint();
    private @Nullable Coverage coverage;

    CoverageMap(ReadOnlyProperty<Palette> palette, Consumer<LocalDate> open) {
        this.palette = palette;
        getStyleClass().addAll("tw-canvas-host", "tw-coverage-map");
        setId("coverage-map");
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(event -> point(dayAt(event.getX(), event.getY())));
        setOnMouseExited(event -> point(null));
        setOnMouseClicked(event -> {
            requestFocus();
            LocalDate day = dayAt(event.getX(), event.getY());
            if (day != null && event.getButton() == MouseButton.PRIMARY) {
                open.accept(day);
            }
        });
        setOnKeyPressed(event -> key(event, open));
        sceneProperty().addListener((property, before, now) -> {
            palette.removeListener(repaint);
            if (now != null) {
                palette.addListener(repaint);
                paint();
            }
        });
    }

    /// The day under the cursor.
    ReadOnlyObjectProperty<Optional<LocalDate>> cursor() {
        return cursor.getReadOnlyProperty();
    }

    /// Draws a coverage; null for none.
    void show(@Nullable Coverage shown) {
        coverage = shown;
        cursor.set(Optional.empty());
        setMinHeight(shown == null ? 0 : TOP + ROW * years(shown) + 8);
        setPrefHeight(getMinHeight());
        requestLayout();
        paint();
    }

    /// Where the middle of a day is drawn, for tests.
    double[] middle(LocalDate day) {
        return new double[] {x(day) + cell() / 2, y(day) + ROW / 2};
    }

    private static int years(Coverage shown) {
        return shown.last().getYear() - shown.first().getYear() + 1;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width != canvas.getWidth() || height != canvas.getHeight()) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            paint();
        }
    }

    private double cell() {
        return (canvas.getWidth() - LEFT - RIGHT) / DAYS;
    }

    /// Days after February stand in one column in every year.
    private double x(LocalDate day) {
        int column = day.getDayOfYear() - 1 + (!day.isLeapYear() && day.getMonthValue() > 2 ? 1 : 0);
        return LEFT + column * cell();
    }

    private double y(LocalDate day) {
        Coverage shown = coverage;
        return shown == null ? 0 : TOP + (day.getYear() - shown.first().getYear()) * ROW;
    }

    private @Nullable LocalDate dayAt(double x, double y) {
        Coverage shown = coverage;
        if (shown == null || y < TOP || x < LEFT) {
            return null;
        }
        int year = shown.first().getYear() + (int) ((y - TOP) / ROW);
        int column = (int) ((x - LEFT) / cell());
        if (column >= DAYS || year > shown.last().getYear()) {
            return null;
        }
        // The columns are those of a leap year.
        LocalDate leap = LocalDate.ofYearDay(2024, column + 1);
        LocalDate day = LocalDate.of(year, leap.getMonth(), 1).plusDays(leap.getDayOfMonth() - 1L);
        boolean there = day.getMonth() == leap.getMonth();
        return there && !day.isBefore(shown.first()) && !day.isAfter(shown.last()) ? day : null;
    }

    private void paint() {
        if (canvas.getWidth() < 1 || canvas.getHeight() < 1) {
            return;
        }
        GraphicsContext to = canvas.getGraphicsContext2D();
        to.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Coverage shown = coverage;
        if (shown == null) {
            return;
        }
        paintFrame(to, shown);
        for (LocalDate day = shown.first(); !day.isAfter(shown.last()); day = day.plusDays(1)) {
            paintDay(to, shown.day(day));
        }
        cursor.get().ifPresent(day -> {
            to.setStroke(palette.getValue().text());
            to.setLineWidth(1);
            to.strokeRect(Math.floor(x(day)) - 0.5, y(day) + 0.5, Math.ceil(cell()) + 1, ROW - 2);
        });
    }

    private void paintFrame(GraphicsContext to, Coverage shown) {
        to.setFont(Font.font("Roboto", 12));
        to.setFill(palette.getValue().textMuted());
        to.setTextBaseline(VPos.CENTER);
        to.setTextAlign(TextAlignment.LEFT);
        for (Month month : Month.values()) {
            to.fillText(
                    month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH), x(LocalDate.of(2024, month, 1)), TOP / 2);
        }
        to.setTextAlign(TextAlignment.RIGHT);
        for (int year = shown.first().getYear(); year <= shown.last().getYear(); year++) {
            to.fillText(
                    Integer.toString(year),
                    LEFT - 8,
                    TOP + (year - shown.first().getYear() + 0.5) * ROW);
        }
    }

    private void paintDay(GraphicsContext to, Coverage.Day day) {
        double x = Math.floor(x(day.day()));
        double width = Math.max(1, Math.floor(x(day.day()) + cell()) - x);
        double y = y(day.day()) + 1;
        double height = ROW - 2;
        Palette colours = palette.getValue();
        if (day.expected() == 0) {
            to.setFill(day.outside() > 0 ? colours.warning() : colours.grid());
            to.fillRect(x, day.outside() > 0 ? y : y + height / 2 - 1, width, day.outside() > 0 ? height : 2);
            return;
        }
        double missing = Math.round(height * (1 - day.share()));
        missing = day.share() < 1 ? Math.max(2, missing) : 0;
        to.setFill(blend(colours, day.share()));
        to.fillRect(x, y, width, height);
        to.setFill(colours.down());
        to.fillRect(x, y, width, missing);
    }

    private static Color blend(Palette colours, double share) {
        return colours.background().interpolate(colours.up(), 0.25 + 0.55 * share);
    }

    private void point(@Nullable LocalDate day) {
        if (!cursor.get().equals(Optional.ofNullable(day))) {
            cursor.set(Optional.ofNullable(day));
            paint();
        }
    }

    private void key(KeyEvent event, Consumer<LocalDate> open) {
        Coverage shown = coverage;
        if (shown == null) {
            return;
        }
        LocalDate at = cursor.get().orElse(shown.last());
        switch (event.getCode()) {
            case LEFT -> move(shown, at.minusDays(1));
            case RIGHT -> move(shown, at.plusDays(1));
            case UP -> move(shown, at.minusYears(1));
            case DOWN -> move(shown, at.plusYears(1));
            case HOME -> move(shown, shown.first());
            case END -> move(shown, shown.last());
            case ENTER, SPACE -> open.accept(at);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(Coverage shown, LocalDate day) {
        boolean before = day.isBefore(shown.first());
        point(before ? shown.first() : day.isAfter(shown.last()) ? shown.last() : day);
    }
}
