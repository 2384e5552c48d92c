package org.tickwright.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The typeface that reports carry with them: Roboto, whose figures all have one width.
enum Typeface {
    REGULAR("Regular"),
    MEDIUM("Medium");

    private static final String FOLDER = "/META-INF/resources/webjars/roboto-fontface/0.10.0/fonts/roboto/Roboto-";

    private final String style;

    Typeface(String style) {
        this.style = style;
    }

    /// The name a PDF knows it by.
    String fileName() {
        return "Roboto-" + style + ".ttf";
    }

    /// As a web font, compressed.
    byte[] woff2() {
        return resource(FOLDER + style + ".woff2");
    }

    /// As a TrueType font.
    byte[] trueType() {
        return Woff.toTrueType(resource(FOLDER + style + ".woff"));
    }

    /// A file that comes with the program.
    static byte[] resource(String path) {
        try (InputStream in = Typeface.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The program is incomplete: " + path + " is missing from its libraries");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("A library of the program cannot be read: " + path, e);
        }
    }
}
