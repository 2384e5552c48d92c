package org.tickwright.study;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.Lineage;

/// One evaluation of a strategy over a data set, as the ledger remembers it.
///
/// @param lineage which idea it was a try of
/// @param dataSet the data set: a series of the store by its key, a file by symbol and content
/// @param dataHash hash of the bars as they were
/// @param configuration hash of what was tried: the strategy with its parameters, and the settings that matter
/// @param strategyHash hash of the strategy as the run states it
/// @param strategyName what it was called
/// @param settings the settings that differ from the defaults, in one line
/// @param kind how it came to be evaluated
/// @param sharpe Sharpe ratio per period without a risk-free rate, null where nothing varied
/// @param bars bars tested
/// @param engineVersion the engine that ran it
public record Trial(
        Lineage lineage,
        String dataSet,
        String dataHash,
        String configuration,
        String strategyHash,
        String strategyName,
        String settings,
        Kind kind,
        @Nullable Double sharpe,
        int bars,
        String engineVersion) {
    private static final int LONGEST_NAME = 1000;

    /// How a trial came to be.
    public enum Kind {
        /// A run that was asked for and archived.
        RUN,
        /// A version of the strategy that the live preview showed.
        PREVIEW,
        /// A combination of a sweep.
        SWEEP;

        /// As the ledger writes it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Cuts a name that is too long, and gives zero one sign.
    public Trial {
        strategyName = strategyName.length() > LONGEST_NAME ? strategyName.substring(0, LONGEST_NAME) : strategyName;
        sharpe = sharpe == null || !Double.isFinite(sharpe) ? null : Double.valueOf(sharpe + 0.0);
    }

    /// The same for every repeat of a trial on the same bars.
    public String identity() {
        return lineage.id() + ' ' + dataSet + ' ' + dataHash + ' ' + configuration;
    }
}
