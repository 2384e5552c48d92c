package org.tickwright.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineageTest {
    private static final String OLD = """
        {"format": "tickwright-strategy", "version": 1, "name": "mine"}
        """;

    @Test
    void survivesEveryEditAndSave() throws StrategyFormatException {
        StrategyDocument first =
                StrategyDocument.empty("a").withLineage(Lineage.template("t").descendant("x1"));
        StrategyDocument edited = first.withName("b")
                .withDescription("words")
                .withParameters(List.of())
                .withNode(Node.of("p", "price", Map.of()), new StrategyDocument.Point(0, 0));
        StrategyDocument reread = StrategyCodec.read(StrategyCodec.write(edited));
        assertEquals("x1", reread.lineage().id());
        assertEquals(List.of("x1", "template:t"), reread.lineage().all());
    }

    @Test
    void aFileWithoutOneIsOfTheLineageOfItsNameAndKeepsItFromTheFirstSave() throws StrategyFormatException {
        StrategyDocument opened = StrategyCodec.read(OLD);
        assertEquals(StrategyCodec.read(OLD).lineage(), opened.lineage(), "opened twice");
        assertNotEquals(Lineage.named("other"), opened.lineage());
        String saved = StrategyCodec.write(opened.withName("renamed"));
        assertEquals(opened.lineage(), StrategyCodec.read(saved).lineage());
    }

    @Test
    void meansNothingToTheHash() {
        StrategyDocument document = StrategyDocument.empty("a");
        assertEquals(StrategyCodec.hash(document), StrategyCodec.hash(document.withLineage(Lineage.of("elsewhere"))));
    }

    @Test
    void aDescendantKeepsAllThatCameBefore() {
        Lineage third = Lineage.template("t").descendant("u").descendant("v");
        assertEquals(List.of("v", "u", "template:t"), third.all());
        assertTrue(Lineage.template("t").isTemplate());
        assertFalse(third.isTemplate());
    }

    @Test
    void keepsFieldsItDoesNotKnow() throws StrategyFormatException {
        String file = OLD.replace("\"mine\"", "\"mine\", \"lineage\": {\"id\": \"q\", \"since\": 3}");
        assertTrue(StrategyCodec.write(StrategyCodec.read(file)).contains("\"since\": 3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{}", "{\"id\": \"\"}", "{\"id\": \"a b\"}", "{\"id\": \"a\", \"ancestors\": {}}"})
    void oneThatMakesNoSenseIsNamed(String section) {
        String file = OLD.replace("\"mine\"", "\"mine\", \"lineage\": " + section);
        StrategyFormatException refused = assertThrows(StrategyFormatException.class, () -> StrategyCodec.read(file));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("At /lineage: "), refused.getMessage());
    }
}
