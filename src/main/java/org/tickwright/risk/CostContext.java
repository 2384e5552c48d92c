package org.tickwright.risk;

import org.tickwright.market.Bars;
import org.tickwright.portfolio.Holding;

/// What a cost model reads: the bars of its instrument, what is held of it with its conversion rate, and the
/// account's traded volume, which the models of an account share.
public record CostContext(Bars bars, Holding holding, MonthlyVolume volume) {}
