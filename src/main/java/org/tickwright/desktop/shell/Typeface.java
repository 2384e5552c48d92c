package org.tickwright.desktop.shell;

import java.io.IOException;
import java.io.InputStream;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The typeface that comes with the program, so that it looks the same everywhere: Roboto (Apache License 2.0) in two
/// weights, whose figures are tabular.
final class Typeface {
    private static final Logger LOG = LoggerFactory.getLogger(Typeface.class);
    private static final String FOLDER = "/META-INF/resources/webjars/roboto-fontface/0.10.0/fonts/roboto/";

    private Typeface() {}

    /// Makes "Roboto" and "Roboto Medium" known to JavaFX; the system's font takes their place where that fails.
    static void load() {
        for (String file : new String[] {"Roboto-Regular.woff", "Roboto-Medium.woff"}) {
            try (InputStream data = Typeface.class.getResourceAsStream(FOLDER + file)) {
                if (data == null || Font.loadFont(data, 13) == null) {
                    LOG.warn("Typeface {} not loaded, the system's font takes its place", file);
                }
            } catch (IOException e) {
                LOG.warn("Typeface {} not readable, the system's font takes its place", file, e);
            }
        }
    }
}
