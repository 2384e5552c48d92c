package org.tickwright.desktop.studio;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.Faults;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.StrategyLibrary;

/// Opening and saving: asks before unsaved changes would go, reads and writes in the background, keeps a draft of what
/// is not saved.
final class StudioFiles {
    private static final Logger LOG = LoggerFactory.getLogger(StudioFiles.class);

    private final Desk desk;
    private final StudioModel model;
    private final StudioDialogs dialogs;
    private final Supplier<@Nullable Window> window;
    private final Runnable opened;
    private final StrategyLibrary library;
    private final DraftKeeper drafts;
    private @Nullable StrategyDocument kept;
    private Consumer<StrategyDocument> afterSave = document -> {};

    /// `opened` runs whenever another strategy is on the screen.
    StudioFiles(
            Desk desk, StudioModel model, StudioDialogs dialogs, Supplier<@Nullable Window> window, Runnable opened) {
        this.desk = desk;
        this.model = model;
        this.dialogs = dialogs;
        this.window = window;
        this.opened = opened;
        library = desk.workbench().strategies();
        drafts = new DraftKeeper(library, desk.workbench().home());
    }

    /// Gives each document that was saved to `listener`.
    void whenSaved(Consumer<StrategyDocument> listener) {
        afterSave = listener;
    }

    /// Opens a document once unsaved changes are dealt with.
    void open(StrategyDocument document, @Nullable Path file) {
        leaving(() -> show(document, file));
    }

    private void show(StrategyDocument document, @Nullable Path file) {
        model.open(file == null ? library.own(document) : document, file);
        opened.run();
    }

    /// Starts an empty strategy.
    void fresh() {
        open(library.fresh("untitled"), null);
    }

    /// Runs `next` at once where nothing is unsaved, else after the person saved or let go.
    void leaving(Runnable next) {
        if (!model.dirty()) {
            next.run();
            return;
        }
        dialogs.unsaved(model.document().name(), () -> save(next), () -> {
            model.savedAs(model.document(), model.fileProperty().get());
            forgetDraft();
            next.run();
        });
    }

    /// Shows the user's strategies and the templates.
    void gallery() {
        desk.tasks()
                .quietly(
                        progress -> library.list(),
                        own -> dialogs.gallery(
                                own,
                                library.templates(),
                                new Thumbnails(
                                        model.catalogue(), desk.settings().palette()::get),
                                this::openFile,
                                template -> open(template, null),
                                this::browse),
                        fault -> desk.notify(Faults.inWords("Strategies not listed", fault), true));
    }

    private void browse() {
        FileChooser chooser = chooser("Open a strategy");
        File file = chooser.showOpenDialog(window.get());
        if (file != null) {
            openFile(file.toPath());
        }
    }

    private void openFile(Path file) {
        leaving(() -> desk.tasks()
                .quietly(
                        progress -> library.open(file),
                        document -> show(document, file),
                        fault -> desk.notify(
                                Faults.inWords(file.getFileName() + " not opened", fault)
                                        + " What was on the screen is still there.",
                                true)));
    }

    /// Saves to the strategy's file; asks for a name where it has none.
    void save() {
        save(() -> {});
    }

    private void save(Runnable then) {
        if (refuseReadOnly()) {
            return;
        }
        Optional<Path> file = model.fileProperty().get();
        if (file.isPresent()) {
            write(model.document(), file.get(), then);
        } else {
            saveAs(then);
        }
    }

    /// Saves under another name.
    void saveAs() {
        saveAs(() -> {});
    }

    private void saveAs(Runnable then) {
        if (refuseReadOnly()) {
            return;
        }
        desk.tasks()
                .quietly(
                        progress -> library.list(),
                        own -> dialogs.saveAs(
                                model.document().name(),
                                names(own),
                                name -> saveNamed(name, then),
                                () -> elsewhere(then)),
                        fault -> desk.notify(Faults.inWords("Not saved", fault), true));
    }

    private static List<String> names(List<StrategyLibrary.Item> own) {
        return own.stream().map(StrategyLibrary.Item::name).toList();
    }

