package org.tickwright.market.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ImportException;

/// Makes rows of JSON, so that what holds for text holds for it: an array of arrays, an array of objects,
/// or an object with one of these among its members, or with a member that has an object per time.
///
/// Of several such tables the longest counts. Numbers and texts stay as they are written. Row 1 is the
/// header where the records name their values. A zone that the document states beside the rows goes with
/// them.
final class JsonRows {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String TRADES = "timestamp,id,type,side,price,amount,cost";

    private final TextFile file;
    private final List<Table> tables = new ArrayList<>();
    private @Nullable ZoneId zone;
    private boolean bids;
    private boolean asks;

    private JsonRows(TextFile file) {
        this.file = file;
    }

    /// Records of one place in the document; those of an array have no names.
    private static final class Table {
        final List<Map<String, String>> records = new ArrayList<>();
        boolean named;

        void add(Map<String, String> record, boolean withNames) {
            records.add(record);
            named |= withNames;
        }
    }

    /// The rows of a document, or an [ImportException] that says what it holds instead.
    static TextFile of(TextFile file) throws ImportException {
        JsonRows rows = new JsonRows(file);
        try (JsonParser json = JSON.createParser(file.bytes())) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY) {
                rows.array(json);
            } else {
                rows.object(json);
            }
            if (json.nextToken() != null) {
                throw rows.refused("has something behind its end (line "
                        + json.currentLocation().getLineNr() + "); it may be several documents in one");
            }
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new ImportException(
                    file.name() + " is JSON that is cut off or damaged"
                            + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr())
                            + ". Nothing was stored; fetch it again.",
                    e);
        } catch (IOException e) {
            throw new ImportException("Could not read " + file.name() + ": " + e.getMessage(), e);
        }
        return rows.longest();
    }

    private ImportException refused(String what) {
        return new ImportException(file.name() + " is JSON and " + what + ". Save it as CSV with a header line such as"
                + " time,open,high,low,close,volume.");
    }

    /// Reads behind a `[`.
    private void array(JsonParser json) throws IOException {
        Table table = new Table();
        for (JsonToken token = next(json); token != JsonToken.END_ARRAY; token = next(json)) {
            if (token == JsonToken.START_OBJECT) {
                table.add(object(json), true);
            } else if (token == JsonToken.START_ARRAY) {
                table.add(values(json), false);
            }
        }
        if (!table.records.isEmpty()) {
            tables.add(table);
        }
    }

    private static JsonToken next(JsonParser json) throws IOException {
        JsonToken token = json.nextToken();
        if (token == null) {
            throw new com.fasterxml.jackson.core.io.JsonEOFException(json, null, "the end is missing");
        }
        return token;
    }

    /// The values of an inner array by position.
    private static Map<String, String> values(JsonParser json) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (JsonToken token = next(json); token != JsonToken.END_ARRAY; token = next(json)) {
            if (token.isStructStart()) {
                json.skipChildren();
            }
            values.put(Integer.toString(values.size()), token.isScalarValue() ? text(json, token) : "");
        }
        return values;
    }

    /// The values of an object by name; tables inside it are kept.
    private Map<String, String> object(JsonParser json) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        Table byTime = new Table();
        TimeParser times = new TimeParser();
        for (JsonToken token = next(json); token != JsonToken.END_OBJECT; token = next(json)) {
            String name = json.currentName();
            token = next(json);
            if (token == JsonToken.START_ARRAY) {
                bids |= name.equalsIgnoreCase("bids");
                asks |= name.equalsIgnoreCase("asks");
                array(json);
            } else if (token == JsonToken.START_OBJECT) {
                Map<String, String> inner = object(json);
                byte[] key = name.getBytes(StandardCharsets.UTF_8);
                if (times.calendar(key, 0, key.length, TimeStyle.Order.UNKNOWN)) {
                    Map<String, String> record = new LinkedHashMap<>();
                    record.put("time", name);
                    inner.forEach(record::putIfAbsent);
                    byTime.add(record, true);
                }
            } else {
                values.put(name, text(json, token));
                if (HeaderNames.plain(name).equals("timezone")) {
                    zone = zone(text(json, token));
                }
            }
        }
        if (!byTime.records.isEmpty()) {
            tables.add(byTime);
        }
        return values;
    }

    private static @Nullable ZoneId zone(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String text(JsonParser json, JsonToken token) throws IOException {
        return token == JsonToken.VALUE_NULL ? "" : json.getText();
    }

    private TextFile longest() throws ImportException {
        if (bids && asks) {
            throw new ImportException(
                    file.name() + " is a snapshot of an order book, with its bids and asks. Books come"
                            + " from recordings; there are no bars or trades in it.");
        }
        Table longest = new Table();
        for (Table table : tables) {
            longest = table.records.size() > longest.records.size() ? table : longest;
        }
        if (longest.records.isEmpty()) {
            throw refused("holds no list of records");
        }
        return new TextFile(file.name(), rows(longest), file.form() + "JSON, ", null, zone);
    }

    private byte[] rows(Table table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(table.records.size() * 64);
        Set<String> names = new LinkedHashSet<>();
        table.records.forEach(record -> names.addAll(record.keySet()));
        if (table.named) {
            write(out, names);
        } else if (trades(table.records)) {
            out.writeBytes((TRADES + "\n").getBytes(StandardCharsets.UTF_8));
        }
        for (Map<String, String> record : table.records) {
            List<String> values = new ArrayList<>();
            names.forEach(name -> values.add(record.getOrDefault(name, "")));
            write(out, values);
        }
        return out.toByteArray();
    }

    /// Whether rows without names are trades as ccxt keeps them, with the side as a word.
    private static boolean trades(List<Map<String, String>> records) {
        return records.stream()
                .allMatch(record ->
                        record.size() == 7 && record.getOrDefault("3", "").matches("buy|sell"));
    }

    private static void write(ByteArrayOutputStream out, Iterable<String> values) {
        StringBuilder row = new StringBuilder();
        for (String value : values) {
            row.append(row.isEmpty() ? "" : ",").append(field(value));
        }
        out.writeBytes(row.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String field(String value) {
        String line = value.replace('\n', ' ').replace('\r', ' ').replace('"', '\'');
        return line.indexOf(',') >= 0 || line.startsWith("#") || line.isEmpty() ? '"' + line + '"' : line;
    }
}
