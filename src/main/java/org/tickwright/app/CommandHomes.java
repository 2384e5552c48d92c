package org.tickwright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.command.CommandFailure;
import org.tickwright.command.HomeInUse;
import org.tickwright.command.WorkbenchAccess;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.StoreException;
import org.tickwright.market.feed.Tempo;
import org.tickwright.plugin.PlugInFolders;
import org.tickwright.workbench.CatalogueSource;
import org.tickwright.workbench.SeriesFiles;
import org.tickwright.workbench.Workbench;

/// Opens the home for the command line when a command first asks for it, and closes it at the end.
final class CommandHomes implements WorkbenchAccess, AutoCloseable {
    private final Map<String, String> environment;
    private @Nullable OpenHome open;
    private @Nullable Path plugIns;
    private @Nullable CatalogueSource catalogues;
    private final Interruption interruption = new Interruption();

    CommandHomes(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Workbench writable(@Nullable Path option) {
        TickwrightHome home = TickwrightHome.locate(option, environment);
        OpenHome opened = tryWriting(home, option);
        if (opened == null) {
            throw inUse(home);
        }
        return opened.workbench();
    }

    @Override
    public Workbench readable(@Nullable Path option) {
        TickwrightHome home = TickwrightHome.locate(option, environment);
        OpenHome opened = tryWriting(home, option);
        return (opened == null ? opening(home, () -> OpenHome.forReading(home, catalogues(option))) : opened)
                .workbench();
    }

    @Override
    public Workbench restore(@Nullable Path option, Path backup, boolean force) {
        TickwrightHome home = TickwrightHome.locate(option, environment);
        OpenHome restored = opening(home, () -> OpenHome.restored(home, backup, force));
        if (restored == null) {
            throw inUse(home);
        }
        return restored.workbench();
    }

    private static HomeInUse inUse(TickwrightHome home) {
        return new HomeInUse("The home " + home.directory() + " is in use by " + HomeLock.holder(home)
                + ". Nothing was changed. Close that program, or name another home with --home DIR.");
    }

    private @Nullable OpenHome tryWriting(TickwrightHome home, @Nullable Path option) {
        OpenHome already = open;
        if (already != null && !already.workbench().readOnly()) {
            return already;
        }
        return opening(home, () -> OpenHome.forWriting(home, catalogues(option)));
    }

    @Override
    public SeriesFiles files() {
        return OpenHome.FILES;
    }

    @Override
    public Tempo tempo() {
        return new MachineTempo();
    }

    @Override
    public boolean interrupted() {
        return interruption.asked();
    }

    @Override
    public void plugIns(Path directory) {
        plugIns = directory;
    }

    @Override
    public CatalogueSource catalogues(@Nullable Path option) {
        CatalogueSource known = catalogues;
        if (known == null) {
            Path own = TickwrightHome.locate(option, environment).plugins();
            known = new PlugInFolders(
                    IndicatorCatalogue.builtIn(), plugIns == null ? List.of(own) : List.of(own, plugIns));
            catalogues = known;
        }
        return known;
    }

    private <T extends @Nullable OpenHome> T opening(TickwrightHome home, Opening<T> opening) {
        try {
            T opened = opening.open();
            if (opened != null) {
                open = opened;
            }
            return opened;
        } catch (IOException e) {
            throw new CommandFailure(
                    "The home " + home.directory() + " cannot be used: " + e.getMessage()
                            + ". Nothing was changed. Name another with --home DIR.",
                    e);
        } catch (StoreException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private interface Opening<T extends @Nullable OpenHome> {
        T open() throws IOException, StoreException;
    }

    @Override
    public void close() {
        try {
            if (open != null) {
                open.close();
                open = null;
            }
        } finally {
            interruption.over();
        }
    }
}
