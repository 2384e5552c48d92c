package org.tickwright.desktop.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;

/// Where the tour puts its pictures: `target/screenshots`.
final class Pictures {
    private final Path folder;

    /// Pictures in a folder of that name below `target`.
    Pictures(String name) {
        folder = Path.of(System.getProperty("tickwright.test.target", "target"), name);
    }

    /// Writes a picture as `name.png`. Any thread.
    void write(String name, Image image) {
        try {
            Files.createDirectories(folder);
            ImageIO.write(
                    SwingFXUtils.fromFXImage(image, null),
                    "png",
                    folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new IllegalStateException("Picture " + name + " not written to " + folder, e);
        }
    }
}
