package org.tickwright.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The `band` of a run document: both ends with their equity at each close, and how they were found.
final class BandJson {
    private BandJson() {}

    static void write(JsonGenerator json, Band band) throws IOException {
        json.writeObjectFieldStart("band");
        json.writeNumberField("width", band.width());
        json.writeNumberField("runs", band.runs());
        json.writeBooleanField("complete", band.complete());
        json.writeNumberField("randoms", band.randoms());
        if (band.randoms() > 0) {
            json.writeNumberField("lowestRandom", band.lowestRandom());
            json.writeNumberField("highestRandom", band.highestRandom());
        }
        end(json, "lowest", band.lowest());
        end(json, "highest", band.highest());
        json.writeEndObject();
    }

    private static void end(JsonGenerator json, String name, Band.End end) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("totalReturn", end.totalReturn());
        json.writeNumberField("finalEquity", end.finalEquity());
        json.writeNumberField("maxDrawdown", end.maxDrawdown());
        json.writeNumberField("trades", end.trades());
        json.writeFieldName("equity");
        json.writeArray(end.equity(), 0, end.equity().length);
        json.writeEndObject();
    }

    static @Nullable Band read(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        return new Band(
                end(node.path("lowest")),
                end(node.path("highest")),
                node.path("runs").asInt(),
                node.path("complete").asBoolean(),
                node.path("randoms").asInt(),
                node.path("lowestRandom").asDouble(Double.NaN),
                node.path("highestRandom").asDouble(Double.NaN));
    }

    private static Band.End end(JsonNode node) {
        JsonNode list = node.path("equity");
        double[] equity = new double[list.size()];
        for (int i = 0; i < equity.length; i++) {
            equity[i] = list.get(i).asDouble();
        }
        return new Band.End(
                node.path("totalReturn").asDouble(),
                node.path("finalEquity").asDouble(),
                node.path("maxDrawdown").asDouble(),
                node.path("trades").asInt(),
                equity);
    }
}
