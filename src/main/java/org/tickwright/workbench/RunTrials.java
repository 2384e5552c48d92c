package org.tickwright.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.StoreException;
import org.tickwright.study.TrialCount;

/// The count of trials that lies beside an archived run, as it was when the run was made. The run's own document does
/// not hold it, because the same run made later must give the same bytes.
final class RunTrials {
    /// The name of the document beside the run.
    static final String ANNEX = "trials";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RunTrials() {}

    static String write(TrialCount count) throws StoreException {
        try {
            return JSON.writeValueAsString(count);
        } catch (JsonProcessingException e) {
            throw new StoreException("The count of trials could not be written: " + e.getMessage(), false, e);
        }
    }

    static @Nullable TrialCount read(Optional<String> annex) throws StoreException {
        if (annex.isEmpty()) {
            return null;
        }
        try {
            return JSON.readValue(annex.get(), TrialCount.class);
        } catch (JsonProcessingException e) {
            throw new StoreException("The count of trials beside the run is damaged: " + e.getMessage(), false, e);
        }
    }
}
