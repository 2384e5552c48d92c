package org.tickwright.market.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.tickwright.market.TradeTicks.Aggressor;

/// Binance, spot and futures: snapshots of its depth, changes, best prices, trades and summed trades.
final class BinanceMessages implements Dialect {
    private static final long MILLIS = 1_000_000L;
    /// A snapshot does not name its instrument; it is the one that the changes before it name.
    private String last = "";

    @Override
    public String venue() {
        return "Binance";
    }

    @Override
    public boolean knows(JsonNode message) {
        return message.has("lastUpdateId") || message.has("stream") || (message.has("e") && message.has("s"));
    }

    @Override
    public boolean tell(JsonNode message, String symbol, long arrival, Tape tape) {
        JsonNode data = message.has("data") ? message.get("data") : message;
        String named = data.path("s").asText(symbol);
        String of = (named.isEmpty() ? last : named).toUpperCase(Locale.ROOT);
        last = named.isEmpty() ? last : named;
        long time = data.has("T") || data.has("E")
                ? data.path(data.has("T") ? "T" : "E").asLong() * MILLIS
                : arrival;
        When when = new When(of, time, arrival);
        if (data.has("lastUpdateId")) {
            if (of.isEmpty()) {
                return false;
            }
            tape.snapshot(
                    when,
                    data.get("lastUpdateId").asLong(),
                    Dialect.levels(data.get("bids")),
                    Dialect.levels(data.get("asks")));
            return true;
        }
        String stream = message.path("stream").asText();
        return switch (data.path("e").asText(stream.contains("bookTicker") ? "bookTicker" : "")) {
            case "depthUpdate" -> change(when, data, tape);
            case "bookTicker" -> {
                tape.quote(when, level(data, "b", "B"), level(data, "a", "A"));
                yield true;
            }
            case "trade" -> trade(when, data, data.path("t").asLong(-1), tape);
            case "aggTrade" -> trade(when, data, -1, tape);
            default -> false;
        };
    }

    private static boolean change(When when, JsonNode data, Tape tape) {
        tape.change(
                when,
                new Change(
                        Dialect.levels(data.get("b")),
                        Dialect.levels(data.get("a")),
                        data.path("U").asLong(-1),
                        data.path("u").asLong(-1),
                        data.path("pu").asLong(-1),
                        0,
                        ""));
        return true;
    }

    private static Level level(JsonNode data, String price, String size) {
        return new Level(data.path(price).asText(), data.path(size).asText());
    }

    /// What the insurance fund takes over is no trade of the market and has no price.
    private static boolean trade(When when, JsonNode data, long number, Tape tape) {
        if (data.path("X").asText("MARKET").equals("NA")) {
            return false;
        }
        Aggressor who = data.path("m").asBoolean() ? Aggressor.SELLER : Aggressor.BUYER;
        tape.trade(when, level(data, "p", "q"), who, number);
        return true;
    }
}
