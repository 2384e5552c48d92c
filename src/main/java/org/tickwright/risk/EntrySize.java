package org.tickwright.risk;

import org.tickwright.kernel.Phrase;

/// How large an entry shall be, as frozen when it was decided: sizing at the fill reads nothing that was not
/// known then but the fill's price and what the account has there.
///
/// `stop` is what a unit risks. `share` is the part of the account that a rule comes to which is known at the
/// signal ([SizeRule#known()]), else NaN. `words` say how that was found, or why there shall be no entry;
/// empty where there is nothing to say.
public record EntrySize(SizeRule rule, StopDistance stop, double share, Phrase words) {
    private static final Phrase NOTHING = Phrase.of("");

    /// A rule that the fill alone decides; another is an [IllegalArgumentException].
    public static EntrySize atFill(SizeRule rule, StopDistance stop) {
        if (rule.known()) {
            throw new IllegalArgumentException("Size " + rule + " is frozen at its signal by a SizeBasis");
        }
        return new EntrySize(rule, stop, Double.NaN, NOTHING);
    }

    static EntrySize refused(SizeRule rule, StopDistance stop, String why) {
        return new EntrySize(rule, stop, Double.NaN, Phrase.of(why));
    }

    /// Why there shall be no entry; empty where there may be one.
    public String refusal() {
        if (rule.known() && Double.isNaN(share)) {
            return words.text();
        }
        boolean noStop = Double.isNaN(stop.price()) && Double.isNaN(stop.fraction());
        return rule.kind() == SizeRule.Kind.RISK && noStop
                ? "Size " + rule
                        + " risks a fraction of the cash over the distance to the stop, and there is no stop."
                        + " Add a stop to the strategy or choose another size."
                : "";
    }

    /// The units that a volatility target or Kelly size asks for at a fill: its share of `account` over what
    /// a unit takes. That is the price alone for a target, whose formula knows no costs, and the price with
    /// costs for Kelly, as for a fraction.
    public double units(double account, double price, double unitCost) {
        return share * account / (rule.kind() == SizeRule.Kind.VOLATILITY ? price : unitCost);
    }
}
