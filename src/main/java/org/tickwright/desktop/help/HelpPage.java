package org.tickwright.desktop.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.tickwright.desktop.HelpTopic;

/// A help page as it was read: its topic, its document and the headings in it.
public record HelpPage(HelpTopic topic, Node document, List<String> headings) {

    /// Reads a page of the program; one that is missing is a fault of the build.
    public static HelpPage of(HelpTopic topic) {
        String resource = "/assets/help/" + topic.file() + ".md";
        try (InputStream in = HelpPage.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The help page " + resource + " is missing from the program");
            }
            Node document = Parser.builder().build().parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return new HelpPage(topic, document, headings(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> headings(Node document) {
        List<String> headings = new ArrayList<>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == 2) {
                headings.add(text(heading));
            }
        }
        return List.copyOf(headings);
    }

    /// The words of a node without their marks.
    public static String text(Node node) {
        StringBuilder words = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case Text text -> words.append(text.getLiteral());
                case Code code -> words.append(code.getLiteral());
                default -> words.append(child.getFirstChild() == null ? " " : text(child));
            }
        }
        return words.toString();
    }
}
