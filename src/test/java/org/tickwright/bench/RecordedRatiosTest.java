package org.tickwright.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordedRatiosTest {
    private final RecordedRatios ratios =
            new RecordedRatios(new ObjectMapper().valueToTree(Map.of("backtest", Map.of("cross", 40.0))));

    @Test
    void tellsOfARatioThatFellByAQuarter() {
        assertEquals(
                "bench backtest: \"cross\" is 29.0 times its peer and was 40.0 times it when last recorded",
                ratios.fallen("backtest", "cross", 29).orElseThrow());
    }

    @Test
    void saysNothingOfOneThatHeldOrWasNeverRecorded() {
        assertEquals(Optional.empty(), ratios.fallen("backtest", "cross", 31));
        assertEquals(Optional.empty(), ratios.fallen("backtest", "other", 1));
        assertEquals(Optional.empty(), ratios.fallen("unknown", "cross", 1));
    }

    @Test
    void recordsOnlyWorkThatIsMeasuredBesideAPeer() throws Exception {
        Set<String> measured = Suites.ALL.stream()
                .flatMap(suite -> suite.comparisons().stream()
                        .filter(comparison -> comparison.peer() != null)
                        .map(comparison -> suite.name() + " / " + comparison.title()))
                .collect(Collectors.toSet());
        for (String name : RecordedRatios.read().names()) {
            assertTrue(measured.contains(name), name + " is recorded and not measured");
        }
    }
}
