package org.tickwright.desktop.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.command.TickwrightCommand;
import org.tickwright.command.WorkbenchAccess;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.Finding;
import org.tickwright.market.ImportReport;
import org.tickwright.market.Mend;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.market.feed.Tempo;
import org.tickwright.market.feed.VirtualTempo;
import org.tickwright.store.H2Store;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.MemoryRunArchive;
import org.tickwright.testing.Shared;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.EventLibrary;
import org.tickwright.workbench.FilePreview;
import org.tickwright.workbench.ImportMappings;
import org.tickwright.workbench.Instruments;
import org.tickwright.workbench.SeriesFiles;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.StrategyLibrary;
import org.tickwright.workbench.Workbench;

/// Every recorded file of market data brought to the pages of the import, and what they store against what the command
/// line stores.
class ImportWalkTest {
    @TempDir
    Path home;

    /// A line of the table of all files: what it is read as, and with which words it is refused.
    private record Entry(String file, String kind, String refusal) {}

    private static List<Entry> table() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (InputStream in = ImportWalkTest.class.getResourceAsStream("/org/tickwright/market/text/files.csv")) {
            assertNotNull(in);
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList()) {
                String[] fields = line.split(",", 9);
                entries.add(new Entry(fields[0], fields[1], fields[8].replace("\"", "")));
            }
        }
        return entries;
    }

    @Test
    void everyFileIsShownAsWhatItIsOrRefusedInWords() throws Exception {
        Path data = Shared.requirePath("data/messy").getParent();
        try (H2Store store = H2Store.open(home.resolve("store"), false)) {
            SeriesLibrary library = new SeriesLibrary(
                    store.bars(),
                    SeriesFiles.TEXT,
                    new Instruments(store.instruments(), ExchangeCalendars.shipped()),
                    store.rawFiles(),
                    new EventLibrary(store.ticks(), store.actions(), store.rawFiles(), home.resolve("recordings")));
            ImportModel model = new ImportModel(library, ImportMappings.in(home), new DirectTasks());
            for (Entry entry : table()) {
                model.open(data.resolve(entry.file));
                assertShown(entry, model);
            }
        }
    }

    private static void assertShown(Entry entry, ImportModel model) {
        assertEquals(1, model.files().get().size(), entry.file);
        FilePreview file = model.files().get().getFirst();
        String trouble = model.trouble().get();
        if (entry.kind.equals("refused") || entry.kind.equals("tickers")) {
            assertTrue(trouble.contains(entry.refusal) && trouble.length() > 20, entry.file + ": " + trouble);
            assertFalse(model.ready(), entry.file);
            assertFalse(model.obstacle().isBlank(), entry.file);
            return;
        }
        if (entry.file.endsWith("factor_files/fb.csv")) {
            assertTrue(trouble.contains("tells of no split and no dividend"), trouble);
            return;
        }
        assertEquals("", trouble, entry.file);
        assertEquals(entry.kind, file.kind(), entry.file);
        assertTrue(file.rows() > 0, entry.file);
        assertEquals(entry.kind.equals("bars"), file.events() == null, entry.file);
        for (FindingGroup group : model.groups()) {
            assertTrue(
                    !group.error() || group.acceptable() || !wrongs(model).isEmpty(),
                    () -> entry.file + ": " + group + " has no way on");
        }
        assertTrue(model.next(), entry.file);
    }

    /// What is wrong with any option.
    private static String wrongs(ImportModel model) {
        StringBuilder words = new StringBuilder();
        List.of("timeframe", "zone", "dateOrder", "format").forEach(option -> words.append(model.wrongWith(option)));
        return words.toString();
    }

    @Test
    void storesWhatTheCommandLineStores() throws Exception {
        Path data = Shared.requirePath("data/messy").getParent();
        int compared = 0;
        int mended = 0;
        for (Entry entry : table()) {
            if (entry.file.startsWith("messy/") && entry.kind.equals("bars")) {
                Path file = data.resolve(entry.file);
                ImportModel model = new ImportModel(
                        new SeriesLibrary(new MemoryBarStore()), ImportMappings.in(home), new DirectTasks());
                model.open(file);
                if (model.oneSeries()) {
                    mended += compare(model, file) ? 1 : 0;
                    compared++;
                }
            }
        }
        assertTrue(compared > 50 && mended > 0, compared + " files, " + mended + " mended");
    }

    /// Decides the same on both sides; true where there was something to decide.
    private boolean compare(ImportModel model, Path file) throws Exception {
        model.symbol().set("SAME");
        List<String> arguments = new ArrayList<>(List.of("import", file.toString(), "--symbol", "SAME", "--json"));
        boolean decided = false;
        for (FindingGroup group : model.groups()) {
            if (group.error() && group.acceptable()) {
                Mend.Action action = group.actions().isEmpty()
                        ? Mend.Action.DROP
                        : group.actions().getLast();
                model.mend(group.code(), action);
                arguments.addAll(List.of("--mend", new Mend(group.code(), action, null).toString()));
                decided = true;
            } else if (group.error()) {
                model.choices().dateOrder().set("DMY");
                arguments.addAll(List.of("--date-order", "DMY"));
            }
        }
        model.start();
        Printed answer = commandLine(arguments);
        ImportReport report = model.report();
        if (report == null) {
            assertEquals(1, answer.code, file.toString());
            assertEquals(model.trouble().get(), answer.errors.strip(), file.toString());
            return decided;
        }
        assertEquals(0, answer.code, answer.errors);
        JsonNode printed = new ObjectMapper().readTree(answer.output);
        assertEquals(printed.at("/rowsStored").asInt(), report.rowsStored(), file.toString());
        assertEquals(printed.at("/rowsRejected").asInt(), report.rowsRejected(), file.toString());
        assertNotNull(report.series(), file.toString());
        assertEquals(printed.at("/series/contentHash").asText(), report.series().contentHash(), file.toString());
        Map<String, Integer> counts = new TreeMap<>();
        printed.at("/findingCounts")
                .properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asInt()));
        assertEquals(counts, new TreeMap<>(report.findingCounts()), file.toString());
        List<String> messages = new ArrayList<>();
        printed.at("/findings")
                .forEach(finding -> messages.add(finding.at("/message").asText()));
        assertEquals(messages, report.findings().stream().map(Finding::message).toList(), file.toString());
        return decided;
    }

    private record Printed(int code, String output, String errors) {}

    private Printed commandLine(List<String> arguments) {
        MemoryBarStore store = new MemoryBarStore();
        IndicatorCatalogue indicators = IndicatorCatalogue.builtIn();
        Workbench workbench = new Workbench(
                home,
                false,
                indicators,
                new SeriesLibrary(store),
                new StrategyLibrary(home.resolve("strategies")),
                new Backtests(store, new MemoryRunArchive(), indicators));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = TickwrightCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new WorkbenchAccess() {
                    @Override
                    public Workbench writable(@Nullable Path place) {
                        return workbench;
                    }

                    @Override
                    public Workbench readable(@Nullable Path place) {
                        return workbench;
                    }

                    @Override
                    public SeriesFiles files() {
                        return SeriesFiles.TEXT;
                    }

                    @Override
                    public Tempo tempo() {
                        return new VirtualTempo(0);
                    }
                });
        return new Printed(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
