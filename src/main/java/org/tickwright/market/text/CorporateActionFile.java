package org.tickwright.market.text;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.CorporateActions.Dividend;
import org.tickwright.market.CorporateActions.Split;
import org.tickwright.market.ImportException;
import org.tickwright.market.TickerHistory;

/// Reads splits and dividends from Lean's factor files or from plain rows `date,split,7:1` and
/// `date,dividend,0.47`, and ticker histories from Lean's map files.
///
/// A row of a factor file says by what prices up to its date, the last trading day before an event, are
/// multiplied: `date,price factor,split factor,close`. From one row to the next the price factor shows a
/// dividend of `close · (1 - factor / next factor)`, the split factor a split, both with the day after as ex
/// date. Split factors are rounded in these files; the ratio is the fraction of numbers up to 20 within
/// 5e-6, else the factor to seven digits.
public final class CorporateActionFile {
    private static final double ROUNDING = 5e-6;
    private static final int LARGEST_TERM = 20;
    private static final long DIGITS = 10_000_000L;
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;

    private record Row(LocalDate date, double priceFactor, double splitFactor, double close) {}

    private final String name;
    private int line;

    private CorporateActionFile(String name) {
        this.name = name;
    }

    /// The actions in a file of either form.
    public static CorporateActions read(Path file) throws ImportException {
        return actions(TextLines.name(file), TextLines.of(file));
    }

    static CorporateActions actions(String name, List<String> lines) throws ImportException {
        CorporateActionFile reader = new CorporateActionFile(name);
        boolean factors = !lines.isEmpty() && lines.getFirst().matches("\\d{8},.*");
        try {
            return factors ? reader.fromFactors(lines) : reader.fromRows(lines);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw reader.refused(e);
        }
    }

    /// The ticker history in a map file.
    public static TickerHistory readTickers(Path file) throws ImportException {
        return tickers(TextLines.name(file), TextLines.of(file));
    }

    static TickerHistory tickers(String name, List<String> lines) throws ImportException {
        CorporateActionFile reader = new CorporateActionFile(name);
        try {
            List<TickerHistory.Name> names = new ArrayList<>();
            for (String text : lines) {
                reader.line++;
                String[] fields = text.split(",", -1);
                if (fields.length < 2 || fields[1].isBlank()) {
                    throw new IllegalArgumentException("a row must be date,ticker, was '" + text + "'");
                }
                names.add(new TickerHistory.Name(
                        fields[1].strip().toUpperCase(Locale.ROOT), LocalDate.parse(fields[0].strip(), COMPACT)));
            }
            if (names.isEmpty()) {
                throw new IllegalArgumentException("there are no rows");
            }
            return new TickerHistory(names.getFirst().until(), names.subList(1, names.size()));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw reader.refused(e);
        }
    }

    private ImportException refused(Exception why) {
        return new ImportException(name + ", line " + line + ": " + why.getMessage() + ". Nothing was read.", why);
    }

    private CorporateActions fromFactors(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        for (String text : lines) {
            line++;
            if (!text.isBlank()) {
                rows.add(row(text));
            }
        }
        List<Split> splits = new ArrayList<>();
        List<Dividend> dividends = new ArrayList<>();
        for (int i = 0; i + 1 < rows.size(); i++) {
            Row row = rows.get(i);
            Row next = rows.get(i + 1);
            if (row.priceFactor != next.priceFactor) {
                double perUnit = row.close * (1 - row.priceFactor / next.priceFactor);
                dividends.add(new Dividend(row.date.plusDays(1), perUnit, row.close));
            }
            if (row.splitFactor != next.splitFactor) {
                splits.add(split(row.date.plusDays(1), row.splitFactor / next.splitFactor));
            }
        }
        return new CorporateActions(splits, dividends);
    }

    private static Row row(String text) {
        String[] fields = text.split(",", -1);
        if (fields.length < 4) {
            throw new IllegalArgumentException(
                    "a row must be date,price factor,split factor,close, was '" + text + "'");
        }
        return new Row(
                LocalDate.parse(fields[0].strip(), COMPACT),
                Double.parseDouble(fields[1]),
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]));
    }

    private static Split split(LocalDate exDate, double factor) {
        for (int numerator = 1; numerator <= LARGEST_TERM; numerator++) {
            long denominator = Math.round(factor * numerator);
            if (denominator >= 1
                    && denominator <= LARGEST_TERM
                    && Math.abs((double) denominator / numerator - factor) <= ROUNDING * factor) {
                return new Split(exDate, numerator, denominator, factor);
            }
        }
        return new Split(exDate, DIGITS, Math.round(factor * DIGITS), factor);
    }

    private CorporateActions fromRows(List<String> lines) {
        List<Split> splits = new ArrayList<>();
        List<Dividend> dividends = new ArrayList<>();
        for (String text : lines) {
            line++;
            if (text.isBlank() || (line == 1 && text.toLowerCase(Locale.ROOT).startsWith("date"))) {
                continue;
            }
            String[] fields = text.split(",", -1);
            String kind = fields.length == 3 ? fields[1].strip().toLowerCase(Locale.ROOT) : "";
            switch (kind) {
                case "split" -> splits.add(ratio(date(fields[0]), fields[2].strip()));
                case "dividend" -> dividends.add(new Dividend(date(fields[0]), Double.parseDouble(fields[2]), 0));
                default ->
                    throw new IllegalArgumentException(
                            "a row must be date,split,7:1 or date,dividend,0.47, was '" + text + "'");
            }
        }
        return new CorporateActions(splits, dividends);
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text.strip());
    }

    private static Split ratio(LocalDate exDate, String text) {
        String[] terms = text.split(":", -1);
        if (terms.length != 2) {
            throw new IllegalArgumentException(
                    "a split must be like 7:1 (seven new units for one), was '" + text + "'");
        }
        return new Split(exDate, Long.parseLong(terms[0].strip()), Long.parseLong(terms[1].strip()));
    }
}
