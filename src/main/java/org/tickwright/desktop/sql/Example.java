package org.tickwright.desktop.sql;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.desktop.help.HelpPage;

/// A question to begin with: those of the help page, each with the line before it.
record Example(String title, String sql) {

    /// All of them, in the order of the page.
    static List<Example> all() {
        List<Example> all = new ArrayList<>();
        Node node = HelpPage.of(HelpTopic.SQL).document().getFirstChild();
        for (; node != null; node = node.getNext()) {
            if (node instanceof FencedCodeBlock code
                    && "sql".equals(code.getInfo())
                    && node.getPrevious() instanceof Paragraph before) {
                all.add(new Example(
                        HelpPage.text(before).replaceFirst(":$", ""),
                        code.getLiteral().strip()));
            }
        }
        return List.copyOf(all);
    }
}
