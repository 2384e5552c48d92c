package org.tickwright.market.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What vendors call their columns.
final class HeaderNames {
    static final List<String> TIME = List.of(
            "timestamp",
            "datetime",
            "dateandtime",
            "date",
            "time",
            "opentime",
            "starttime",
            "start",
            "bartime",
            "gmttime",
            "localtime",
            "utc",
            "timeutc",
            "dateutc",
            "datetimeutc",
            "timegmt",
            "unix",
            "unixtime",
            "unixtimestamp",
            "epoch",
            "ts",
            "t",
            "d",
            "tradedate",
            "tradingday",
            "day",
            "period",
            "timeperiod",
            "month",
            "datum",
            "fecha",
            "data",
            "endtime",
            "closetime",
            "end",
            "");
    /// Names of times at which a bar ends.
    static final Set<String> END = Set.of("endtime", "closetime", "end");
    static final List<String> CLOCK = List.of("time", "timeofday", "clock", "hour", "uhrzeit", "zeit", "hora");
    static final List<String> OPEN = List.of("open", "o", "openprice", "first", "priceopen", "eröffnung", "opening");
    static final List<String> HIGH = List.of("high", "h", "highprice", "max", "pricehigh", "hoch", "tageshoch");
    static final List<String> LOW = List.of("low", "l", "lowprice", "min", "pricelow", "tief", "tagestief");
    static final List<String> CLOSE = List.of(
            "close",
            "c",
            "closeprice",
            "closelast",
            "last",
            "lastprice",
            "priceclose",
            "schluss",
            "schlusskurs",
            "settle",
            "price");
    static final List<String> VOLUME = List.of(
            "volume",
            "v",
            "vol",
            "totalvolume",
            "basevolume",
            "quantity",
            "shares",
            "volumen",
            "tickvol",
            "tickvolume");
    static final Set<String> SYMBOL = Set.of("symbol", "ticker", "instrument", "asset", "pair", "isin", "sym", "code");
    static final Set<String> SINGLE = Set.of("value", "adjclose", "adjustedclose", "nav", "rate", "index", "level");
    static final Set<String> NO_PRICE =
            Set.of("return", "returns", "ret", "change", "changepct", "pct", "pctchange", "yield", "volume", "vol");
    static final Set<String> TRADE_SIZE = Set.of("amount", "size", "qty", "quantity", "side", "tradeid", "volume");

    private HeaderNames() {}

    /// Lower case letters and digits only: `<CLOSE>`, `Close/Last`, `1. open` become `close`, `closelast`, `open`.
    static String plain(String header) {
        StringBuilder kept = new StringBuilder();
        for (char c : header.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetter(c) || (Character.isDigit(c) && !kept.isEmpty())) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    /// The names in plain form.
    static List<String> plain(List<String> headers) {
        List<String> plain = new ArrayList<>();
        headers.forEach(header -> plain.add(plain(header)));
        return plain;
    }

    /// The position of the first of the known names that is there, or -1. Single letters count only where `o`, `h`, `l`
    /// and `c` all stand there: alone they may be ticker symbols.
    static int find(List<String> plain, List<String> known) {
        boolean letters = plain.containsAll(List.of("o", "h", "l", "c"));
        for (String name : known) {
            if (name.length() == 1 && !letters) {
                continue;
            }
            int position = plain.indexOf(name);
            if (position >= 0) {
                return position;
            }
        }
        return -1;
    }
}
