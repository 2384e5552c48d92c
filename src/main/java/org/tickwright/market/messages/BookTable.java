package org.tickwright.market.messages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickwright.market.ImportException;

/// A table of an order book: Tardis' best levels and changes, Binance's dumps of depth, and Databento's orders.
final class BookTable {
    private enum Form {
        LEVELS("an order book, by its best levels"),
        CHANGES("an order book, change by change"),
        DEPTH("Binance futures, a dump of depth"),
        ORDERS("an order book, order by order");

        private final String words;

        Form(String words) {
            this.words = words;
        }
    }

    private final String name;
    private final String text;
    private final String symbol;
    private final Form form;
    private final int width;
    private final Map<String, Integer> columns = new HashMap<>();
    private final OrdersBook orders = new OrdersBook();
    private final List<Level> bids = new ArrayList<>();
    private final List<Level> asks = new ArrayList<>();
    private String[] group = new String[0];
    private long rows;
    private long used;

    BookTable(String name, String text, String symbol) {
        this.name = name;
        this.text = text;
        this.symbol = symbol;
        String header = text.lines().findFirst().orElse("");
        form = form(header);
        String[] names = header.strip().split(",", -1);
        width = names.length;
        for (int i = 0; i < names.length; i++) {
            columns.put(names[i].strip(), i);
        }
    }

    static boolean knows(String header) {
        return header.contains("asks[0].price")
                || header.contains("is_snapshot")
                || header.contains("update_type")
                || (header.contains("order_id") && header.contains("action") && header.contains("ts_event"));
    }

    private static Form form(String header) {
        return header.contains("asks[0].price")
                ? Form.LEVELS
                : header.contains("is_snapshot")
                        ? Form.CHANGES
                        : header.contains("update_type") ? Form.DEPTH : Form.ORDERS;
    }

    String venue() {
        return form.words;
    }

    long rows() {
        return rows;
    }

    long used() {
        return used;
    }

    void tell(Tape tape) throws ImportException {
        List<String> lines = text.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            rows++;
            try {
                String[] row = lines.get(i).split(",", -1);
                if (row.length != width) {
                    throw new IllegalArgumentException(
                            "it has " + row.length + " fields where " + width + " are expected");
                }
                row(row, tape);
            } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
                throw new ImportException(
                        name + ", line " + (i + 1) + ": " + e.getMessage() + ". Nothing was stored.", e);
            }
        }
        flush(tape);
        used = rows;
    }

    private String field(String[] row, String column) {
        Integer at = columns.get(column);
        if (at == null) {
            throw new IllegalArgumentException("there is no column " + column);
        }
        return row[at].strip();
    }

    private void row(String[] row, Tape tape) {
        switch (form) {
            case LEVELS -> levels(row, tape);
            case CHANGES -> grouped(row, tape, "symbol", "timestamp", "local_timestamp", "is_snapshot");
            case DEPTH -> grouped(row, tape, "symbol", "timestamp", "last_update_id", "update_type");
            case ORDERS -> orders.row(this::field, row, symbol, tape);
        }
    }

    private void levels(String[] row, Tape tape) {
        List<Level> bid = new ArrayList<>();
        List<Level> ask = new ArrayList<>();
        for (int i = 0; columns.containsKey("asks[" + i + "].price"); i++) {
            add(ask, field(row, "asks[" + i + "].price"), field(row, "asks[" + i + "].amount"));
            add(bid, field(row, "bids[" + i + "].price"), field(row, "bids[" + i + "].amount"));
        }
        tape.snapshot(micros(row), -1, bid, ask);
    }

    private static void add(List<Level> levels, String price, String size) {
        if (!price.isEmpty()) {
            levels.add(new Level(price, size));
        }
    }

    private When micros(String[] row) {
        return new When(
                field(row, "symbol"),
                Math.multiplyExact(Long.parseLong(field(row, "timestamp")), 1_000L),
                Math.multiplyExact(Long.parseLong(field(row, "local_timestamp")), 1_000L));
    }

    private void grouped(String[] row, Tape tape, String... by) {
        boolean same = group.length > 0;
        for (String column : by) {
            same = same && field(row, column).equals(field(group, column));
        }
        if (!same) {
            flush(tape);
        }
        group = row;
        boolean bid = field(row, "side").startsWith("b");
        add(bid ? bids : asks, field(row, "price"), field(row, form == Form.DEPTH ? "qty" : "amount"));
    }

    private void flush(Tape tape) {
        if (group.length == 0) {
            return;
        }
        String[] row = Arrays.copyOf(group, group.length);
        if (form == Form.CHANGES) {
            if (field(row, "is_snapshot").equals("true")) {
                tape.snapshot(micros(row), -1, List.copyOf(bids), List.copyOf(asks));
            } else {
                tape.change(micros(row), new Change(List.copyOf(bids), List.copyOf(asks)));
            }
        } else {
            long time = Math.multiplyExact(Long.parseLong(field(row, "timestamp")), 1_000_000L);
            When when = new When(field(row, "symbol"), time, time);
            long last = Long.parseLong(field(row, "last_update_id"));
            if (field(row, "update_type").equals("snap")) {
                tape.snapshot(when, last, List.copyOf(bids), List.copyOf(asks));
            } else {
                long first = Long.parseLong(field(row, "first_update_id"));
                long previous = Long.parseLong(field(row, "pu"));
                tape.change(when, new Change(List.copyOf(bids), List.copyOf(asks), first, last, previous, 0, ""));
            }
        }
        bids.clear();
        asks.clear();
        group = new String[0];
    }
}
