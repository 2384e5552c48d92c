package org.tickwright.command;

import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tickwright.engine.RunSettings;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.StoreException;
import org.tickwright.market.audit.RunFindings;
import org.tickwright.workbench.Workbench;

/// Asks the audit about the range that a run or a sweep tests.
final class RunAudit {
    private RunAudit() {}

    /// What was found there, which is told beside the result; errors that nobody accepted refuse it.
    static RunFindings ask(
            Console console, Workbench workbench, MarketSeries base, RunSettings settings, Set<String> accepted)
            throws StoreException {
        RunFindings found = workbench.series().findings(base, settings.from(), settings.to(), accepted);
        if (!found.blocking().isEmpty()) {
            throw new CommandFailure(found.refusal());
        }
        if (!found.isEmpty()) {
            console.note(found.inWords());
        }
        return found;
    }

    /// In a few words, for a table.
    static String brief(RunFindings found) {
        String codes = new TreeMap<>(found.counts())
                .entrySet().stream()
                        .map(each -> each.getKey() + " × " + each.getValue())
                        .collect(Collectors.joining(", "));
        return found.accepted().isEmpty() ? codes : codes + ", errors accepted";
    }
}
