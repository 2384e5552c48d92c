package org.tickwright.strategy;

/// What a strategy wants at the close of a bar, in words that can be compared.
final class DecisionText {
    private DecisionText() {}

    /// A decision as text: what counts of it.
    static String of(Decision decision) {
        return direction(decision, Decision.LONG) + " | " + direction(decision, Decision.SHORT);
    }

    private static String direction(Decision decision, int direction) {
        String trail = " trail " + decision.trailDistance[direction] + '/' + decision.trailFraction[direction];
        return (decision.exit[direction] ? "exit" : "-")
                + trail
                + (decision.enter[direction] ? " enter " + entry(decision, direction) : "");
    }

    private static String entry(Decision decision, int direction) {
        return decision.size[direction]
                + " stop " + decision.stopDistance[direction] + '/' + decision.stopFraction[direction]
                + " target " + decision.targetDistance[direction] + '/' + decision.targetFraction[direction]
                + order(decision, direction);
    }

    private static String order(Decision decision, int direction) {
        return decision.style[direction] == null
                ? ""
                : " by " + decision.style[direction] + " " + decision.orderLevel[direction] + "/"
                        + decision.orderDistance[direction] + "/" + decision.orderFraction[direction];
    }
}
