package org.tickwright.market.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.tickwright.market.TradeTicks.Aggressor;

/// Bitstamp: changes of its books, which begin with a snapshot from elsewhere, whole books, and trades.
final class BitstampMessages implements Dialect {
    private static final long MICROS = 1_000L;

    @Override
    public String venue() {
        return "Bitstamp";
    }

    @Override
    public boolean knows(JsonNode message) {
        return message.path("event").asText().startsWith("bts:")
                || (message.has("channel") && message.has("data"))
                || (message.has("bids") && message.has("asks") && message.has("timestamp"));
    }

    @Override
    public boolean tell(JsonNode message, String symbol, long arrival, Tape tape) {
        String channel = message.path("channel").asText();
        JsonNode data = message.has("data") ? message.get("data") : message;
        String named = channel.substring(channel.lastIndexOf('_') + 1).toUpperCase(Locale.ROOT);
        long time = data.has("microtimestamp")
                ? data.get("microtimestamp").asLong() * MICROS
                : data.path("timestamp").asLong() * 1_000_000_000L;
        When when = new When(named.isEmpty() ? symbol : named, time, arrival == 0 ? time : arrival);
        if (message.path("event").asText().equals("trade")) {
            tape.trade(
                    when,
                    new Level(
                            data.path("price_str").asText(),
                            data.path("amount_str").asText()),
                    data.path("type").asInt() == 1 ? Aggressor.SELLER : Aggressor.BUYER,
                    -1);
            return true;
        }
        boolean book = data.has("bids") && data.has("asks");
        if (book && channel.startsWith("diff_order_book")) {
            tape.change(when, new Change(Dialect.levels(data.get("bids")), Dialect.levels(data.get("asks"))));
        } else if (book) {
            tape.snapshot(when, -1, Dialect.levels(data.get("bids")), Dialect.levels(data.get("asks")));
        }
        return book;
    }
}
