package org.tickwright.desktop.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;

/// What the second program on a home shows: a read-only look, another home, or leaving.
public final class HomeInUseDialog {
    private HomeInUseDialog() {}

    /// Asks, and calls exactly one of the three; closing the window leaves.
    public static void ask(Path home, String holder, Runnable look, Consumer<Path> elsewhere, Runnable leave) {
        Typeface.load();
        Stage stage = new Stage();
        VBox view = view(
                home,
                holder,
                () -> {
                    stage.setOnHidden(null);
                    stage.close();
                    look.run();
                },
                () -> {
                    DirectoryChooser chooser = new DirectoryChooser();
                    chooser.setTitle("Another home for Tickwright");
                    File chosen = chooser.showDialog(stage);
                    if (chosen != null) {
                        stage.setOnHidden(null);
                        stage.close();
                        elsewhere.accept(chosen.toPath());
                    }
                },
                stage::close);
        Scene scene = new Scene(view, 560, Region.USE_COMPUTED_SIZE);
        Theme.DARK.dress(scene);
        stage.setTitle("Tickwright");
        stage.setScene(scene);
        stage.setResizable(false);
        stage.setOnHidden(event -> leave.run());
        stage.show();
        view.lookup(".accent").requestFocus();
    }

    /// The view alone, for pictures and tests.
    static VBox view(Path home, String holder, Runnable look, Runnable elsewhere, Runnable leave) {
        Label title = new Label("This home is in use");
        title.getStyleClass().add("tw-title");
        Label text = new Label("Another Tickwright (" + holder + ") works on " + home
                + ". Two programs writing to one home would damage it, so this one has changed nothing.");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Button read = new Button("Look, read-only");
        read.getStyleClass().add("accent");
        read.setDefaultButton(true);
        read.setOnAction(event -> look.run());
        Button other = new Button("Another home…");
        other.setOnAction(event -> elsewhere.run());
        Button close = new Button("Close");
        close.setCancelButton(true);
        close.setOnAction(event -> leave.run());
        HBox buttons = new HBox(8, close, other, read);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox view = new VBox(16, title, text, buttons);
        view.setPadding(new Insets(24));
        view.getStyleClass().add("tw-page");
        return view;
    }
}
