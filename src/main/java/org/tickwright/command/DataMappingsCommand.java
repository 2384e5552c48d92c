package org.tickwright.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.ImportMappings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "mappings",
        mixinStandardHelpOptions = true,
        description = "Lists the options of imports that were saved by name, or deletes one.")
final class DataMappingsCommand extends Subcommand {
    @Option(names = "--delete", paramLabel = "NAME", description = "deletes the mapping of that name")
    private @Nullable String deleted;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    DataMappingsCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws IOException, StoreException, ImportException {
        if (deleted != null) {
            ImportMappings mappings = ImportMappings.in(console.writable().home());
            if (!mappings.delete(deleted)) {
                throw new ImportException("There is no mapping '" + deleted + "'.");
            }
            console.note("Deleted the mapping " + deleted + ".");
            return 0;
        }
        ImportMappings mappings = ImportMappings.in(console.readable().home());
        List<Map<String, Object>> documents = new ArrayList<>();
        for (String name : mappings.names()) {
            documents.add(document(name, mappings.load(name)));
        }
        if (json) {
            console.json(documents);
        } else {
            documents.forEach(document -> console.line(words(document)));
        }
        return 0;
    }

    private static Map<String, Object> document(String name, ImportOptions options) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", name);
        document.put("columns", options.columns());
        document.put(
                "timeframe",
                options.timeframe() == null ? "" : options.timeframe().toString());
        document.put("zone", options.zone() == null ? "" : options.zone().getId());
        document.put("format", options.format());
        document.put("dateOrder", options.dateOrder() == null ? "" : options.dateOrder());
        document.put("accept", options.accept());
        document.put("mends", options.mends().toString());
        return document;
    }

    /// The name, and what is not left to the file.
    private static String words(Map<String, Object> document) {
        StringBuilder words = new StringBuilder();
        document.forEach((key, value) -> {
            String text = String.valueOf(value);
            if (key.equals("name")) {
                words.append(text);
            } else if (!text.isEmpty() && !text.equals("{}") && !text.equals("[]") && !text.equals("auto")) {
                words.append("  ").append(key).append(' ').append(text);
            }
        });
        return words.toString();
    }
}
