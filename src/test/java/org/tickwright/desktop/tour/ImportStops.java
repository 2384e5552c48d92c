package org.tickwright.desktop.tour;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.data.FindingGroup;
import org.tickwright.desktop.data.ImportModel;
import org.tickwright.desktop.data.ImportStep;
import org.tickwright.market.Mend;

/// An import page by page: a broken file, one whose columns nobody knows, one that is no table, and a folder.
final class ImportStops {
    private final TourHand hand;
    private final TourWindow window;
    private final Path folder;

    ImportStops(TourHand hand, Path folder) {
        this.hand = hand;
        window = hand.window();
        this.folder = folder;
    }

    /// The stops, in their order.
    List<Stop> all() {
        return List.of(
                new Stop("import-files", () -> {
                    hand.press(KeyCode.ESCAPE);
                    hand.go(PlaceId.DATA);
                    hand.run("data.import");
                }),
                new Stop("import-columns", () -> hand.openFile(SampleFiles.broken(folder))),
                new Stop("import-findings", () -> to(ImportStep.FINDINGS)),
                new Stop("import-mended", () -> {
                    onScreen(() -> {
                        model().mend("DUPLICATE", Mend.Action.MERGE);
                        model().mend("IMPOSSIBLE_OHLC", Mend.Action.FILL);
                    });
                    window.settle();
                    onScreen(
                            () -> ((ToggleButton) window.workstation().scene().lookup("#show-IMPOSSIBLE_OHLC")).fire());
                }),
                new Stop("import-decided", () -> {
                    for (FindingGroup group : onScreen(() -> model().groups())) {
                        onScreen(() -> {
                            if (group.error()) {
                                model().accept(group.code(), true);
                            }
                        });
                        window.settle();
                    }
                }),
                new Stop("import-save", () -> {
                    to(ImportStep.SAVE);
                    onScreen(() -> model().mapping().name().set("Globex export"));
                }),
                new Stop("import-result", () -> {
                    onScreen(() -> model().mapping().save());
                    window.settle();
                    onScreen(() -> model().start());
                }),
                new Stop("import-difference", () -> {
                    hand.openFile(SampleFiles.changed(folder));
                    window.settle();
                    String stored = storedSymbol();
                    onScreen(() -> model().symbol().set(stored));
                    to(ImportStep.SAVE);
                }),
                new Stop("import-unknown-columns", () -> hand.openFile(SampleFiles.unknown(folder))),
                new Stop(
                        "import-refused",
                        () -> hand.openFile(Files.writeString(folder.resolve("notes.csv"), "dear diary"))),
                new Stop("import-folder", () -> hand.openFile(SampleFiles.folder(folder))),
                new Stop("import-folder-findings", () -> to(ImportStep.FINDINGS)),
                new Stop("import-folder-save", () -> to(ImportStep.SAVE)),
                new Stop("import-folder-result", () -> onScreen(() -> model().start())),
                new Stop(
                        "help-import", () -> onScreen(() -> window.workstation().openHelp(HelpTopic.IMPORT))),
                new Stop("import-again", () -> {
                    hand.press(KeyCode.ESCAPE);
                    onScreen(() -> model().restart());
                }));
    }

    private ImportModel model() {
        return window.data().importing();
    }

    private String storedSymbol() throws Exception {
        return window.workbench().series().list().getFirst().key().symbol();
    }

    private void to(ImportStep step) throws Exception {
        window.settle();
        onScreen(() -> model().step().set(step));
    }
}
