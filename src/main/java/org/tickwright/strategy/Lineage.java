package org.tickwright.strategy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickwright.kernel.ContentHash;

/// Which idea a strategy is a version of. It survives saving, renaming, editing and copying, so that all tries of one
/// idea are counted together.
///
/// `ancestors` are lineages that it was taken from and whose tries count as well, such as the template that a person
/// opened. A file without a lineage is of the one that its name stands for, and keeps it from its first save on.
/// `unknown` holds fields that this version does not know.
public record Lineage(String id, List<String> ancestors, Map<String, Object> unknown) {
    /// The longest id.
    public static final int LONGEST = 100;

    private static final String TEMPLATE = "template:";
    private static final String NAMED = "name:";

    /// Checks ids; an ancestor stands once and is not the lineage itself.
    public Lineage {
        requireId(id);
        ancestors.forEach(Lineage::requireId);
        Set<String> once = new LinkedHashSet<>(ancestors);
        once.remove(id);
        ancestors = List.copyOf(once);
        unknown = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    }

    /// A lineage without ancestors.
    public static Lineage of(String id) {
        return new Lineage(id, List.of(), Map.of());
    }

    /// The lineage of a strategy that states none.
    public static Lineage named(String strategy) {
        return of(NAMED + new ContentHash().add(strategy).hex().substring(0, 32));
    }

    /// The lineage of a template that comes with the program.
    public static Lineage template(String name) {
        return of(TEMPLATE + name);
    }

    /// True for a template itself rather than something made of it.
    public boolean isTemplate() {
        return id.startsWith(TEMPLATE);
    }

    /// A lineage that begins here; the tries of this one count for it.
    public Lineage descendant(String newId) {
        List<String> from = new java.util.ArrayList<>(List.of(id));
        from.addAll(ancestors);
        return new Lineage(newId, from, Map.of());
    }

    /// The lineage and its ancestors.
    public List<String> all() {
        List<String> all = new java.util.ArrayList<>(List.of(id));
        all.addAll(ancestors);
        return List.copyOf(all);
    }

    private static void requireId(String id) {
        if (id.isBlank() || id.length() > LONGEST || id.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            throw new IllegalArgumentException("A lineage is 1 to " + LONGEST + " characters without blanks, was '"
                    + id.substring(0, Math.min(id.length(), LONGEST)) + "'");
        }
    }
}
