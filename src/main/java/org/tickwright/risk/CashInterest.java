package org.tickwright.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.tickwright.portfolio.Account;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;

/// What an account pays for cash that it does not have, charged before bars open, for the time since the opening
/// before: calendar days for daily and longer bars, else with fractions.
public final class CashInterest {
    private static final double NANOS_PER_DAY = 86_400e9;
    private static final long NANOS = 1_000_000_000L;
    private static final double DAYS_PER_YEAR = 365;

    private final double yearly;
    private final Ledger ledger;
    private final boolean intraday;
    private final ZoneId zone;
    private long before;

    /// Interest from a time on, nanoseconds UTC; days are those of a zone.
    public CashInterest(double yearly, Ledger ledger, boolean intraday, ZoneId zone, long from) {
        this.yearly = yearly;
        this.ledger = ledger;
        this.intraday = intraday;
        this.zone = zone;
        before = from;
    }

    /// Bars open.
    public void opens(long time) {
        if (time > before) {
            if (ledger.cash() < 0) {
                double owed = -Scales.moneyOf(ledger.cash());
                ledger.pay(Account.INTEREST, Scales.moneyUnits(owed * yearly * (days(time) / DAYS_PER_YEAR)));
            }
            before = time;
        }
    }

    private double days(long time) {
        return intraday ? (time - before) / NANOS_PER_DAY : day(time) - day(before);
    }

    private long day(long time) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(time, NANOS)), zone)
                .toEpochDay();
    }
}
