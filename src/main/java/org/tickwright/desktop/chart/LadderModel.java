package org.tickwright.desktop.chart;

import java.util.Locale;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.chart.plot.NumberText;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.market.TradeTicks.Aggressor;
import org.tickwright.market.book.BookDepth;
import org.tickwright.market.book.LadderRows;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.workbench.live.LiveDepth;
import org.tickwright.workbench.live.LiveMarket;
import org.tickwright.workbench.live.LiveState;

/// What a depth ladder shows, without a toolkit: the book of an instrument, in rows of so many ticks, around
/// the middle of the market or where a person moved it.
///
/// [#look()] takes the newest picture of the book; [#revision()] rises only where something changed. The rows
/// stand still while the market moves within them, so that prices can be read, and jump to it when it is
/// about to leave. JavaFX thread.
public final class LadderModel {
    private static final long[] STEPS = {1, 2, 5};
    private static final int COARSEST = 19;
    /// The market may come this near to the first or last row, as a share of all, before the rows follow.
    private static final double EDGE = 0.2;

    /// So many looks long the last trade is lit brightly.
    private static final int LIT = 8;

    private final LiveMarket market;
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private NumberText numbers = new NumberText(Locale.US);
    private String symbol = "";
    private LiveState state = LiveState.NONE;
    private @Nullable LiveDepth depth;
    private int step;
    private int count = 20;
    private long top;
    private boolean following = true;
    private boolean booked;
    private int lit;

    /// Of the books of a market.
    public LadderModel(LiveMarket market) {
        this.market = market;
    }

    /// Rises with every change of what is shown.
    public ReadOnlyLongProperty revision() {
        return revision.getReadOnlyProperty();
    }

    private void touch() {
        revision.set(revision.get() + 1);
    }

    /// The instrument; empty for none.
    public String symbol() {
        return symbol;
    }

    /// Shows the book of another instrument.
    public void symbol(String wanted) {
        if (!wanted.equals(symbol)) {
            symbol = wanted;
            depth = null;
            following = true;
            lit = 0;
            look();
            touch();
        }
    }

    /// The language of numbers.
    void numbers(Locale locale) {
        numbers = new NumberText(locale);
        touch();
    }

    /// Takes the newest picture of the book and the state of the market; at most twenty times a second. Whether there
    /// is something to look at again soon.
    @SuppressWarnings("ReferenceEquality")
    public boolean look() {
        LiveState now = market.state();
        boolean dressed = now.status() != state.status()
                || now.simulated() != state.simulated()
                || now.pace().paused() != state.pace().paused()
                || market.booked() != booked;
        state = now;
        booked = market.booked();
        LiveDepth newest = newest();
        boolean changed = newest != depth;
        if (changed) {
            boolean traded = newest != null && depth != null && newest.trades() > depth.trades();
            lit = traded ? LIT : lit;
            depth = newest;
            follow();
        }
        boolean fades = lit > 0 && --lit == 0;
        if (changed || dressed || fades) {
            touch();
        }
        return changed || dressed || fades || lit > 0;
    }

    /// The newest picture of the book; null while there was none.
    private @Nullable LiveDepth newest() {
        if (symbol.isEmpty() || !booked) {
            return null;
        }
        return market.depth(symbol)
                .filter(now -> now.whole() || now.sequence() >= 0 || !now.book().oneSided())
                .orElse(null);
    }

    /// How the market stands.
    LiveState state() {
        return state;
    }

    /// The picture of the book; null while there is none.
    @Nullable
    LiveDepth depth() {
        return depth;
    }

    /// Whether the last trade is fresh.
    boolean lit() {
        return lit > 0;
    }

    // --- Rows -------------------------------------------------------------------------------------------------------

    /// How many ticks a row is high: 1, 2, 5, 10, ...
    public long group() {
        long ten = 1;
        for (int i = 0; i < step / STEPS.length; i++) {
            ten *= 10;
        }
        return STEPS[step % STEPS.length] * ten;
    }

    /// Makes rows higher (1) or lower (-1).
    public void regroup(int direction) {
        int next = Math.clamp((long) step + direction, 0, COARSEST - 1);
        int before = step;
        if (next != step) {
            step = next;
            if (direction > 0 && depth != null && middle() < 1) {
                step = before;
            } else {
                centre();
            }
        }
    }

    /// How many rows there is room for.
    void room(int rows) {
        if (rows != count && rows > 0) {
            long middle = top - count / 2;
            count = rows;
            top = middle + count / 2;
            follow();
        }
    }

    /// Moves so many rows up, down if negative; the rows then stay where they are.
    public void scroll(int rows) {
        if (depth != null) {
            following = false;
            // Below the row of the lowest price there is nothing to see.
            top = Math.max(Math.min(top, count), top + rows);
            touch();
        }
    }

    /// Moves by a page.
    void page(int direction) {
        scroll(direction * Math.max(1, count - 2));
    }

    /// Brings the middle of the market back to the middle and follows it from now on.
    public void centre() {
        following = true;
        top = middle() + count / 2;
        touch();
    }

    /// Whether the rows follow the market.
    public boolean following() {
        return following;
    }

    private void follow() {
        if (following) {
            long at = top - middle();
            double edge = count * EDGE;
            if (at < edge || at > count - 1 - edge) {
                top = middle() + count / 2;
            }
        }
    }

