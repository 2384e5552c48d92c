package org.tickwright.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Instrument;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.Instruments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "instrument",
        mixinStandardHelpOptions = true,
        description = "Shows what is known of the instrument behind a symbol, or says it.")
final class DataInstrumentCommand extends Subcommand {
    @Parameters(paramLabel = "SYMBOL", description = "symbol of the instrument's series")
    private String symbol = "";

    @Option(names = "--name", paramLabel = "NAME", description = "its name")
    private @Nullable String name;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "stock, fund, index, future, option, currency, crypto or other")
    private @Nullable String kind;

    @Option(
            names = "--calendar",
            paramLabel = "ID",
            description = "calendar of its exchange (XNYS, XLON, CMES, FX, 24-7 …), or 'fit' for the one its bars fit")
    private @Nullable String calendar;

    @Option(names = "--currency", paramLabel = "CUR", description = "currency of its prices")
    private @Nullable String currency;

    @Option(names = "--tick", paramLabel = "T", description = "least step of its price")
    private @Nullable Double tick;

    @Option(names = "--lot", paramLabel = "L", description = "least step of a quantity")
    private @Nullable Double lot;

    @Option(
            names = "--multiplier",
            paramLabel = "M",
            description = "money that one unit gains when the price rises by 1")
    private @Nullable Double multiplier;

    @Option(names = "--forget", description = "forget what was said of it")
    private boolean forget;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    DataInstrumentCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws StoreException {
        try {
            if (forget) {
                boolean forgotten = console.writable().series().instruments().forget(symbol);
                console.note(
                        forgotten ? "Forgot what was said of " + symbol + "." : "Nothing was said of " + symbol + ".");
                return 0;
            }
            boolean says = name != null
                    || kind != null
                    || calendar != null
                    || currency != null
                    || tick != null
                    || lot != null
                    || multiplier != null;
            Instruments instruments =
                    (says ? console.writable() : console.readable()).series().instruments();
            if (says) {
                instruments.save(changed(instruments.of(symbol).instrument()));
            }
            show(instruments.of(symbol));
            return 0;
        } catch (IllegalArgumentException e) {
            throw new DataSource.BadArgument(String.valueOf(e.getMessage()));
        }
    }

    private Instrument changed(Instrument old) {
        String chosen = calendar == null ? old.calendar() : calendar.equalsIgnoreCase("fit") ? null : calendar;
        return new Instrument(
                symbol,
                name == null ? old.name() : name,
                kind == null ? old.kind() : kind(kind),
                chosen,
                currency == null ? old.currency() : currency.toUpperCase(Locale.ROOT),
                tick == null ? old.tick() : tick,
                lot == null ? old.lot() : lot,
                multiplier == null ? old.multiplier() : multiplier);
    }

    private static Instrument.Kind kind(String text) {
        try {
            return Instrument.Kind.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "A kind is stock, fund, index, future, option, currency, crypto or other, was '" + text + "'", e);
        }
    }

    private void show(Instruments.Known known) {
        Instrument shown = known.instrument();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("symbol", shown.symbol());
        document.put("name", shown.name());
        document.put("kind", shown.kind().name().toLowerCase(Locale.ROOT));
        document.put("calendar", shown.calendar());
        document.put("currency", shown.currency());
        document.put("tick", shown.tick());
        document.put("lot", shown.lot());
        document.put("multiplier", shown.multiplier());
        document.put("source", known.source().name().toLowerCase(Locale.ROOT));
        if (json) {
            console.json(document);
            return;
        }
        document.put("calendar", shown.calendar() == null ? "the one its bars fit" : shown.calendar());
        document.forEach((key, value) -> console.line(String.format(Locale.ROOT, "%-11s %s", key, value)));
    }
}
