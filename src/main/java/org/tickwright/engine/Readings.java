package org.tickwright.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.execution.IntrabarPolicy;

/// One reading of what the bars leave open: some choices are given, the rest a policy makes. It keeps every
/// question with its options and the choice, in the order in which they came.
final class Readings implements IntrabarPolicy {

    /// A question that a run came to. `spread` is how far its options are apart by the bar's close.
    record Question(long place, int options, int chosen, double spread) {}

    private final Map<Long, Integer> given;
    private final IntrabarPolicy otherwise;
    private final List<Question> questions = new ArrayList<>();

    Readings(Map<Long, Integer> given, IntrabarPolicy otherwise) {
        this.given = given;
        this.otherwise = otherwise;
    }

    @Override
    public int choose(int bar, int question, double[] gains) {
        long place = (long) bar << Integer.SIZE | question;
        Integer stated = given.get(place);
        int chosen = stated == null || stated >= gains.length ? otherwise.choose(bar, question, gains) : stated;
        questions.add(new Question(place, gains.length, chosen, spread(gains)));
        return chosen;
    }

    private static double spread(double[] gains) {
        double least = gains[0];
        double most = gains[0];
        for (double gain : gains) {
            least = Math.min(least, gain);
            most = Math.max(most, gain);
        }
        return most - least;
    }

    List<Question> questions() {
        return questions;
    }

    /// These choices with one of them changed.
    Map<Long, Integer> with(long place, int choice) {
        Map<Long, Integer> changed = new HashMap<>(given);
        changed.put(place, choice);
        return changed;
    }

    /// The choices that lead to the next reading when all are counted through: the last question that has an
    /// option left takes it, what came after it starts again. Null after the last reading.
    @Nullable
    Map<Long, Integer> next() {
        for (int last = questions.size() - 1; last >= 0; last--) {
            Question question = questions.get(last);
            if (question.chosen + 1 < question.options) {
                Map<Long, Integer> choices = new HashMap<>();
                questions.subList(0, last).forEach(before -> choices.put(before.place, before.chosen));
                choices.put(question.place, question.chosen + 1);
                return choices;
            }
        }
        return null;
    }
}