    /// The row in the middle between best bid and best ask, or of what there is.
    private long middle() {
        LiveDepth now = depth;
        if (now == null) {
            return 0;
        }
        BookDepth book = now.book();
        if (!book.oneSided()) {
            return Math.floorDiv(book.bids().price(0) + book.asks().price(0), 2 * group());
        }
        FeedEvent.Trade last = now.last();
        if (book.bids().count() > 0) {
            return LadderRows.row(book.bids().price(0), group(), true);
        }
        if (book.asks().count() > 0) {
            return LadderRows.row(book.asks().price(0), group(), false);
        }
        return last == null ? 0 : Math.floorDiv(units(last.price()), group());
    }

    private long units(double price) {
        LiveDepth now = depth;
        return now == null ? 0 : Math.round(price * FixedPoint.pow10(now.book().priceDecimals()));
    }

    /// The rows to draw, none of a price of 0 or below; none while there is no book.
    LadderRows rows() {
        LiveDepth now = depth;
        int rows = now == null ? 0 : Math.clamp(top, 0, count);
        return LadderRows.of(now == null ? BookDepth.EMPTY : now.book(), group(), top, rows);
    }

    /// The number of the row of the best bid or ask; [Long#MIN_VALUE] where nobody bids or asks.
    long bestRow(boolean bid) {
        LiveDepth now = depth;
        BookDepth.Levels side = now == null
                ? BookDepth.EMPTY.bids()
                : bid ? now.book().bids() : now.book().asks();
        return side.count() == 0 ? Long.MIN_VALUE : LadderRows.row(side.price(0), group(), bid);
    }

    /// The number of the row of the last trade, on the side of the book that it was done on; [Long#MIN_VALUE]
    /// before the first.
    long tradedRow() {
        LiveDepth now = depth;
        FeedEvent.Trade last = now == null ? null : now.last();
        return last == null ? Long.MIN_VALUE : LadderRows.row(units(last.price()), group(), !bought(last));
    }

    private static boolean bought(FeedEvent.Trade trade) {
        return trade.aggressor() == Aggressor.BUYER;
    }

    // --- Words ------------------------------------------------------------------------------------------------------

    /// A price of the book as it is written.
    String price(long units) {
        LiveDepth now = depth;
        int decimals = now == null ? 0 : now.book().priceDecimals();
        return numbers.fixed(units / (double) FixedPoint.pow10(decimals), decimals);
    }

    /// An amount of the book as it is written.
    String size(long units) {
        LiveDepth now = depth;
        int decimals = now == null ? 0 : now.book().sizeDecimals();
        double size = units / (double) FixedPoint.pow10(decimals);
        return size >= 1_000_000 || decimals > 4 ? numbers.brief(size) : numbers.fixed(size, decimals);
    }

    /// A total of the book in short.
    String total(long units) {
        LiveDepth now = depth;
        int decimals = now == null ? 0 : now.book().sizeDecimals();
        return numbers.brief(Math.rint(units * 100.0 / FixedPoint.pow10(decimals)) / 100);
    }

    /// How high a row is, in words.
    String groupWords() {
        LiveDepth now = depth;
        String ticks = group() == 1 ? "1 tick" : numbers.fixed((double) group(), 0) + " ticks";
        return now == null ? ticks : ticks + " · " + price(group());
    }

    /// The spread in words; empty where a side is.
    String spreadWords() {
        LiveDepth now = depth;
        if (now == null || now.book().oneSided()) {
            return "";
        }
        long bid = now.book().bids().price(0);
        long ask = now.book().asks().price(0);
        double points = 20_000.0 * (ask - bid) / (ask + bid);
        return "Spread " + price(ask - bid) + (bid > 0 ? " · " + numbers.fixed(points, 1) + " bp" : "");
    }

    /// The last trade in words; empty before the first.
    String lastWords() {
        LiveDepth now = depth;
        FeedEvent.Trade last = now == null ? null : now.last();
        if (now == null || last == null) {
            return "";
        }
        String side = switch (last.aggressor()) {
            case BUYER -> " bought";
            case SELLER -> " sold";
            case UNKNOWN -> " traded";
        };
        long size = Math.round(last.size() * FixedPoint.pow10(now.book().sizeDecimals()));
        return "Last " + price(units(last.price())) + " · " + size(size) + side;
    }

    /// Why there is nothing to see, or why it is not to be trusted; empty where neither is so.
    String note() {
        LiveDepth now = depth;
        if (symbol.isEmpty() || state.feed().isEmpty()) {
            return "No feed is open";
        }
        if (!booked) {
            return "This feed has no order book";
        }
        if (now == null) {
            return state.running() ? "Waiting for the book" : "There was no book";
        }
        if (!now.whole()) {
            return "Book not whole, asked anew";
        }
        return state.stale() ? "Old: nothing is heard" : "";
    }

    /// The ladder in words, for a screen reader.
    String words() {
        LiveDepth now = depth;
        if (now == null) {
            return "Depth ladder. " + note() + ".";
        }
        StringBuilder words = new StringBuilder("Depth ladder of ").append(symbol);
        words.append(state.simulated() ? ", simulated. " : ". ");
        side(words, "Best bid ", now.book().bids());
        side(words, "Best ask ", now.book().asks());
        for (String each : new String[] {spreadWords(), lastWords(), note()}) {
            words.append(each).append(each.isEmpty() ? "" : ". ");
        }
        return words.append("Rows of ").append(groupWords()).append('.').toString();
    }

    private void side(StringBuilder words, String name, BookDepth.Levels levels) {
        if (levels.count() > 0) {
            words.append(name)
                    .append(price(levels.price(0)))
                    .append(" for ")
                    .append(size(levels.size(0)))
                    .append(". ");
        }
    }
}
