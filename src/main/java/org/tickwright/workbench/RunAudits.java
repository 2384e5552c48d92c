package org.tickwright.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.tickwright.market.StoreException;
import org.tickwright.market.audit.RunFindings;

/// The findings that lie beside an archived run. The run's own document does not hold them: the same bars give the same
/// run whatever is thought of them.
final class RunAudits {
    /// The name of the document beside the run.
    static final String ANNEX = "findings";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RunAudits() {}

    static String write(RunFindings findings) throws StoreException {
        try {
            return JSON.writerFor(RunFindings.class).writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new StoreException("The findings of the run could not be written: " + e.getMessage(), false, e);
        }
    }

    static RunFindings read(Optional<String> annex) throws StoreException {
        if (annex.isEmpty()) {
            return RunFindings.NONE;
        }
        try {
            return JSON.readValue(annex.get(), RunFindings.class);
        } catch (JsonProcessingException e) {
            throw new StoreException("The findings beside the run are damaged: " + e.getMessage(), false, e);
        }
    }
}
