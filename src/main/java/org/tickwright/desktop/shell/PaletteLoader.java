package org.tickwright.desktop.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.Faults;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.desktop.help.HelpPage;
import org.tickwright.engine.RunArchive;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.workbench.StrategyLibrary;
import org.tickwright.workbench.Workbench;

/// What the palette finds beyond commands: symbols, strategies, templates, runs and help. Background thread.
final class PaletteLoader {
    private final Desk desk;
    private final BiConsumer<HelpTopic, String> openHelp;

    /// `openHelp` shows a page at a heading.
    PaletteLoader(Desk desk, BiConsumer<HelpTopic, String> openHelp) {
        this.desk = desk;
        this.openHelp = openHelp;
    }

    /// Everything in the store and the strategy folder. The actions run on the JavaFX thread.
    List<PaletteEntry> load() throws StoreException, IOException {
        Workbench bench = desk.workbench();
        List<PaletteEntry> entries = new ArrayList<>();
        for (SeriesInfo info : bench.series().list()) {
            String detail = (info.simulated() ? "SIM  ·  " : "") + String.format(Locale.ROOT, "%,d bars", info.bars());
            entries.add(new PaletteEntry(
                    PaletteEntry.Kind.SYMBOL, info.key().toString(), detail, () -> desk.openChart(info.key())));
        }
        for (StrategyLibrary.Item item : bench.strategies().list()) {
            entries.add(new PaletteEntry(PaletteEntry.Kind.STRATEGY, item.name(), "yours", () -> open(item)));
        }
        for (StrategyDocument template : bench.strategies().templates()) {
            entries.add(new PaletteEntry(
                    PaletteEntry.Kind.STRATEGY, template.name(), "template", () -> desk.openStrategy(template, null)));
        }
        for (RunArchive.Entry run : bench.backtests().list()) {
            entries.add(new PaletteEntry(
                    PaletteEntry.Kind.RUN,
                    run.strategyName() + " on " + run.series(),
                    run.id() + "  ·  "
                            + String.format(
                                    Locale.ROOT, "%+.1f %%", 100 * run.summary().totalReturn()),
                    () -> desk.openRun(run.id())));
        }
        for (HelpTopic topic : HelpTopic.values()) {
            entries.add(new PaletteEntry(
                    PaletteEntry.Kind.HELP, topic.title(), "help page", () -> openHelp.accept(topic, "")));
            for (String heading : HelpPage.of(topic).headings()) {
                entries.add(new PaletteEntry(
                        PaletteEntry.Kind.HELP,
                        heading,
                        "help on " + topic.title().toLowerCase(Locale.ROOT),
                        () -> openHelp.accept(topic, heading)));
            }
        }
        return entries;
    }

    private void open(StrategyLibrary.Item item) {
        desk.tasks()
                .quietly(
                        progress -> read(item),
                        document -> desk.openStrategy(document, item.file()),
                        failure ->
                                desk.notify(Faults.inWords("Strategy " + item.name() + " not opened", failure), true));
    }

    private StrategyDocument read(StrategyLibrary.Item item) throws IOException, StrategyFormatException {
        return desk.workbench().strategies().open(item.file());
    }
}
