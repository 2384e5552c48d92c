package org.tickwright.market.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tickwright.market.TradeTicks.Aggressor;

/// Coinbase: snapshots and changes of its books, tickers, matches. The side of a match is that of who was there first.
/// The last match before the subscription is no event of the recording.
final class CoinbaseMessages implements Dialect {
    @Override
    public String venue() {
        return "Coinbase";
    }

    @Override
    public boolean knows(JsonNode message) {
        return message.has("product_id") || message.path("type").asText().matches("subscribe|subscriptions");
    }

    @Override
    public boolean tell(JsonNode message, String symbol, long arrival, Tape tape) {
        long time =
                message.has("time") ? nanos(Instant.parse(message.get("time").asText())) : arrival;
        When when = new When(message.path("product_id").asText(), time, arrival);
        switch (message.path("type").asText()) {
            case "snapshot" ->
                tape.snapshot(when, -1, Dialect.levels(message.get("bids")), Dialect.levels(message.get("asks")));
            case "l2update" -> tape.change(when, change(message.path("changes")));
            case "ticker" ->
                tape.quote(
                        when,
                        new Level(
                                message.path("best_bid").asText(),
                                message.path("best_bid_size").asText()),
                        new Level(
                                message.path("best_ask").asText(),
                                message.path("best_ask_size").asText()));
            case "match" ->
                tape.trade(
                        when,
                        new Level(
                                message.path("price").asText(),
                                message.path("size").asText()),
                        message.path("side").asText().equals("buy") ? Aggressor.SELLER : Aggressor.BUYER,
                        message.path("trade_id").asLong(-1));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Change change(JsonNode changes) {
        List<Level> bids = new ArrayList<>();
        List<Level> asks = new ArrayList<>();
        for (JsonNode change : changes) {
            Level level = new Level(change.path(1).asText(), change.path(2).asText());
            (change.path(0).asText().equals("buy") ? bids : asks).add(level);
        }
        return new Change(bids, asks);
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}
