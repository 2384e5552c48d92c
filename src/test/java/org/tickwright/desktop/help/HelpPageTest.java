package org.tickwright.desktop.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickwright.desktop.HelpTopic;

class HelpPageTest {
    @ParameterizedTest
    @EnumSource(HelpTopic.class)
    void everyPageIsThereWithItsTitleAndHeadings(HelpTopic topic) {
        HelpPage page = HelpPage.of(topic);
        assertEquals(topic.title(), HelpPage.text((Heading) page.document().getFirstChild()));
        assertTrue(page.headings().size() >= 3, page.headings().toString());
    }

    @ParameterizedTest
    @EnumSource(HelpTopic.class)
    void everyLinkLeadsToAPage(HelpTopic topic) {
        List<String> pages = Arrays.stream(HelpTopic.values())
                .map(each -> each.file() + ".md")
                .toList();
        List<String> links = new ArrayList<>();
        HelpPage.of(topic).document().accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
            }
        });
        assertTrue(pages.containsAll(links), links.toString());
    }
}
