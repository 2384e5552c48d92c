package org.tickwright.market.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tickwright.market.TradeTicks.Aggressor;

/// Kraken: books with their checksums, best prices, trades. A message is a list that ends with channel and pair.
final class KrakenMessages implements Dialect {
    @Override
    public String venue() {
        return "Kraken";
    }

    @Override
    public boolean knows(JsonNode message) {
        return message.isArray() || message.path("event").asText().matches("systemStatus|subscriptionStatus|heartbeat");
    }

    @Override
    public boolean tell(JsonNode message, String symbol, long arrival, Tape tape) {
        int size = message.size();
        if (!message.isArray() || size < 4) {
            return false;
        }
        String channel = message.get(size - 2).asText();
        String pair = message.get(size - 1).asText();
        if (channel.startsWith("book")) {
            int dash = channel.indexOf('-');
            return book(message, pair, dash < 0 ? 10 : Integer.parseInt(channel.substring(dash + 1)), arrival, tape);
        }
        if (channel.equals("ticker")) {
            JsonNode quote = message.get(1);
            tape.quote(new When(pair, arrival, arrival), best(quote.path("b")), best(quote.path("a")));
            return true;
        }
        if (channel.equals("trade")) {
            message.get(1)
                    .forEach(trade -> tape.trade(
                            new When(pair, nanos(trade.path(2).asText()), arrival),
                            new Level(trade.path(0).asText(), trade.path(1).asText()),
                            trade.path(3).asText().equals("s") ? Aggressor.SELLER : Aggressor.BUYER,
                            -1));
            return true;
        }
        return false;
    }

    private static Level best(JsonNode side) {
        return new Level(side.path(0).asText(), side.path(2).asText());
    }

    private static boolean book(JsonNode message, String pair, int depth, long arrival, Tape tape) {
        JsonNode first = message.get(1);
        if (first.has("as")) {
            tape.snapshot(
                    new When(pair, arrival, arrival),
                    -1,
                    Dialect.levels(first.get("bs")),
                    Dialect.levels(first.get("as")));
            return true;
        }
        List<Level> bids = new ArrayList<>();
        List<Level> asks = new ArrayList<>();
        String checksum = "";
        long time = 0;
        for (JsonNode part : message) {
            if (part.isObject()) {
                bids.addAll(Dialect.levels(part.get("b")));
                asks.addAll(Dialect.levels(part.get("a")));
                checksum = part.path("c").asText(checksum);
                time = Math.max(time, Math.max(newest(part.path("a")), newest(part.path("b"))));
            }
        }
        tape.change(
                new When(pair, time == 0 ? arrival : time, arrival),
                new Change(bids, asks, -1, -1, -1, depth, checksum));
        return true;
    }

    private static long newest(JsonNode levels) {
        long newest = 0;
        for (JsonNode level : levels) {
            newest = Math.max(newest, nanos(level.path(2).asText()));
        }
        return newest;
    }

    private static long nanos(String seconds) {
        return seconds.isEmpty() ? 0 : new BigDecimal(seconds).movePointRight(9).longValue();
    }
}
