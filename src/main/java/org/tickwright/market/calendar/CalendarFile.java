package org.tickwright.market.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tickwright.market.calendar.DayRule.Hours;
import org.tickwright.market.calendar.DayRule.Kind;
import org.tickwright.market.calendar.DayRule.Years;

/// Reads the text of a calendar: a line for its title, zone, known years and weekdays, one for the ordinary hours since
/// a day, and one for each rule. What stands behind `#` is a remark.
///
/// ```
/// title New York Stock Exchange
/// zone America/New_York
/// known 1985-2027
/// days mon-fri
/// session 09:30-16:00 from 1985-09-30
/// closed 12-25 sat>fri sun>mon : Christmas Day
/// closed 3rd mon 01 1998- : Martin Luther King Jr. Day
/// closed easter-2 : Good Friday
/// closed 2012-10-29..2012-10-30 : Hurricane Sandy
/// early 13:00 07-03 on mon,tue,thu 1993- not 2002 : The day before Independence Day
/// special 18:15-19:15 2022-10-24 : Diwali session
/// like XNYS
/// ```
///
/// An opening with `<` before it is of the evening before. `like` takes over what another calendar says, to be added
/// to.
final class CalendarFile {
    private static final Pattern RANGE = Pattern.compile("(\\d{4})?-(\\d{4})?");
    private static final Pattern EASTER = Pattern.compile("easter([+-]\\d{1,3})?");
    private static final Pattern NTH = Pattern.compile("([1-5])(?:st|nd|rd|th)|last");
    private static final Pattern MOVE = Pattern.compile("(\\w{3})>(\\w{3})");

    private final Function<String, ExchangeCalendar> others;
    private String title = "";
    private ZoneId zone = ZoneId.of("UTC");
    private ExchangeCalendar.Known known = new ExchangeCalendar.Known(1970, 2100);
    private Set<DayOfWeek> weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private final List<ExchangeCalendar.Ordinary> sessions = new ArrayList<>();
    private final List<DayRule> rules = new ArrayList<>();

    private CalendarFile(Function<String, ExchangeCalendar> others) {
        this.others = others;
    }

