package org.tickwright.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.NodeType.Setting;

class NodeCatalogueTest {
    private static final NodeCatalogue CATALOGUE = new NodeCatalogue(IndicatorCatalogue.builtIn());

    @Test
    void describesEveryNodeCompletely() {
        for (NodeType type : CATALOGUE.all()) {
            assertFalse(
                    type.title().isBlank()
                            || type.category().isBlank()
                            || type.summary().isBlank(),
                    type.type());
            Set<String> names = new HashSet<>();
            type.inputs().forEach(port -> assertTrue(names.add(port.name()), type.type()));
            names.clear();
            type.outputs().forEach(port -> assertTrue(names.add(port.name()), type.type()));
            for (Setting setting : type.settings()) {
                assertTrue(names.add("setting " + setting.name()), type.type());
                if (setting.choices().isEmpty()) {
                    double value = (Double) setting.defaultValue();
                    assertEquals(null, Settings.fault(setting, value), () -> type.type() + " " + setting.name());
                } else {
                    assertTrue(setting.choices().contains(setting.defaultValue()), type.type());
                }
            }
        }
    }

    @Test
    void computesEveryNumberAndConditionThatIsNoIndicator() {
        for (NodeType type : CATALOGUE.all()) {
            boolean value = type.outputs().stream()
                    .anyMatch(port -> port.type() == PortType.NUMBER || port.type() == PortType.CONDITION);
            if (value && !type.type().startsWith(NodeCatalogue.INDICATOR_PREFIX)) {
                assertNotNull(Formulas.of(type.type()));
            }
        }
    }

    @Test
    void makesANodeOfEachIndicator() {
        NodeType macd = CATALOGUE.find("indicator.MACD").orElseThrow();
        assertEquals(
                List.of("MACD", "MACDSignal", "MACDHist"),
                macd.outputs().stream().map(Port::name).toList());
        assertEquals(
                List.of("optInFastPeriod", "optInSlowPeriod", "optInSignalPeriod"),
                macd.settings().stream().map(Setting::name).toList());
        NodeType atr = CATALOGUE.find("indicator.ATR").orElseThrow();
        assertEquals(
                List.of("high", "low", "close"),
                atr.inputs().stream().map(Port::name).toList());
        assertTrue(atr.inputs().stream().allMatch(Port::optional));
        assertEquals(List.of("value"), atr.outputs().stream().map(Port::name).toList());
        assertEquals(
                IndicatorCatalogue.builtIn().all().size(),
                CATALOGUE.all().stream()
                        .filter(type -> type.type().startsWith("indicator."))
                        .count());
    }
}