    private void saveNamed(String name, Runnable then) {
        model.apply("Rename strategy", null, model.document().withName(name));
        StrategyDocument document = model.document();
        desk.tasks()
                .quietly(
                        progress -> library.save(document),
                        file -> saved(document, file, then),
                        fault -> notSaved(document.name(), fault));
    }

    private void elsewhere(Runnable then) {
        FileChooser chooser = chooser("Save strategy as");
        chooser.setInitialFileName(model.document().name() + StrategyLibrary.SUFFIX);
        File file = chooser.showSaveDialog(window.get());
        if (file != null) {
            write(model.document(), file.toPath(), then);
        }
    }

    private void write(StrategyDocument document, Path file, Runnable then) {
        desk.tasks()
                .quietly(
                        progress -> {
                            library.saveAs(document, file);
                            return file;
                        },
                        written -> saved(document, written, then),
                        fault -> notSaved(file.getFileName().toString(), fault));
    }

    private void saved(StrategyDocument document, Path file, Runnable then) {
        model.savedAs(document, Optional.of(file));
        desk.notify("Saved " + document.name() + ".", false);
        afterSave.accept(document);
        if (!model.dirty()) {
            forgetDraft();
        }
        then.run();
    }

    private void notSaved(String what, Throwable fault) {
        desk.notify(Faults.inWords(what + " not saved", fault) + " Your changes are still here.", true);
    }

    private boolean refuseReadOnly() {
        boolean readOnly = desk.workbench().readOnly();
        if (readOnly) {
            desk.notify(
                    "Not saved: this window only looks, another Tickwright uses the same home. Your changes are still"
                            + " here.",
                    true);
        }
        return readOnly;
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("Strategies", "*" + StrategyLibrary.SUFFIX, "*.json"));
        return chooser;
    }

    // The draft

    /// Keeps unsaved changes in the background; cheap where nothing changed since.
    void keepDraft() {
        StrategyDocument document = model.document();
        if (model.dirty() && !document.equals(kept) && !desk.workbench().readOnly()) {
            kept = document;
            Path origin = model.fileProperty().get().orElse(null);
            desk.tasks()
                    .quietly(
                            progress -> {
                                drafts.keep(document, origin);
                                return document;
                            },
                            done -> {},
                            fault -> LOG.warn("Draft not kept", fault));
        }
    }

    /// Keeps unsaved changes before the program may end; blocks for the write of one small file.
    void keepDraftNow() {
        if (model.dirty() && !model.document().equals(kept) && !desk.workbench().readOnly()) {
            try {
                drafts.keep(model.document(), model.fileProperty().get().orElse(null));
                kept = model.document();
            } catch (IOException e) {
                LOG.warn("Draft not kept", e);
            }
        }
    }

    private void forgetDraft() {
        kept = null;
        if (!desk.workbench().readOnly()) {
            desk.tasks()
                    .quietly(
                            progress -> {
                                drafts.forget();
                                return true;
                            },
                            done -> {},
                            fault -> LOG.warn("Draft not removed", fault));
        }
    }

    /// Brings back what was not saved when the program last ended, unless something else was opened meanwhile; else
    /// `otherwise`.
    void restoreDraft(Runnable otherwise) {
        StrategyDocument before = model.document();
        desk.tasks()
                .quietly(
                        progress -> drafts.kept(),
                        draft -> {
                            if (!model.document().equals(before)) {
                                return;
                            }
                            if (draft.isEmpty()) {
                                otherwise.run();
                                return;
                            }
                            model.restore(draft.get().document(), draft.get().origin());
                            opened.run();
                            desk.notify(
                                    "Unsaved changes to "
                                            + draft.get().document().name() + " were brought back.",
                                    false);
                        },
                        fault -> {
                            LOG.warn("Draft not read", fault);
                            otherwise.run();
                        });
    }

    /// Opens the strategy of last time, if Studio still shows nothing.
    void reopen(Path file, Runnable otherwise) {
        desk.tasks()
                .quietly(
                        progress -> library.open(file),
                        document -> {
                            if (model.document().nodes().isEmpty() && !model.dirty()) {
                                show(document, file);
                            }
                        },
                        fault -> otherwise.run());
    }
}
