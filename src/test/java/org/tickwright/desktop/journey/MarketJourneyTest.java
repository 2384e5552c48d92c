package org.tickwright.desktop.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tickwright.desktop.tour.TourWindow.onScreen;

import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.chart.ChartSeries;
import org.tickwright.desktop.market.Replayable;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.market.feed.PacedFeed;
import org.tickwright.testing.QuietFeed;

/// From the first launch without a network: start the simulated market, watch it on a live chart, record it, replay it,
/// and compare.
class MarketJourneyTest extends WindowJourney {
    private static final SeriesKey ALPHA = new SeriesKey("SIM:ALPHA", Timeframe.parse("1s"));

    private int chartBars() {
        ChartSeries open = window.charts().model().chart().series().get();
        return open == null ? 0 : open.bars().size();
    }

    @Test
    void theMarketIsWatchedRecordedAndReplayedWithTheSameBars() {
        person.robot().push(KeyCode.CONTROL, KeyCode.K);
        person.robot().write("startthesimulatedmarket", 0);
        person.robot().push(KeyCode.ENTER);
        person.untilAt(PlaceId.MARKET);
        person.until("the market trades", () -> window.live().state().traffic().events() > 3);

        onScreen(() -> window.market().model().rate().set("3000"));
        person.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
        person.until("it trades faster", () -> window.live().state().traffic().perSecond() > 1_000);
        person.robot().push(KeyCode.CONTROL, KeyCode.R);
        person.until("it is recorded", () -> window.live().state().recording() != null);

        person.robot().push(KeyCode.CONTROL, KeyCode.G);
        person.untilAt(PlaceId.CHARTS);
        person.until("the chart has bars", () -> chartBars() > 0);
        int before = onScreen(this::chartBars);
        person.until("the chart grows", () -> chartBars() > before + 1);
        assertEquals("LIVE", person.words("#chart-live"));
        person.until(
                "the status bar says so", () -> person.words("#status-feed").startsWith("SIM LIVE"));

        onScreen(() -> window.workstation().go(PlaceId.MARKET));
        person.robot().push(KeyCode.CONTROL, KeyCode.PERIOD);
        person.until("it has ended", () -> !window.live().state().running());
        String day = lastTwo();
        person.until(
                "the recording is listed",
                () -> window.market().model().replayable().stream()
                        .anyMatch(each -> each.kind() == Replayable.Kind.RECORDING));

        onScreen(() -> window.market().model().speed().set("max"));
        onScreen(() -> ((ButtonBase) window.workstation().scene().lookup("#market-replay")).fire());
        person.until(
                "it was replayed",
                () -> window.live().state().replay() && !window.live().state().running());
        assertTrue(window.live().state().traffic().lost() == 0, "Events were lost");
        assertEquals(day, lastTwo());
        person.until("the place says so", () -> person.words("#market-badge").equals("ENDED"));
    }

    @Test
    void aStoredSeriesIsReplayedStepByStepOnALiveChart() throws Exception {
        window.workbench().series().installSamples(Progress.NONE);
        person.robot().push(KeyCode.ALT, KeyCode.DIGIT5);
        person.untilAt(PlaceId.MARKET);
        onScreen(() -> window.market().model().filter().set("aapl"));
        person.until("it is listed", () -> window.market().model().replayable().size() == 1);
        onScreen(() -> ((ButtonBase) window.workstation().scene().lookup("#market-replay-step")).fire());
        person.until(
                "it stands still",
                () -> window.live().state().pace().paused()
                        && window.live().state().running());
        person.until(
                "its instrument is listed",
                () -> !window.market().model().state().get().instruments().isEmpty());
        person.robot().push(KeyCode.CONTROL, KeyCode.RIGHT);
        person.robot().push(KeyCode.CONTROL, KeyCode.RIGHT);
        SeriesKey again = new SeriesKey("REPLAY:AAPL", Timeframe.DAY);
        person.until(
                "two bars came", () -> window.live().bars(again).orElseThrow().size() == 2);
        person.robot().push(KeyCode.CONTROL, KeyCode.G);
        person.untilAt(PlaceId.CHARTS);
        person.until("the chart shows them", () -> chartBars() == 2);
        onScreen(() -> {
            window.live().speed(PacedFeed.UNBOUNDED);
            window.live().pause(false);
        });
        person.until("it has ended", () -> !window.live().state().running());
        Bars stored = window.workbench()
                .series()
                .load(new SeriesKey("AAPL", Timeframe.DAY))
                .orElseThrow();
        assertEquals(
                stored.contentHash(),
                window.live().bars(again).orElseThrow().copy().contentHash());
        person.until("the chart shows all", () -> chartBars() == stored.size());
    }

    @Test
    void aSilentFeedIsStaleEverywhereWithinFiveSecondsAndLiveAgainWithItsNextWord() throws Exception {
        QuietFeed feed = new QuietFeed(window.tempo());
        window.live().follow(feed);
        feed.trade(100);
        person.robot().push(KeyCode.ALT, KeyCode.DIGIT5);
        person.until("it is live", () -> person.words("#market-badge").equals("LIVE"));
        person.robot().push(KeyCode.CONTROL, KeyCode.R);
        person.until("any feed can be recorded", () -> window.live().state().recording() != null);
        window.tempo().skip(4_000_000_000L);
        person.until("the place says so", () -> person.words("#market-badge").equals("STALE"));
        person.until(
                "the status bar says so", () -> person.words("#status-feed").contains("STALE"));
        onScreen(() -> window.workstation().openChart(new SeriesKey(QuietFeed.SYMBOL, Timeframe.parse("1s"))));
        person.until("the chart says so", () -> person.words("#chart-live").equals("STALE"));
        feed.trade(101);
        person.until(
                "the chart is live again", () -> person.words("#chart-live").equals("LIVE"));
        window.tempo().skip(4_000_000_000L);
        person.until("and stale again", () -> person.words("#chart-live").equals("STALE"));
        window.live().stopRecording();
    }

    /// The last two bars began while the market was recorded.
    private String lastTwo() {
        Bars bars = window.live().bars(ALPHA).orElseThrow().copy();
        return bars.slice(bars.size() - 2, bars.size()).contentHash();
    }
}
