package org.tickwright.market.text;

import java.util.List;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.TickerHistory;
import org.tickwright.market.messages.RecordedMessages;

/// A file of market data as what it was recognised to be.
public sealed interface MarketFile {
    /// The name of the file.
    String file();

    /// What the file holds, in a word: `bars`, `trades` and so on.
    String kind();

    /// Bars of one instrument or several, each with its own audit, in the order in which they come up.
    record OfBars(String file, List<SymbolBars> series) implements MarketFile {
        @Override
        public String kind() {
            return "bars";
        }
    }

    /// The bars of one instrument; `symbol` is what a column says, empty where none does.
    record SymbolBars(String symbol, ParsedFile bars) {}

    /// Trades one by one.
    record OfTrades(TickFile trades) implements MarketFile {
        @Override
        public String file() {
            return trades.file();
        }

        @Override
        public String kind() {
            return "trades";
        }
    }

    /// Quotes one by one.
    record OfQuotes(QuoteFile quotes) implements MarketFile {
        @Override
        public String file() {
            return quotes.file();
        }

        @Override
        public String kind() {
            return "quotes";
        }
    }

    /// Splits and dividends.
    record OfActions(String file, CorporateActions actions) implements MarketFile {
        @Override
        public String kind() {
            return "corporate actions";
        }
    }

    /// Messages of a venue, or a table of an order book, as the events of a feed.
    record OfMessages(String file, RecordedMessages messages) implements MarketFile {
        @Override
        public String kind() {
            return "recording";
        }
    }

    /// Under which tickers an instrument traded.
    record OfTickers(String file, TickerHistory tickers) implements MarketFile {
        @Override
        public String kind() {
            return "tickers";
        }
    }
}
