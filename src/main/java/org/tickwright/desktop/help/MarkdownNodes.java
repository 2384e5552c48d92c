package org.tickwright.desktop.help;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// A Markdown document as nodes: headings, paragraphs, lists, code and links between pages. Anything else is shown by
/// its
/// words.
final class MarkdownNodes {
    private final Consumer<String> follow;
    private final Map<String, Region> headings = new HashMap<>();

    /// `follow` is told where a link leads.
    MarkdownNodes(Consumer<String> follow) {
        this.follow = follow;
    }

    /// The document in a column.
    VBox document(Node document) {
        VBox column = new VBox();
        column.getStyleClass().add("tw-help-page");
        blocks(document, column.getChildren()::add);
        return column;
    }

    /// Where the headings of the document are, by their words.
    Map<String, Region> headings() {
        return headings;
    }

    private void blocks(Node parent, Consumer<Region> to) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            to.accept(block(node));
        }
    }

    private Region block(Node node) {
        return switch (node) {
            case Heading heading -> heading(heading);
            case Paragraph paragraph -> flow(paragraph);
            case BulletList list -> list(list, 0);
            case OrderedList list -> list(list, 1);
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            default -> flow(node);
        };
    }

    private Label heading(Heading heading) {
        Label label = new Label(HelpPage.text(heading));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(heading.getLevel() == 1 ? "tw-title" : "tw-heading");
        headings.put(label.getText(), label);
        return label;
    }

    private VBox list(Node list, int first) {
        VBox items = new VBox();
        items.getStyleClass().add("tw-help-list");
        int number = first;
        for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof ListItem) {
                VBox content = new VBox();
                content.getStyleClass().add("tw-help-list");
                HBox.setHgrow(content, Priority.ALWAYS);
                blocks(node, content.getChildren()::add);
                Label mark = new Label(first == 0 ? "•" : number + ".");
                mark.setMinWidth(Region.USE_PREF_SIZE);
                mark.getStyleClass().add("tw-muted");
                HBox item = new HBox(mark, content);
                item.getStyleClass().add("tw-help-item");
                items.getChildren().add(item);
                number++;
            }
        }
        return items;
    }

    private static Label code(String literal) {
        Label label = new Label(literal.stripTrailing());
        label.getStyleClass().add("tw-help-code");
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private TextFlow flow(Node node) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("tw-help-text");
        List<javafx.scene.Node> parts = new ArrayList<>();
        inline(node, "", parts);
        flow.getChildren().setAll(parts);
        return flow;
    }

    private void inline(Node parent, String style, List<javafx.scene.Node> to) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> to.add(words(text.getLiteral(), style));
                case Code code -> to.add(words(code.getLiteral(), "tw-help-literal"));
                case SoftLineBreak ignored -> to.add(words(" ", style));
                case HardLineBreak ignored -> to.add(words("\n", style));
                case StrongEmphasis strong -> inline(strong, "tw-help-strong", to);
                case Emphasis emphasis -> inline(emphasis, "tw-help-emphasis", to);
                case Link link -> to.add(link(link));
                default -> inline(node, style, to);
            }
        }
    }

    private Hyperlink link(Link link) {
        Hyperlink shown = new Hyperlink(HelpPage.text(link));
        shown.getStyleClass().add("tw-help-link");
        shown.setOnAction(event -> follow.accept(link.getDestination()));
        return shown;
    }

    private static javafx.scene.text.Text words(String literal, String style) {
        javafx.scene.text.Text text = new javafx.scene.text.Text(literal);
        text.getStyleClass().add("tw-help-words");
        if (!style.isEmpty()) {
            text.getStyleClass().add(style);
        }
        return text;
    }
}
