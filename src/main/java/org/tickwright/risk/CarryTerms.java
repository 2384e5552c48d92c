package org.tickwright.risk;

import org.tickwright.market.RateSeries;

/// What holding a position costs by time.
///
/// `borrowRate` is a fraction a year (0.03 is 3 %) of the value of what is short. `fundingRate` is a fraction
/// of the position's value at each full eight hours UTC (00, 08, 16), paid by longs and received by shorts
/// where it is positive; `funding` gives the rates with their times instead. `interestRate` is a fraction a
/// year of the cash where that is negative. A year has 365 days.
public record CarryTerms(double borrowRate, double fundingRate, RateSeries funding, double interestRate) {
    /// Holding costs nothing.
    public static final CarryTerms NONE = new CarryTerms(0, 0, RateSeries.EMPTY, 0);

    /// Checks ranges.
    public CarryTerms {
        funding = funding == null ? RateSeries.EMPTY : funding;
        Terms.require(
                borrowRate >= 0 && borrowRate <= 100,
                "The borrow rate must be 0 to 100 (0.03 is 3 % a year)",
                borrowRate);
        Terms.require(
                Math.abs(fundingRate) < 1,
                "The funding rate must be between -1 and 1 (0.0001 is 0.01 % per 8 hours)",
                fundingRate);
        Terms.require(
                fundingRate == 0 || funding.isEmpty(), "Funding must be a rate or a series, not both", fundingRate);
        Terms.require(
                interestRate >= 0 && interestRate <= 100,
                "The interest rate must be 0 to 100 (0.05 is 5 % a year)",
                interestRate);
    }

    /// True if nothing is charged.
    boolean isNone() {
        return borrowRate == 0 && fundingRate == 0 && funding.isEmpty() && interestRate == 0;
    }
}
