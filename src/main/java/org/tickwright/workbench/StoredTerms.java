package org.tickwright.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.RunSettings;
import org.tickwright.market.ActionsInPrices;
import org.tickwright.market.AdjustedBars;
import org.tickwright.market.Bars;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.Instrument;
import org.tickwright.market.StoreException;

/// What the store knows of the instrument of a run and nobody stated: its splits and dividends, and whether it trades
/// in
/// whole units.
///
/// Splits that the prices are adjusted for already are left out, and dividends before them are told for a unit as the
/// bars count it ([ActionsInPrices]).
///
/// @param settings those of the run, with what the store knows
/// @param said what was taken, in sentences; none where nothing was
public record StoredTerms(RunSettings settings, List<String> said) {
    /// Copies the sentences.
    public StoredTerms {
        said = List.copyOf(said);
    }

    /// Settings of which nothing was taken from the store yet.
    public static StoredTerms of(RunSettings settings) {
        return new StoredTerms(settings, List.of());
    }

    private StoredTerms with(RunSettings changed, List<String> more) {
        List<String> all = new ArrayList<>(said);
        all.addAll(more);
        return new StoredTerms(changed, all);
    }

    /// With the splits and dividends of the base instrument as they were known at the end of a day, null for now; the
    /// same where the settings have some, or the store has none that touch the bars.
    public StoredTerms acting(EventLibrary events, String symbol, Bars bars, @Nullable LocalDate knownOn)
            throws StoreException {
        Optional<CorporateActions> known = events.actions(symbol, knownOn);
        if (!settings.costs().actions().isEmpty() || known.isEmpty() || bars.size() == 0) {
            return this;
        }
        ActionsInPrices beside = ActionsInPrices.of(bars, known.get());
        CorporateActions all = within(beside.forRun(), bars);
        List<CorporateActions.Split> adjusted = within(new CorporateActions(beside.adjustedFor(), List.of()), bars)
                .splits();
        if (all.isEmpty() && adjusted.isEmpty()) {
            return this;
        }
        List<String> words = new ArrayList<>();
        words.add("Splits and dividends of " + symbol + " are those of the store"
                + (knownOn == null ? "" : " as they were known on " + knownOn) + ": "
                + all.splits().size() + " and "
                + all.dividends().size() + " within the bars.");
        if (!adjusted.isEmpty()) {
            words.add("The prices are adjusted for "
                    + (adjusted.size() == 1
                            ? "the split of " + adjusted.getFirst().exDate()
                            : adjusted.size() + " splits, the first of "
                                    + adjusted.getFirst().exDate())
                    + " already: it does not act again, and dividends before it are told for a unit of now.");
        }
        var costs = settings.costs();
        return with(settings.with(costs.acting(all).actingOn(costs.actionsOf())), words);
    }

    /// Those behind the first bar and not behind the last.
    private static CorporateActions within(CorporateActions all, Bars bars) {
        LocalDate first = AdjustedBars.date(bars, 0);
        LocalDate last = AdjustedBars.date(bars, bars.size() - 1);
        return new CorporateActions(
                all.splits().stream()
                        .filter(split -> in(split.exDate(), first, last))
                        .toList(),
                all.dividends().stream()
                        .filter(paid -> in(paid.exDate(), first, last))
                        .toList());
    }

    private static boolean in(LocalDate day, LocalDate first, LocalDate last) {
        return day.isAfter(first) && !day.isAfter(last);
    }

    /// With whole units where a person said that the instrument trades in such; `stated` is whether the run says it
    /// itself. A multiplier is none of a run's terms, which is said.
    public StoredTerms trading(Instruments instruments, String symbol, boolean stated) throws StoreException {
        Instruments.Known known = instruments.of(symbol);
        Instrument instrument = known.instrument();
        if (known.source() != Instruments.Source.PERSON) {
            return this;
        }
        List<String> words = new ArrayList<>();
        if (instrument.multiplier() != 1) {
            words.add(symbol + " has a multiplier of " + instrument.multiplier()
                    + ", which runs do not know: a unit gains 1 when the price rises by 1.");
        }
        boolean whole = !stated && !settings.wholeUnits() && instrument.lot() == 1;
        if (whole) {
            words.add(symbol + " trades in whole units, as 'data instrument' says.");
        }
        return words.isEmpty() ? this : with(whole ? settings.trading(true) : settings, words);
    }
}
