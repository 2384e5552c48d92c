package org.tickwright.desktop.backtest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.market.CorporateActions;
import org.tickwright.risk.CostTerms;

/// What trading and holding cost beyond basis points, as a person fills it in, and the terms that this makes.
///
/// Every entry may stay empty and then charges nothing. JavaFX thread.
final class CostsForm {
    private final CommissionForm commission;
    private final PriceForm prices;
    private final HoldingForm holding;
    private final CurrencyForm currency;
    private final ActionsForm actions;
    private Map<String, CorporateActions> actionsOf = Map.of();

    /// An empty one, which reads the files that it is given by `tasks`.
    CostsForm(Supplier<Locale> locale, BackgroundTasks tasks) {
        commission = new CommissionForm(locale);
        prices = new PriceForm(locale);
        holding = new HoldingForm(locale, tasks);
        currency = new CurrencyForm(locale, tasks);
        actions = new ActionsForm(locale, tasks);
    }

    CommissionForm commission() {
        return commission;
    }

    PriceForm prices() {
        return prices;
    }

    HoldingForm holding() {
        return holding;
    }

    CurrencyForm currency() {
        return currency;
    }

    ActionsForm actions() {
        return actions;
    }

    private List<CostGroup> groups() {
        return List.of(commission, prices, holding, currency, actions);
    }

    /// How many of these costs were given.
    int given() {
        return groups().stream().mapToInt(CostGroup::given).sum();
    }

    /// Calls `listener` after each change.
    void onChange(Runnable listener) {
        groups().forEach(group -> group.onChange(listener));
    }

    /// All entries.
    List<Entry> entries() {
        return groups().stream().flatMap(group -> group.entries().stream()).toList();
    }

    /// Shows the costs of an earlier run. Splits and dividends of other instruments than the base are kept unseen.
    void show(CostTerms terms) {
        commission.show(terms.commission());
        prices.show(terms.spread(), terms.slippage());
        holding.show(terms.carry(), terms.margin());
        currency.show(terms.currency());
        actions.file().keep(terms.actions());
        actionsOf = terms.actionsOf();
    }

    /// The terms; only while every entry is valid.
    CostTerms terms() {
        return new CostTerms(
                commission.terms(),
                prices.spreadTerms(),
                prices.slippageTerms(),
                holding.carryTerms(),
                holding.marginTerms(),
                currency.terms(),
                actions.actions(),
                actionsOf);
    }
}
