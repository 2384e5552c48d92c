package org.tickwright.market.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tickwright.market.Finding;
import org.tickwright.market.Finding.Severity;

/// Collects findings: counts all of them by code, keeps the first thousand of each code.
///
/// An error whose code is accepted is kept as a warning that says what becomes of the row.
public final class AuditLog {
    /// How many findings a report shows.
    public static final int SHOWN = 1_000;

    private final Set<String> accepted;
    private final List<Finding> kept = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Set<String> blocking = new TreeSet<>();

    /// A log for findings of which the codes in `accepted` shall not block.
    public AuditLog(Set<String> accepted) {
        this.accepted = Set.copyOf(accepted);
    }

    /// Whether errors of this code do not block.
    public boolean accepts(String code) {
        return accepted.contains(code);
    }

    /// Notes an error at a line (0: the whole file). `ifAccepted` says what becomes of the row then, as a sentence
    /// without full stop.
    public void error(String code, long line, String message, String mend, String ifAccepted) {
        if (accepts(code)) {
            add(new Finding(code, Severity.WARNING, line, message + ". Accepted: " + ifAccepted, mend));
        } else {
            blocking.add(code);
            add(new Finding(code, Severity.ERROR, line, message, mend));
        }
    }

    /// Notes an error that accepting cannot cure, such as a date that has two readings.
    public void fatal(String code, long line, String message, String mend) {
        blocking.add(code);
        add(new Finding(code, Severity.ERROR, line, message, mend));
    }

    /// Notes a warning.
    public void warn(String code, long line, String message, String mend) {
        add(new Finding(code, Severity.WARNING, line, message, mend));
    }

    /// Notes a finding as it is; an error among them blocks unless its code is accepted, which makes it a warning.
    public void report(Finding finding) {
        if (finding.severity() != Severity.ERROR) {
            add(finding);
        } else if (accepts(finding.code())) {
            add(new Finding(
                    finding.code(),
                    Severity.WARNING,
                    finding.line(),
                    finding.message() + ". Accepted: the bars are used as they are",
                    finding.mend(),
                    finding.from(),
                    finding.to()));
        } else {
            blocking.add(finding.code());
            add(finding);
        }
    }

    /// Counts findings that an earlier one summarises, without showing them.
    public void countFurther(String code, int number) {
        counts.merge(code, number, Integer::sum);
    }

    /// The codes that block.
    public Set<String> blocking() {
        return Set.copyOf(blocking);
    }

    /// How many findings of each code there are.
    public Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    /// The first thousand findings in order of line, then of time; those of the whole file come first.
    public List<Finding> findings() {
        List<Finding> sorted = new ArrayList<>(kept);
        sorted.sort(Comparator.comparingLong(Finding::line).thenComparingLong(Finding::from));
        return List.copyOf(sorted.subList(0, Math.min(SHOWN, sorted.size())));
    }

    private void add(Finding finding) {
        int count = counts.merge(finding.code(), 1, Integer::sum);
        if (count <= SHOWN) {
            kept.add(finding);
        }
    }
}
