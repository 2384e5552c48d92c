package org.tickwright.execution;

import org.tickwright.portfolio.Holding;
import org.tickwright.risk.RiskGate;

/// Whose orders a venue works: `gate` sizes what is sized at its fill, `holding` says what may be reduced,
/// `listener` hears of every outcome.
public record Client(RiskGate gate, Holding holding, VenueListener listener) {}
