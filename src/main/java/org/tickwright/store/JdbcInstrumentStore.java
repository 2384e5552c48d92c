package org.tickwright.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickwright.market.Instrument;
import org.tickwright.market.InstrumentStore;
import org.tickwright.market.StoreException;

/// Instruments, a row each.
final class JdbcInstrumentStore implements InstrumentStore {
    private static final String COLUMNS = "symbol, name, kind, calendar, currency, tick, lot, multiplier";

    private final Database database;

    JdbcInstrumentStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Instrument> list() throws StoreException {
        return database.read("list the instruments", connection -> {
            List<Instrument> all = new ArrayList<>();
            try (PreparedStatement select =
                            connection.prepareStatement("select " + COLUMNS + " from instrument order by symbol");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.add(instrument(rows));
                }
            }
            return all;
        });
    }

    @Override
    public Optional<Instrument> find(String symbol) throws StoreException {
        return database.read("find the instrument " + symbol, connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select " + COLUMNS + " from instrument where symbol = ?")) {
                select.setString(1, symbol);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(instrument(rows)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public void save(Instrument instrument) throws StoreException {
        database.write("save the instrument " + instrument.symbol(), connection -> {
            try (PreparedStatement merge = connection.prepareStatement(
                    "merge into instrument (" + COLUMNS + ") key (symbol) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
                merge.setString(1, instrument.symbol());
                merge.setString(2, instrument.name());
                merge.setString(3, instrument.kind().name());
                merge.setString(4, instrument.calendar());
                merge.setString(5, instrument.currency());
                merge.setDouble(6, instrument.tick());
                merge.setDouble(7, instrument.lot());
                merge.setDouble(8, instrument.multiplier());
                return merge.executeUpdate();
            }
        });
    }

    @Override
    public boolean delete(String symbol) throws StoreException {
        return database.write("delete the instrument " + symbol, connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from instrument where symbol = ?")) {
                delete.setString(1, symbol);
                return delete.executeUpdate() > 0;
            }
        });
    }

    private static Instrument instrument(ResultSet row) throws SQLException {
        return new Instrument(
                row.getString(1),
                row.getString(2),
                Instrument.Kind.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getDouble(6),
                row.getDouble(7),
                row.getDouble(8));
    }
}
