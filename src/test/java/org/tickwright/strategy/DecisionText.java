package org.tickwright.strategy;

/// What a strategy wants at the close of a bar, in words that can be compared.
final class DecisionText {
    private DecisionText() {}

    private static String order(Decision decision, int direction) {
        return decision.style[direction] == null
                ? ""
                : " by " + decision.style[direction] + " " + decision.orderLevel[direction] + "/"
                        + decision.orderDistance[direction] + "/" + decision.orderFraction[direction];
    }

    /// A decision as text.
    static String of(Decision decision) {
        StringBuilder text = new StringBuilder();
        for (int direction = 0; direction < 2; direction++) {
            text.append(decision.enter[direction] ? "enter " : "- ")
                    .append(decision.exit[direction] ? "exit " : "- ")
                    .append(decision.size[direction])
                    .append(" stop ")
                    .append(decision.stopDistance[direction])
                    .append('/')
                    .append(decision.stopFraction[direction])
                    .append(" target ")
                    .append(decision.targetDistance[direction])
                    .append('/')
                    .append(decision.targetFraction[direction])
                    .append(" trail ")
                    .append(decision.trailDistance[direction])
                    .append('/')
                    .append(decision.trailFraction[direction])
                    .append(order(decision, direction))
                    .append(direction == 0 ? " | " : "");
        }
        return text.toString();
    }
}
