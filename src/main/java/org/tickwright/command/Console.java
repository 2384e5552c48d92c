package org.tickwright.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Progress;
import org.tickwright.market.feed.Tempo;
import org.tickwright.workbench.CatalogueSource;
import org.tickwright.workbench.Catalogues;
import org.tickwright.workbench.SeriesFiles;
import org.tickwright.workbench.Workbench;

/// What a running command talks to: standard output for results, standard error for progress, the workbench
/// on demand.
final class Console {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final PrintStream out;
    private final PrintStream err;
    private final WorkbenchAccess access;
    private @Nullable Path home;

    Console(PrintStream out, PrintStream err, WorkbenchAccess access) {
        this.out = out;
        this.err = err;
        this.access = access;
    }

    void home(@Nullable Path path) {
        home = path;
    }

    Workbench writable() {
        return access.writable(home);
    }

    Workbench readable() {
        return access.readable(home);
    }

    /// The home with a backup in the place of what it held.
    Workbench restored(Path backup, boolean force) {
        return access.restore(home, backup, force);
    }

    /// How files are read.
    SeriesFiles files() {
        return access.files();
    }

    /// True once the work under way shall stop.
    boolean interrupted() {
        return Thread.currentThread().isInterrupted() || access.interrupted();
    }

    /// The clock that feeds are told by.
    Tempo tempo() {
        return access.tempo();
    }

    void plugIns(Path directory) {
        access.plugIns(directory);
    }

    /// What strategies can be made of, newest state; opens no store.
    Catalogues catalogues() {
        return source().current();
    }

    CatalogueSource source() {
        return access.catalogues(home);
    }

    PrintStream out() {
        return out;
    }

    void line(String text) {
        out.println(text);
    }

    void note(String text) {
        err.println(text);
    }

    /// One JSON document and nothing else.
    void json(Object document) {
        try {
            out.println(JSON.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new CommandFailure("The result could not be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /// Progress like [#progress()] of work that keeps what it has done when the program is asked to end.
    Progress stoppable() {
        Progress shown = progress();
        interrupted();
        return new Progress() {
            @Override
            public void report(double fraction, String activity) {
                shown.report(fraction, activity);
            }

            @Override
            public boolean cancelled() {
                return interrupted();
            }
        };
    }

    /// Progress in whole tenths on standard error, only for work that takes a while.
    Progress progress() {
        return new Progress() {
            private int tenths;

            @Override
            public void report(double fraction, String activity) {
                int reached = (int) (fraction * 10);
                if (reached > tenths && reached < 10) {
                    tenths = reached;
                    note(activity + " " + reached * 10 + " %");
                }
            }

            @Override
            public boolean cancelled() {
                return Thread.currentThread().isInterrupted();
            }
        };
    }
}
