package org.tickwright.desktop.data;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.ImportPreview;
import org.tickwright.market.Mend;
import org.tickwright.market.MendPlan;
import org.tickwright.market.Timeframe;

/// What a person stated about how files are read, and decided about their findings. What is empty is found from the
/// file.
public final class ImportChoices {
    /// What a column can be, in the order of a choice; [#IGNORED] is none of them.
    public static final List<String> ROLES =
            List.of("time", "date", "open", "high", "low", "close", "volume", "symbol");

    /// The role of a column that is not read.
    public static final String IGNORED = "";

    private static final String NOT = "-";

    private final StringProperty timeframe = new SimpleStringProperty("");
    private final StringProperty zone = new SimpleStringProperty("");
    private final StringProperty dateOrder = new SimpleStringProperty("");
    private final StringProperty format = new SimpleStringProperty("");
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Set<String> accepted = new TreeSet<>();
    private final Map<String, Mend> mends = new TreeMap<>();
    private final Runnable changed;
    private boolean filling;

    /// Nothing stated; `changed` is told of every change.
    ImportChoices(Runnable changed) {
        this.changed = changed;
        for (StringProperty option : List.of(timeframe, zone, dateOrder, format)) {
            option.addListener((property, before, now) -> tell());
        }
    }

    /// The timeframe, empty where it is found from the times.
    public StringProperty timeframe() {
        return timeframe;
    }

    /// The zone, empty where it is found or assumed.
    public StringProperty zone() {
        return zone;
    }

    /// `DMY`, `MDY`, or empty where the dates tell.
    public StringProperty dateOrder() {
        return dateOrder;
    }

    /// `decimal-comma`, `decimal-point`, or empty where the numbers tell.
    public StringProperty format() {
        return format;
    }

    private void tell() {
        if (!filling) {
            changed.run();
        }
    }

    /// Takes everything back without telling.
    void clear() {
        fill(ImportOptions.forSymbol(""));
    }

    /// Takes everything over from options that were saved.
    public void use(ImportOptions saved) {
        fill(saved);
        tell();
    }

    private void fill(ImportOptions options) {
        filling = true;
        Timeframe stated = options.timeframe();
        ZoneId where = options.zone();
        String order = options.dateOrder();
        timeframe.set(stated == null ? "" : stated.toString());
        zone.set(where == null ? "" : where.getId());
        dateOrder.set(order == null ? "" : order);
        format.set(options.format().startsWith("decimal-") ? options.format() : "");
        columns.clear();
        columns.putAll(options.columns());
        accepted.clear();
        accepted.addAll(options.accept());
        mends.clear();
        options.mends().mends().forEach(mend -> mends.put(mend.finding(), mend));
        filling = false;
    }

    /// Which column holds a role, by its name or its position from 1; empty gives the choice back to the reader.
    public void column(String role, String column) {
        String before = column.isEmpty() ? columns.remove(role) : columns.put(role, column);
        if (!column.equals(before == null ? "" : before)) {
            tell();
        }
    }

    /// Leaves all columns to the reader again.
    public void findColumns() {
        if (!columns.isEmpty()) {
            columns.clear();
            tell();
        }
    }

    /// States that no column holds a role.
    public void without(ImportPreview known, String role) {
        pin(known);
        if (!NOT.equals(columns.put(role, NOT))) {
            tell();
        }
    }

    /// The other columns stay what they were taken for.
    private void pin(ImportPreview known) {
        if (columns.isEmpty()) {
            known.columns().forEach((field, at) -> columns.put(field, name(known, at)));
        }
    }

    /// Gives a column (position from 1) a role, or none; what is known of the other columns stays.
    public void role(ImportPreview known, int position, String role) {
        Map<String, String> before = new LinkedHashMap<>(columns);
        pin(known);
        String column = name(known, position);
        columns.replaceAll((field, stated) -> {
            boolean here = stated.equals(column) || stated.equals(Integer.toString(position));
            return here && !field.equals(role) ? NOT : stated;
        });
        if (!role.equals(IGNORED)) {
            columns.put(role, column);
        }
        if (!columns.equals(before)) {
            tell();
        }
    }

    /// The header of a column where no other has it, else its position.
    private static String name(ImportPreview known, int position) {
        List<String> header = known.header();
        String name = position <= header.size() ? header.get(position - 1) : "";
        boolean plain = !name.isBlank() && !name.equals(NOT) && !name.strip().matches("[0-9]{1,4}");
        boolean single = header.stream().filter(name::equalsIgnoreCase).count() == 1;
        return plain && single ? name : Integer.toString(position);
    }

    /// What was stated about columns: a name or a position by role, `-` where none holds it.
    public Map<String, String> columns() {
        return Map.copyOf(columns);
    }

    /// Accepts findings of a code, or takes that back.
    public void accept(String code, boolean accept) {
        if (accept ? accepted.add(code) : accepted.remove(code)) {
            tell();
        }
    }

    /// Decides what becomes of the rows of a code; null takes the decision back.
    public void mend(String code, @Nullable Mend mend) {
        boolean change = accepted.remove(code);
        change |= mend == null ? mends.remove(code) != null : !mend.equals(mends.put(code, mend));
        if (change) {
            tell();
        }
    }

    /// Whether findings of a code are accepted.
    boolean accepted(String code) {
        return accepted.contains(code);
    }

    /// What was decided about a code.
    @Nullable
    Mend mend(String code) {
        return mends.get(code);
    }

    /// The codes about which something was decided.
    Set<String> mended() {
        return Set.copyOf(mends.keySet());
    }

    /// Whether nothing is stated and decided.
    public boolean isEmpty() {
        return columns.isEmpty()
                && accepted.isEmpty()
                && mends.isEmpty()
                && (timeframe.get() + zone.get() + dateOrder.get() + format.get()).isBlank();
    }

    /// The zone that will not do in words, empty where it will.
    public String zoneTrouble() {
        try {
            if (!zone.get().isBlank()) {
                ZoneId.of(zone.get().strip());
            }
            return "";
        } catch (DateTimeException e) {
            return "The zone '" + zone.get() + "' is not known. Write it like Europe/London or UTC.";
        }
    }

    /// All of it as options; a zone or timeframe that does not exist is an [IllegalArgumentException] in words.
    public ImportOptions options(String symbol) {
        String trouble = zoneTrouble();
        if (!trouble.isEmpty()) {
            throw new IllegalArgumentException(trouble);
        }
        return new ImportOptions(
                symbol,
                timeframe.get().isBlank() ? null : Timeframe.parse(timeframe.get()),
                zone.get().isBlank() ? null : ZoneId.of(zone.get().strip()),
                format.get().isBlank() ? "auto" : format.get(),
                new LinkedHashMap<>(columns),
                dateOrder.get().isBlank() ? null : dateOrder.get(),
                Set.copyOf(accepted),
                new MendPlan(new ArrayList<>(mends.values())));
    }
}
