package org.tickwright.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickwright.workbench.StoreUpkeep.Damage;
import org.tickwright.workbench.StoreUpkeep.Verdict;

/// What a look over a store found, as a line and as JSON.
final class VerdictText {
    private VerdictText() {}

    static String of(Verdict verdict) {
        return String.format(
                Locale.ROOT,
                "%,d versions of series, %,d series of ticks, %,d files and %,d runs looked at: %s",
                verdict.versions(),
                verdict.ticks(),
                verdict.files(),
                verdict.runs(),
                verdict.sound() ? "all as they were saved" : verdict.damage().size() + " damaged");
    }

    static String of(Damage damage) {
        return "damaged: " + damage.part() + ": " + damage.problem();
    }

    static Map<String, Object> document(Verdict verdict) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("sound", verdict.sound());
        document.put("versions", verdict.versions());
        document.put("ticks", verdict.ticks());
        document.put("files", verdict.files());
        document.put("runs", verdict.runs());
        document.put("actions", verdict.actions());
        List<Map<String, String>> damage = verdict.damage().stream()
                .map(one -> Map.of("part", one.part(), "problem", one.problem()))
                .toList();
        document.put("damage", damage);
        return document;
    }
}
