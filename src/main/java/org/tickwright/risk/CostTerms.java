package org.tickwright.risk;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.CorporateActions;

/// Everything that trading and holding cost in a run beyond plain basis points, and what happens to the
/// account besides trading. Parts that a document leaves out charge nothing.
///
/// All terms are those of every instrument besides splits and dividends: `actions` are the base instrument's, those
/// of others that are traded stand in `actionsOf` by symbol.
public record CostTerms(
        CommissionTerms commission,
        SpreadTerms spread,
        SlippageTerms slippage,
        CarryTerms carry,
        @Nullable MarginTerms margin,
        CurrencyTerms currency,
        CorporateActions actions,
        Map<String, CorporateActions> actionsOf) {
    /// Nothing.
    public static final CostTerms NONE = new CostTerms(
            CommissionTerms.NONE,
            SpreadTerms.NONE,
            SlippageTerms.NONE,
            CarryTerms.NONE,
            null,
            CurrencyTerms.NONE,
            CorporateActions.NONE);

    /// Puts nothing where a document says nothing.
    public CostTerms {
        commission = commission == null ? CommissionTerms.NONE : commission;
        spread = spread == null ? SpreadTerms.NONE : spread;
        slippage = slippage == null ? SlippageTerms.NONE : slippage;
        carry = carry == null ? CarryTerms.NONE : carry;
        currency = currency == null ? CurrencyTerms.NONE : currency;
        actions = actions == null ? CorporateActions.NONE : actions;
        actionsOf = actionsOf == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(actionsOf));
    }

    /// Terms with splits and dividends of the base instrument alone.
    public CostTerms(
            CommissionTerms commission,
            SpreadTerms spread,
            SlippageTerms slippage,
            CarryTerms carry,
            @Nullable MarginTerms margin,
            CurrencyTerms currency,
            CorporateActions actions) {
        this(commission, spread, slippage, carry, margin, currency, actions, Map.of());
    }

    /// The same for an instrument with these splits and dividends.
    public CostTerms acting(CorporateActions own) {
        return new CostTerms(commission, spread, slippage, carry, margin, currency, own);
    }

    /// The same with splits and dividends of other instruments than the base, by symbol.
    public CostTerms actingOn(Map<String, CorporateActions> others) {
        return new CostTerms(commission, spread, slippage, carry, margin, currency, actions, others);
    }

    /// True if nothing is charged besides the run's basis points.
    public boolean isNone() {
        return equals(NONE);
    }

    /// True if a fill can cost something besides the run's basis points.
    public boolean chargesTrading() {
        return !commission.equals(CommissionTerms.NONE)
                || spread.kind() != SpreadTerms.Kind.NONE
                || slippage.kind() != SlippageTerms.Kind.NONE
                || currency.feeBps() != 0;
    }

    /// True if fills cost the run's basis points and nothing else.
    boolean proportional() {
        return !chargesTrading();
    }

    /// True if something may happen to the account between fills.
    public boolean eventful() {
        return !carry.isNone()
                || margin != null
                || !currency.rates().isEmpty()
                || currency.rate() != 1
                || !actions.isEmpty()
                || !actionsOf.isEmpty();
    }
}
