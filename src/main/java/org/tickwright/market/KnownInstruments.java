package org.tickwright.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Well-known instruments that come with the program: a few futures, currencies and coins. What a person says of a
/// symbol
/// goes before them.
public final class KnownInstruments {
    private static final Map<String, Instrument> ALL = load();

    private KnownInstruments() {}

    /// All of them.
    public static Collection<Instrument> all() {
        return ALL.values();
    }

    /// The one of a symbol, whatever its letters' case.
    public static Optional<Instrument> find(String symbol) {
        return Optional.ofNullable(ALL.get(symbol.toUpperCase(Locale.ROOT)));
    }

    private static Map<String, Instrument> load() {
        Map<String, Instrument> all = new LinkedHashMap<>();
        try (InputStream in = KnownInstruments.class.getResourceAsStream("instruments.csv")) {
            if (in == null) {
                throw new IllegalStateException("instruments.csv is missing from the program");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(KnownInstruments::read)
                    .forEach(each -> all.put(each.symbol(), each));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(all);
    }

    private static Instrument read(String line) {
        String[] fields = line.split(",", -1);
        return new Instrument(
                fields[0],
                fields[1],
                Instrument.Kind.valueOf(fields[2]),
                fields[3].isEmpty() ? null : fields[3],
                fields[4],
                Double.parseDouble(fields[5]),
                Double.parseDouble(fields[6]),
                Double.parseDouble(fields[7]));
    }
}
