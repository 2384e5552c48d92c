package org.tickwright.desktop.studio;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.desktop.Desk;
import org.tickwright.workbench.Catalogues;
import org.tickwright.workbench.PlugIn;

/// Looks for plug-ins that came, changed or went whenever Studio is shown, and says what is wrong with one
/// once. JavaFX thread; jars are read in the background.
final class PlugInWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PlugInWatch.class);

    private final Desk desk;
    private final Consumer<Catalogues> taker;
    private final Set<PlugIn> told = new HashSet<>();

    /// `taker` gets the catalogues each time.
    PlugInWatch(Desk desk, Consumer<Catalogues> taker) {
        this.desk = desk;
        this.taker = taker;
    }

    void look() {
        desk.tasks()
                .quietly(
                        progress -> desk.workbench().catalogues().current(),
                        this::take,
                        fault -> LOG.warn("Plug-ins not looked at", fault));
    }

    private void take(Catalogues catalogues) {
        taker.accept(catalogues);
        List<PlugIn> news = catalogues.plugIns().stream()
                .filter(plugIn -> !plugIn.problems().isEmpty() && told.add(plugIn))
                .toList();
        for (PlugIn plugIn : news) {
            desk.notify("Plug-in " + plugIn.name() + ": " + plugIn.problems().getFirst(), true);
        }
    }
}
