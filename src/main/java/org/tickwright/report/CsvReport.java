package org.tickwright.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunTimes;
import org.tickwright.engine.Trade;

/// Writes trades and equity as CSV by RFC 4180: numbers that read back to the same double, empty where undefined.
///
/// Text that a spreadsheet would take for a formula gets an apostrophe in front.
final class CsvReport {
    private static final String TRADE_HEAD = "trade,side,entry_signal_time,entry_time,entry_index,entry_price,qty,"
            + "entry_commission,exit_signal_time,exit_time,exit_index,exit_price,exit_commission,exit_reason,"
            + "gross_pnl,net_pnl,return_pct,bars_held,slippage_cost,cash_after,entry_reason,exit_reason_text";

    private final Writer out;
    private boolean first = true;

    private CsvReport(OutputStream out) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    static void trades(RunResult run, OutputStream stream) throws IOException {
        CsvReport csv = new CsvReport(stream);
        RunTimes times = new RunTimes(run.series().timeframe(), run.zone());
        csv.line(run.holdings().isEmpty() ? TRADE_HEAD : TRADE_HEAD + ",instrument");
        for (Trade trade : run.trades()) {
            csv.trade(trade, times);
        }
        csv.out.flush();
    }

    /// Time, equity, position, drawdown and the benchmark's equity, a row per bar.
    static void equity(TearSheet sheet, OutputStream stream) throws IOException {
        RunResult run = sheet.run();
        RunCurves curves = RunCurves.of(run, sheet.bars());
        double[] benchmark = curves.benchmark();
        RunTimes times = new RunTimes(run.series().timeframe(), run.zone());
        CsvReport csv = new CsvReport(stream);
        csv.line("time,equity,position,drawdown,buy_hold");
        for (int i = 0; i < run.time().length; i++) {
            csv.text(times.instant(run.time()[i]));
            csv.number(run.equity()[i]);
            csv.number(run.position()[i]);
            csv.number(curves.drawdown()[i]);
            csv.number(benchmark == null ? Double.NaN : benchmark[i]);
            csv.end();
        }
        csv.out.flush();
    }

    private void trade(Trade trade, RunTimes times) throws IOException {
        whole(trade.trade());
        text(trade.side().name().toLowerCase(Locale.ROOT));
        time(trade.entrySignalTime(), times);
        time(trade.entryTime(), times);
        whole(trade.entryIndex());
        number(trade.entryPrice());
        number(trade.qty());
        number(trade.entryCommission());
        time(trade.exitSignalTime(), times);
        time(trade.exitTime(), times);
        whole(trade.exitIndex());
        number(trade.exitPrice());
        number(trade.exitCommission());
        text(trade.exitReason().name());
        number(trade.grossPnl());
        number(trade.netPnl());
        number(trade.returnPct());
        whole(trade.barsHeld());
        number(trade.slippageCost());
        number(trade.cashAfter());
        text(trade.entryReasonText());
        text(trade.exitReasonText());
        if (trade.instrument() != null) {
            text(trade.instrument());
        }
        end();
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write("\r\n");
    }

    private void end() throws IOException {
        out.write("\r\n");
        first = true;
    }

    private void field(String text) throws IOException {
        if (!first) {
            out.write(',');
        }
        first = false;
        out.write(text);
    }

    private void whole(long value) throws IOException {
        field(Long.toString(value));
    }

    private void number(double value) throws IOException {
        field(Double.isFinite(value) ? Double.toString(value) : "");
    }

    private void time(@Nullable Long nanos, RunTimes times) throws IOException {
        field(nanos == null ? "" : times.instant(nanos));
    }

    private void text(String text) throws IOException {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        field(quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe);
    }
}
