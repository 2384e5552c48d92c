package org.tickwright.desktop.backtest;

import java.util.Locale;
import java.util.function.Supplier;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.market.CorporateActions;
import org.tickwright.workbench.CostFiles;

/// The splits and dividends of a series with raw prices, as a person names their file. JavaFX thread.
final class ActionsForm extends CostGroup {
    private final FileEntry<CorporateActions> file;

    ActionsForm(Supplier<Locale> locale, BackgroundTasks tasks) {
        super(locale);
        file = with(new FileEntry<>(tasks, CostFiles::actions, CorporateActions.NONE, RatesInWords::of));
    }

    FileEntry<CorporateActions> file() {
        return file;
    }

    CorporateActions actions() {
        return file.value();
    }
}
