package org.tickwright.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.MendPlan;
import org.tickwright.market.Provenance;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickOrigin;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks;

/// Writes the store file of this version that later versions must open: `format-N.mv.db.gz`, where N is that of
/// [Schema#NEWEST]. Run it once for each release, with the folder `src/test/resources/store` as its argument, and keep
/// what it wrote; [OldStoresTest] opens all of them.
public final class OldStores {
    /// The series of every fixture.
    static final SeriesKey MINUTES = new SeriesKey("ABC", Timeframe.MINUTE);

    private OldStores() {}

    /// The first bars, or those of the correction.
    static Bars bars(boolean corrected) {
        Bars bars = new Bars(Timeframe.MINUTE, ZoneId.of("America/New_York"), 16);
        for (int i = 0; i < 5_000; i++) {
            double close = (10_000 + (i * 7919L) % 500) / 100.0 + (corrected && i == 7 ? 1 : 0);
            bars.append(1_704_205_800_000_000_000L + i * 60_000_000_000L, close, close + 1, close - 1, close, i);
        }
        return bars;
    }

    /// The trades.
    static TradeTicks trades() {
        TradeTicks.Builder trades = new TradeTicks.Builder(20_000);
        for (int i = 0; i < 20_000; i++) {
            TradeTicks.Aggressor who = i % 3 == 0 ? TradeTicks.Aggressor.SELLER : TradeTicks.Aggressor.BUYER;
            trades.append(1_704_205_800_000_000_000L + i * 1_000_003L, 100 + i % 17 / 100.0, i % 9, who);
        }
        return trades.build();
    }

    /// The splits and dividends, which formats keep from 9 on.
    static CorporateActions actions() {
        return new CorporateActions(
                List.of(new CorporateActions.Split(LocalDate.of(2024, 1, 3), 7, 1)),
                List.of(new CorporateActions.Dividend(LocalDate.of(2024, 1, 4), 0.47, 0)));
    }

    /// The argument is the folder to write to.
    public static void main(String[] args) throws IOException, StoreException {
        Path folder = Files.createTempDirectory("tickwright-fixture");
        Path raw = Files.writeString(folder.resolve("abc.csv"), "time,close\n");
        try (H2Store store = H2Store.open(folder, false)) {
            store.bars().save(MINUTES, bars(false), "first", false);
            String hash = store.rawFiles().keep(raw);
            store.bars()
                    .save(
                            MINUTES,
                            bars(true).slice(0, 4_990),
                            new Provenance("abc.csv", false, hash, MendPlan.parse("GAP=fill")));
            store.bars().append(MINUTES, bars(true).slice(4_990, 5_000));
            store.ticks().save("ABC", trades().slice(0, 18_000), new TickOrigin(ZoneId.of("UTC"), "trades", true));
            store.ticks().append("ABC", trades().slice(18_000, 20_000));
            store.actions().save("ABC", actions(), "list", null);
            store.queries().save("all", "select * from series");
            store.upkeep().compact(Progress.NONE);
        }
        Path out = Path.of(args[0]).resolve("format-" + Schema.NEWEST + ".mv.db.gz");
        try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(out))) {
            Files.copy(folder.resolve(H2Store.FILE), zip);
        }
    }
}
