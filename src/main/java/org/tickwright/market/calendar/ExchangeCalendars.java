package org.tickwright.market.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The calendars that there are: those that come with the program, and those that a user adds as files.
///
/// Unchangeable; for any number of threads.
public final class ExchangeCalendars {
    /// Around the clock on every day, as crypto markets trade.
    public static final String ALWAYS = "24-7";

    /// The hours of the simulated market, which no real one keeps.
    public static final String SIMULATED = "SIM";

    /// Those that others are like come first.
    private static final List<String> SHIPPED =
            List.of("XNYS", "XNAS", "XBOM", "XNSE", "XLON", "XETR", "CMES", "FX", ALWAYS, SIMULATED);

    private static final Map<String, String> ALSO = Map.of(
            "NYSE", "XNYS", "NASDAQ", "XNAS", "NSE", "XNSE", "BSE", "XBOM", "LSE", "XLON", "XETRA", "XETR", "CME",
            "CMES", "24/7", ALWAYS, "24/5", "FX");

    private final Map<String, ExchangeCalendar> byId;

    private ExchangeCalendars(Map<String, ExchangeCalendar> byId) {
        this.byId = Collections.unmodifiableMap(byId);
    }

    /// Those that come with the program.
    public static ExchangeCalendars shipped() {
        return Shipped.ALL;
    }

    private static final class Shipped {
        static final ExchangeCalendars ALL = load();

        private static ExchangeCalendars load() {
            ExchangeCalendars all = new ExchangeCalendars(Map.of());
            for (String id : SHIPPED) {
                all = all.with(id, lines(id));
            }
            return all;
        }

        private static List<String> lines(String id) {
            String name = id + ".calendar";
            try (InputStream in = ExchangeCalendars.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException(name + " is missing from the program");
                }
                return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// These and one more, told by the lines of its file, in place of the one of that id. What is wrong in a line is an
    /// [IllegalArgumentException] that names it.
    public ExchangeCalendars with(String id, List<String> lines) {
        Map<String, ExchangeCalendar> more = new LinkedHashMap<>(byId);
        more.put(id, CalendarFile.read(id, lines, this::get));
        return new ExchangeCalendars(more);
    }

    /// All of them.
    public Collection<ExchangeCalendar> all() {
        return byId.values();
    }

    /// A calendar by its code or its usual name (`XNYS`, `NYSE`).
    public Optional<ExchangeCalendar> find(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        return Optional.ofNullable(byId.get(ALSO.getOrDefault(upper, upper)));
    }

    /// A calendar that has to be there; else an [IllegalArgumentException] that names those there are.
    public ExchangeCalendar get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no calendar " + name + "; there are " + String.join(", ", byId.keySet())));
    }
}
