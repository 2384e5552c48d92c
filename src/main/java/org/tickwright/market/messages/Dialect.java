package org.tickwright.market.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// How a venue writes its messages.
interface Dialect {
    /// The venue's name.
    String venue();

    /// Whether a message is of this venue.
    boolean knows(JsonNode message);

    /// Tells what a message says; false where it says nothing of the market. `symbol` is what the line around it names,
    /// empty where it names none.
    boolean tell(JsonNode message, String symbol, long arrival, Tape tape);

    /// Levels of arrays of price and size; none where there is no list.
    static List<Level> levels(JsonNode list) {
        List<Level> levels = new ArrayList<>();
        if (list != null) {
            list.forEach(level ->
                    levels.add(new Level(level.path(0).asText(), level.path(1).asText())));
        }
        return levels;
    }
}
