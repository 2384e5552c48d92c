package org.tickwright.strategy;

import java.util.List;
import org.tickwright.kernel.Phrase;
import org.tickwright.portfolio.PositionView;

/// A program bound to a series and to parameter values: what the trading loop calls.
///
/// Deterministic; single thread. Bars are read through the series given at binding, which may have grown
/// since.
public interface Evaluation {

    /// Makes room for so many bars, which [#prepare] will ask for block by block.
    default void reserve(int bars) {}

    /// Makes every value that depends on data alone ready for bars below `to`. Cheap where already done.
    void prepare(int to);

    /// Fills in what the strategy wants at the close of `bar`, with the position as of that close.
    /// [#prepare] must have covered the bar.
    void decide(int bar, PositionView position, Decision decision);

    /// The first bar at or after `from` (and below `to`) at whose close an entry may be true, or an exit that
    /// matters, whatever the position; `to` if none. What lies between needs no call of [#decide] while nothing is
    /// held and no order works.
    int nextActiveBar(int from, int to);

    /// Whether [#decide] has to be called at every bar while a position is held: an action reads the
    /// position, or a trailing stop moves. False promises that [#nextActiveBar] finds every bar that
    /// matters to a held position too.
    default boolean needsEveryHeldBar() {
        return true;
    }

    /// The nodes by which entries send other orders than market orders for the next opening.
    default List<String> orderNodes() {
        return List.of();
    }

    /// The value of an output port at a bar; conditions are 1, 0 or NaN. Ports that depend on the position
    /// give the value for a flat position. Throws [IllegalArgumentException] for an unknown port.
    double value(String node, String port, int bar);

    /// The reason for an action at a bar in plain words with the values that made it true, e.g.
    /// `crossesAbove: fast 101.2 > slow 100.9`. `action` is a node id of an enter or exit node, or its type.
    default String reason(String action, int bar) {
        return why(action, bar).text();
    }

    /// The [#reason], its values read now and its words made when they are read.
    Phrase why(String action, int bar);

    /// Keeps the [#reason] in a log, its values read now; returns its row there.
    default int keepWhy(String action, int bar, ReasonLog log) {
        return log.keep(why(action, bar));
    }

    /// From which bar on all values that feed actions are defined; the number of bars if never.
    int firstDefinedBar();
}
