package org.tickwright.risk;

import org.tickwright.market.RateSeries;

/// The currencies of the account and of the instrument, and how one becomes the other.
///
/// A unit of the instrument's currency is worth `rate` units of the account's, or what `rates` says was known
/// at the time. Every payment is converted then; `feeBps` is charged on the value of each fill that was.
public record CurrencyTerms(String account, String instrument, double rate, RateSeries rates, double feeBps) {
    /// One currency, which has no name.
    public static final CurrencyTerms NONE = new CurrencyTerms("", "", 1, RateSeries.EMPTY, 0);

    /// Checks ranges; a rate of 0 means 1.
    public CurrencyTerms {
        account = account == null ? "" : account;
        instrument = instrument == null ? "" : instrument;
        rates = rates == null ? RateSeries.EMPTY : rates;
        rate = rate == 0 ? 1 : rate;
        Terms.require(rate > 0 && rate < 1e6, "A conversion rate must be above 0 and below 1,000,000", rate);
        Terms.require(rate == 1 || rates.isEmpty(), "The conversion rate must be a number or a series, not both", rate);
        Terms.require(feeBps >= 0 && feeBps < 10_000, "The conversion fee must be 0 to below 10,000 bps", feeBps);
        boolean positive = rates.points().stream().allMatch(point -> point.rate() > 0 && point.rate() < 1e6);
        Terms.require(positive, "Conversion rates must be above 0 and below 1,000,000", rates);
        Terms.require(
                account.isEmpty() || !account.equals(instrument) || (rate == 1 && rates.isEmpty()),
                "An account and an instrument in one currency have no conversion rate",
                account + ":" + instrument);
    }

    /// True if nothing is converted.
    public boolean isNone() {
        return rate == 1 && rates.isEmpty() && feeBps == 0;
    }
}
