package org.tickwright.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The ratios to peers that were measured when a figure was last published, by suite and work.
///
/// Ratios within one run hold up on a noisy or slower machine where times do not. A ratio that fell by a quarter is
/// worth a look; it is told, never failed.
final class RecordedRatios {
    private static final String RESOURCE = "/bench/recorded-ratios.json";
    private static final double WORTH_A_LOOK = 0.75;

    private final JsonNode recorded;

    RecordedRatios(JsonNode recorded) {
        this.recorded = recorded;
    }

    /// Those of the repository.
    static RecordedRatios read() throws IOException {
        try (InputStream in = RecordedRatios.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("There is no " + RESOURCE + " on the class path");
            }
            return new RecordedRatios(new ObjectMapper().readTree(in));
        }
    }

    /// Everything recorded, as `suite / work`.
    List<String> names() {
        List<String> names = new ArrayList<>();
        recorded.properties()
                .forEach(suite -> suite.getValue()
                        .properties()
                        .forEach(work -> names.add(suite.getKey() + " / " + work.getKey())));
        return names;
    }

    /// What to say of a measured ratio; empty where it held, or nothing was recorded.
    Optional<String> fallen(String suite, String work, double ratio) {
        double before = recorded.path(suite).path(work).asDouble(Double.NaN);
        return ratio < WORTH_A_LOOK * before
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "bench %s: \"%s\" is %.1f times its peer and was %.1f times it when last recorded",
                        suite,
                        work,
                        ratio,
                        before))
                : Optional.empty();
    }
}
