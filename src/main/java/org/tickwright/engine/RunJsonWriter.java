package org.tickwright.engine;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tickwright.execution.AmbiguousBar;
import org.tickwright.market.Finding;
import org.tickwright.market.audit.RunFindings;
import org.tickwright.strategy.StrategyWarmUp;

/// Writes one run, streaming. See [RunJson] for what the document promises.
final class RunJsonWriter {
    private final RunResult run;
    private final RunTimes times;
    private final JsonGenerator json;
    private final @Nullable RunFindings audit;

    RunJsonWriter(RunResult run, @Nullable RunFindings audit, OutputStream out) throws IOException {
        this.run = run;
        this.audit = audit;
        times = new RunTimes(run.series().timeframe(), run.zone());
        json = RunJson.FACTORY.createGenerator(out, JsonEncoding.UTF8);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    void write() throws IOException {
        json.writeStartObject();
        json.writeStringField("format", RunJson.FORMAT);
        json.writeNumberField("version", RunJson.VERSION);
        json.writeStringField("engineVersion", run.engineVersion());
        series();
        inputs();
        json.writeObjectFieldStart("strategy");
        json.writeStringField("name", run.strategyName());
        json.writeEndObject();
        json.writeStringField("strategyHash", run.strategyHash());
        json.writeStringField("dataHash", run.dataHash());
        settings(run.settings());
        summary(run.summary());
        costs(run.summary().costs());
        if (run.settings().realistic()) {
            ambiguity(run.ambiguity());
        }
        Band band = run.band();
        if (band != null) {
            BandJson.write(json, band);
        }
        if (run.warmUp() != null) {
            warmUp(run.warmUp());
        }
        json.writeArrayFieldStart("trades");
        for (Trade trade : run.trades()) {
            line();
            trade(trade);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("orders");
        for (OrderRecord order : run.orders()) {
            line();
            order(order);
        }
        json.writeEndArray();
        equity();
        holdings();
        if (audit != null && !audit.isEmpty()) {
            audit(audit);
        }
        json.writeEndObject();
        line();
        json.close();
    }

    private void audit(RunFindings found) throws IOException {
        json.writeObjectFieldStart("audit");
        json.writeStringField("calendar", found.calendar());
        json.writeArrayFieldStart("accepted");
        for (String code : new TreeSet<>(found.accepted())) {
            json.writeString(code);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("findingCounts");
        for (Map.Entry<String, Integer> count : new TreeMap<>(found.counts()).entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("findings");
        for (Finding finding : found.findings()) {
            line();
            json.writeStartObject();
            json.writeStringField("code", finding.code());
            json.writeStringField("severity", finding.severity().name());
            json.writeStringField("message", finding.message());
            if (finding.timed()) {
                json.writeStringField("from", times.instant(finding.from()));
                json.writeStringField("to", times.instant(finding.to()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void line() throws IOException {
        json.writeRaw('\n');
    }

    private void series() throws IOException {
        json.writeObjectFieldStart("series");
        json.writeStringField("symbol", run.series().symbol());
        json.writeStringField("timeframe", run.series().timeframe().toString());
        json.writeStringField("zone", run.zone().getId());
        json.writeBooleanField("simulated", run.simulated());
        json.writeNumberField("firstIndex", run.firstIndex());
        json.writeEndObject();
    }

    private void inputs() throws IOException {
        if (run.inputs().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("inputs");
        for (RunSeries input : run.inputs()) {
            json.writeStartObject();
            json.writeStringField("symbol", input.key().symbol());
            json.writeStringField("timeframe", input.key().timeframe().toString());
            json.writeBooleanField("simulated", input.simulated());
            json.writeStringField("hash", input.hash());
            string("sessionClose", input.sessionClose());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void settings(RunSettings settings) throws IOException {
        json.writeObjectFieldStart("settings");
        number("capital", settings.capital());
        number("commissionBps", settings.commissionBps());
        number("slippageBps", settings.slippageBps());
        string("size", settings.size() == null ? null : settings.size().toString());
        json.writeBooleanField("wholeUnits", settings.wholeUnits());
        json.writeStringField("direction", settings.direction().name().toLowerCase(Locale.ROOT));
        number("stopLoss", settings.stopLoss());
        number("takeProfit", settings.takeProfit());
        json.writeStringField("fills", settings.fills());
        json.writeNumberField("periodsPerYear", settings.periodsPerYear());
        time("from", settings.from());
        time("to", settings.to());
        json.writeObjectFieldStart("parameters");
        for (Map.Entry<String, Double> parameter : settings.parameters().entrySet()) {
            number(parameter.getKey(), parameter.getValue());
        }
        json.writeEndObject();
        if (!settings.costs().isNone()) {
            json.writeFieldName("costs");
            CostJson.write(settings.costs(), json);
        }
        if (settings.realistic()) {
            terms(settings.fillTerms());
        }
        json.writeEndObject();
    }

    private void terms(FillTerms terms) throws IOException {
        json.writeObjectFieldStart("fillTerms");
        number("participation", terms.participation());
        string("intrabar", terms.intrabar());
        json.writeStringField("resolution", terms.resolution().toString());
        json.writeNumberField("seed", terms.seed());
        json.writeBooleanField("band", terms.band());
        json.writeEndObject();
    }

    private void warmUp(StrategyWarmUp warmUp) throws IOException {
        json.writeObjectFieldStart("warmUp");
        json.writeNumberField("definedFrom", warmUp.definedFrom());
        Integer stable = warmUp.stableFrom();
        if (stable == null) {
            json.writeNullField("stableFrom");
        } else {
            json.writeNumberField("stableFrom", stable);
        }
        json.writeStringField("note", warmUp.note());
        json.writeEndObject();
    }

    private void ambiguity(Ambiguity ambiguity) throws IOException {
        json.writeObjectFieldStart("ambiguity");
        json.writeNumberField("count", ambiguity.count());
        json.writeBooleanField("volumeKnown", ambiguity.volumeKnown());
        json.writeNumberField("toldBars", ambiguity.toldBars());
        json.writeNumberField("untoldBars", ambiguity.untoldBars());
        json.writeArrayFieldStart("bars");
        for (AmbiguousBar bar : ambiguity.bars()) {
            line();
            json.writeStartObject();
            json.writeNumberField("index", bar.index());
            time("time", bar.time());
            json.writeStringField("what", bar.what());
            json.writeStringField("resolved", bar.resolved());
            if (bar.instrument() != null) {
                json.writeStringField("instrument", bar.instrument());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void summary(Summary summary) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("bars", summary.bars());
        json.writeNumberField("trades", summary.trades());
        json.writeNumberField("longs", summary.longs());
        json.writeNumberField("shorts", summary.shorts());
        number("finalEquity", summary.finalEquity());
        number("totalReturn", summary.totalReturn());
        number("cagr", summary.cagr());
        number("sharpe", summary.sharpe());
        number("annualVol", summary.annualVol());
        number("maxDrawdown", summary.maxDrawdown());
        json.writeNumberField("winTrades", summary.winTrades());
        number("winRate", summary.winRate());
        number("grossProfit", summary.grossProfit());
        number("grossLoss", summary.grossLoss());
        number("profitFactor", summary.profitFactor());
        number("avgWin", summary.avgWin());
        number("avgLoss", summary.avgLoss());
        number("expectancy", summary.expectancy());
        number("sqn", summary.sqn());
        number("largestWin", summary.largestWin());
        number("largestLoss", summary.largestLoss());
        number("avgBarsHeld", summary.avgBarsHeld());
        number("exposure", summary.exposure());
        number("totalCommission", summary.totalCommission());
        number("totalSlippage", summary.totalSlippage());
        number("buyHoldReturn", summary.buyHoldReturn());
        json.writeObjectFieldStart("exitReasons");
        for (Map.Entry<String, Integer> reason : summary.exitReasons().entrySet()) {
            json.writeNumberField(reason.getKey(), reason.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void costs(CostSummary costs) throws IOException {
        json.writeObjectFieldStart("costs");
        number("commission", costs.commission());
        number("spread", costs.spread());
        number("slippage", costs.slippage());
        number("impact", costs.impact());
        number("borrow", costs.borrow());
        number("funding", costs.funding());
        number("dividends", costs.dividends());
        number("interest", costs.interest());
        number("conversion", costs.conversion());
        number("turnover", costs.turnover());
        number("breakEvenBps", costs.breakEvenBps());
        json.writeNumberField("marginCalls", costs.marginCalls());
        json.writeEndObject();
    }

    private void trade(Trade trade) throws IOException {
        json.writeStartObject();
        json.writeNumberField("trade", trade.trade());
        json.writeStringField("side", trade.side().name());
        date("entrySignalDate", trade.entrySignalTime());
        date("entryDate", trade.entryTime());
        json.writeNumberField("entryIndex", trade.entryIndex());
        number("entryPrice", trade.entryPrice());
        number("qty", trade.qty());
        number("entryCommission", trade.entryCommission());
        date("exitSignalDate", trade.exitSignalTime());
        date("exitDate", trade.exitTime());
        json.writeNumberField("exitIndex", trade.exitIndex());
        number("exitPrice", trade.exitPrice());
        number("exitCommission", trade.exitCommission());
        json.writeStringField("exitReason", trade.exitReason().name());
        number("grossPnl", trade.grossPnl());
        number("netPnl", trade.netPnl());
        number("returnPct", trade.returnPct());
        json.writeNumberField("barsHeld", trade.barsHeld());
        number("slippageCost", trade.slippageCost());
        number("cashAfter", trade.cashAfter());
        if (trade.instrument() != null) {
            json.writeStringField("instrument", trade.instrument());
        }
        if (trade.carry() != 0) {
            number("carry", trade.carry());
        }
        time("entrySignalTime", trade.entrySignalTime());
        time("entryTime", trade.entryTime());
        time("exitSignalTime", trade.exitSignalTime());
        time("exitTime", trade.exitTime());
        json.writeStringField("entryReasonText", trade.entryReasonText());
        json.writeStringField("exitReasonText", trade.exitReasonText());
        json.writeEndObject();
    }

    private void order(OrderRecord order) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", order.id());
        json.writeStringField("action", order.action());
        json.writeStringField("type", order.type());
        time("createdTime", order.createdTime());
        json.writeNumberField("createdIndex", order.createdIndex());
        json.writeStringField("status", order.status());
        time("fillTime", order.fillTime());
        if (order.fillIndex() == null) {
            json.writeNullField("fillIndex");
        } else {
            json.writeNumberField("fillIndex", order.fillIndex());
        }
        number("fillPrice", order.fillPrice());
        number("quantity", order.quantity());
        number("level", order.level());
        json.writeStringField("reason", order.reason());
        if (order.instrument() != null) {
            json.writeStringField("instrument", order.instrument());
        }
        json.writeEndObject();
    }

    private void holdings() throws IOException {
        if (run.holdings().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("positions");
        for (Holdings held : run.holdings()) {
            line();
            json.writeStartObject();
            json.writeStringField("symbol", held.symbol());
            json.writeArrayFieldStart("units");
            for (double units : held.units()) {
                json.writeNumber(units);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void equity() throws IOException {
        json.writeArrayFieldStart("equity");
        for (int i = 0; i < run.time().length; i++) {
            line();
            json.writeStartObject();
            json.writeStringField("time", times.instant(run.time()[i]));
            number("equity", run.equity()[i]);
            number("position", run.position()[i]);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void number(String name, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            number(name, value.doubleValue());
        }
    }

    private void number(String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }

    private void string(String name, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }

    private void time(String name, @Nullable Long nanos) throws IOException {
        string(name, nanos == null ? null : times.instant(nanos));
    }

    private void date(String name, @Nullable Long nanos) throws IOException {
        string(name, nanos == null ? null : times.date(nanos));
    }
}