    /// The calendar that lines describe; what is wrong in one is an [IllegalArgumentException] that names it. `others`
    /// finds those that it is like.
    static ExchangeCalendar read(String id, List<String> lines, Function<String, ExchangeCalendar> others) {
        CalendarFile file = new CalendarFile(others);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            try {
                if (!line.isEmpty()) {
                    file.take(line);
                }
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "Calendar " + id + ", line " + (i + 1) + " (" + line + "): " + e.getMessage(), e);
            }
        }
        if (file.sessions.isEmpty() || file.title.isEmpty()) {
            throw new IllegalArgumentException("Calendar " + id + " needs a line title and a line session");
        }
        return new ExchangeCalendar(new ExchangeCalendar.Definition(
                id,
                file.title,
                file.zone,
                file.known,
                Collections.unmodifiableSet(file.weekdays),
                List.copyOf(file.sessions),
                List.copyOf(file.rules)));
    }

    private void take(String line) {
        int space = line.indexOf(' ');
        String word = space < 0 ? line : line.substring(0, space);
        String rest = space < 0 ? "" : line.substring(space).strip();
        switch (word) {
            case "title" -> title = rest;
            case "zone" -> zone = ZoneId.of(rest);
            case "known" -> known = known(rest);
            case "days" -> weekdays = days(rest);
            case "session" -> sessions.add(session(rest));
            case "closed", "early", "special" -> rules.addAll(rules(Kind.valueOf(word.toUpperCase(Locale.ROOT)), rest));
            case "like" -> like(others.apply(rest).definition());
            default ->
                throw new IllegalArgumentException(
                        "begins with none of title, zone, known, days, session, closed, early, special, like");
        }
    }

    private void like(ExchangeCalendar.Definition other) {
        zone = other.zone();
        known = other.known();
        weekdays = EnumSet.copyOf(other.weekdays());
        sessions.addAll(other.sessions());
        rules.addAll(other.rules());
    }

    private static ExchangeCalendar.Known known(String text) {
        Years years = years(text);
        if (years.from() == Integer.MIN_VALUE || years.to() == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("needs a first and a last year, like 1990-2027");
        }
        return new ExchangeCalendar.Known(years.from(), years.to());
    }

    private static ExchangeCalendar.Ordinary session(String text) {
        String[] parts = text.split(" from ", -1);
        LocalDate from = parts.length > 1 ? LocalDate.parse(parts[1].strip()) : LocalDate.MIN;
        return new ExchangeCalendar.Ordinary(from, hours(parts[0].strip()));
    }

    private static Hours hours(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException("hours are written 09:30-16:00, were " + text);
        }
        boolean eve = text.startsWith("<");
        return new Hours(time(text.substring(eve ? 1 : 0, dash)), eve, time(text.substring(dash + 1)));
    }

    private static LocalTime time(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    private static List<DayRule> rules(Kind kind, String text) {
        int colon = text.indexOf(" : ");
        if (colon < 0) {
            throw new IllegalArgumentException("says why behind ' : '");
        }
        Words words = new Words(text.substring(0, colon));
        String name = text.substring(colon + 3).strip();
        Hours hours = switch (kind) {
            case CLOSED -> null;
            case EARLY -> new Hours(LocalTime.MIDNIGHT, false, time(words.next()));
            case SPECIAL -> hours(words.next());
        };
        List<DayRule.Date> dates = dates(words);
        Map<DayOfWeek, DayOfWeek> moves = new EnumMap<>(DayOfWeek.class);
        Set<DayOfWeek> only = EnumSet.noneOf(DayOfWeek.class);
        Set<Integer> not = new TreeSet<>();
        Years years = Years.ALL;
        while (words.more()) {
            String word = words.next();
            Matcher move = MOVE.matcher(word);
            if (move.matches()) {
                moves.put(day(move.group(1)), day(move.group(2)));
            } else if (word.equals("on")) {
                only.addAll(days(words.next()));
            } else if (word.equals("not")) {
                Arrays.stream(words.next().split(",", -1)).map(Integer::valueOf).forEach(not::add);
            } else {
                years = years(word);
            }
        }
        Years counted = new Years(years.from(), years.to(), Set.copyOf(not));
        return dates.stream()
                .map(date -> new DayRule(kind, date, Map.copyOf(moves), Set.copyOf(only), counted, hours, name))
                .toList();
    }

    /// The words of a line, one after the other.
    private static final class Words {
        private final String[] words;
        private int at;

        Words(String text) {
            words = text.strip().split("\\s+", -1);
        }

        boolean more() {
            return at < words.length;
        }

        String next() {
            if (!more()) {
                throw new IllegalArgumentException("ends too early");
            }
            return words[at++];
        }

        /// The next one if it is a signed number, else 0.
        int offset() {
            return more() && words[at].matches("[+-]\\d{1,3}") ? Integer.parseInt(next()) : 0;
        }
    }

    private static List<DayRule.Date> dates(Words words) {
        String word = words.next();
        Matcher easter = EASTER.matcher(word);
        if (easter.matches()) {
            return List.of(new DayRule.Easter(easter.group(1) == null ? 0 : Integer.parseInt(easter.group(1))));
        }
        Matcher nth = NTH.matcher(word);
        if (nth.matches()) {
            int count = nth.group(1) == null ? -1 : Integer.parseInt(nth.group(1));
            DayOfWeek weekday = day(words.next());
            Month month = Month.of(Integer.parseInt(words.next()));
            return List.of(new DayRule.Nth(count, weekday, month, words.offset()));
        }
        if (word.length() == 5) {
            return List.of(new DayRule.Fixed(MonthDay.parse("--" + word)));
        }
        return Arrays.stream(word.split(",", -1)).flatMap(CalendarFile::once).toList();
    }

    /// A day, or those from one to another.
    private static Stream<DayRule.Date> once(String text) {
        String[] ends = text.split("\\.\\.", -1);
        LocalDate first = LocalDate.parse(ends[0]);
        LocalDate last = ends.length > 1 ? LocalDate.parse(ends[1]) : first;
        return first.datesUntil(last.plusDays(1)).map(DayRule.Once::new);
    }

    private static Years years(String text) {
        if (text.matches("\\d{4}")) {
            int year = Integer.parseInt(text);
            return new Years(year, year, Set.of());
        }
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            throw new IllegalArgumentException(text + " is neither a year nor a range of years like 1998-");
        }
        return new Years(
                range.group(1) == null ? Integer.MIN_VALUE : Integer.parseInt(range.group(1)),
                range.group(2) == null ? Integer.MAX_VALUE : Integer.parseInt(range.group(2)),
                Set.of());
    }

    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", -1);
            DayOfWeek first = day(ends[0]);
            days.addAll(EnumSet.range(first, ends.length > 1 ? day(ends[1]) : first));
        }
        return days;
    }

    private static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).equalsIgnoreCase(text)) {
                return day;
            }
        }
        throw new IllegalArgumentException(text + " is no day of the week (mon, tue …)");
    }
}
