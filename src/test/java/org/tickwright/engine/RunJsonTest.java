package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Timeframe;

class RunJsonTest {

    @Test
    void readsBackEveryValueThatWasWritten() throws IOException {
        RunResult run = SampleRuns.daily();
        RunResult back = RunJson.read(RunJson.bytes(run));

        assertEquals(run.summary(), back.summary());
        assertEquals(run.trades(), back.trades());
        assertEquals(run.orders(), back.orders());
        assertEquals(run.settings(), back.settings());
        assertEquals(run.series(), back.series());
        assertEquals(run.zone(), back.zone());
        assertArrayEquals(run.time(), back.time());
        assertArrayEquals(run.equity(), back.equity());
        assertArrayEquals(run.position(), back.position());
        assertArrayEquals(RunJson.bytes(run), RunJson.bytes(back));
    }

    @Test
    void readsBackIntradayTimesToTheNanosecond() throws IOException {
        RunResult run = SampleRuns.intraday();
        RunResult back = RunJson.read(RunJson.bytes(run));

        assertArrayEquals(run.time(), back.time());
        assertEquals(7, back.firstIndex());
        assertEquals("2024-03-08T14:31:00Z", json(run).at("/equity/1/time").asText());
        assertEquals(
                "2024-03-08T14:32:00.000000001Z", json(run).at("/equity/2/time").asText());
    }

    @Test
    void datesDailyBarsByTheExchangeAndTimesThemWithItsOffset() throws IOException {
        JsonNode trade = json(SampleRuns.daily()).at("/trades/0");

        assertEquals("2024-03-08", trade.at("/entrySignalDate").asText());
        assertEquals("2024-03-11", trade.at("/entryDate").asText());
        assertEquals("2024-03-08T00:00:00-05:00", trade.at("/entrySignalTime").asText());
        assertEquals("2024-03-11T00:00:00-04:00", trade.at("/entryTime").asText());
        assertTrue(trade.at("/exitSignalDate").isNull());
    }

    @Test
    void namesWhatTheReferenceTradesHaveAndNothingElseBesidesTimesAndReasons() throws IOException {
        StringBuilder names = new StringBuilder();
        json(SampleRuns.daily())
                .at("/trades/0")
                .fieldNames()
                .forEachRemaining(name -> names.append(name).append(' '));

        assertEquals(
                "trade side entrySignalDate entryDate entryIndex entryPrice qty entryCommission exitSignalDate exitDate"
                        + " exitIndex exitPrice exitCommission exitReason grossPnl netPnl returnPct barsHeld"
                        + " slippageCost cashAfter entrySignalTime entryTime exitSignalTime exitTime entryReasonText"
                        + " exitReasonText ",
                names.toString());
    }

    @Test
    void writesUndefinedFiguresAsNull() throws IOException {
        JsonNode summary = json(SampleRuns.daily()).at("/summary");

        assertTrue(summary.at("/sharpe").isNull());
        assertTrue(summary.has("sharpe"));
    }

    @Test
    void refusesWhatIsNotARun() {
        assertRefused("[]", "one JSON object");
        assertRefused("{\"format\":\"else\"}", "Not a run document");
        assertRefused("{}", "has no 'format'");
        String whole = RunJson.text(SampleRuns.daily());
        assertRefused(whole.replace("\"version\":1", "\"version\":2"), "newer version");
        assertRefused(whole.replace("\"qty\"", "\"quantityX\""), "has no 'qty'");
        assertRefused(whole.substring(0, whole.length() / 2), "");
    }

    @Property(tries = 300)
    void timesReadBackAtAnyInstant(@ForAll @LongRange(min = -2_000_000_000_000_000_000L) long nanos) {
        RunTimes intraday = new RunTimes(Timeframe.MINUTE, SampleRuns.NEW_YORK);
        RunTimes daily = new RunTimes(Timeframe.DAY, SampleRuns.NEW_YORK);

        assertEquals(nanos, RunTimes.parse(intraday.instant(nanos)));
        assertEquals(nanos, RunTimes.parse(daily.instant(nanos)));
    }

    private static void assertRefused(String document, String message) {
        IOException refused =
                assertThrows(IOException.class, () -> RunJson.read(document.getBytes(StandardCharsets.UTF_8)));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    private static JsonNode json(RunResult run) throws IOException {
        return new ObjectMapper().readTree(RunJson.bytes(run));
    }
}
