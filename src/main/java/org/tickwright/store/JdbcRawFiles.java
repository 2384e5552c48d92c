package org.tickwright.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import org.tickwright.market.RawFiles;
import org.tickwright.market.StoreException;

/// Files as they came, deflated in parts of half a megabyte. What is written out is checked against the hash.
final class JdbcRawFiles implements RawFiles {
    private static final int PART = 1 << 19;

    private final Database database;

    JdbcRawFiles(Database database) {
        this.database = database;
    }

    @Override
    public String keep(Path file) throws IOException, StoreException {
        String hash = hash(file);
        try {
            return database.write("keep " + file.getFileName() + " as it came", connection -> {
                if (!there(connection, hash)) {
                    try (InputStream in = Files.newInputStream(file)) {
                        insert(connection, hash, file, in);
                    } catch (IOException e) {
                        throw new Unreadable(e);
                    }
                }
                return hash;
            });
        } catch (Unreadable e) {
            throw e.cause;
        }
    }

    /// Carries a failure to read the file through the transaction, which it undoes.
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final IOException cause;

        Unreadable(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    private static boolean there(Connection connection, String hash) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from raw_file where hash = ?")) {
            select.setString(1, hash);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void insert(Connection connection, String hash, Path file, InputStream in)
            throws IOException, SQLException {
        String name = String.valueOf(file.getFileName());
        try (PreparedStatement head = connection.prepareStatement(
                        "insert into raw_file (hash, name, bytes, created) values (?, ?, ?, current_timestamp)");
                PreparedStatement part = connection.prepareStatement(
                        "insert into raw_part (hash, sequence, payload) values (?, ?, ?)")) {
            head.setString(1, hash);
            head.setString(2, name.substring(0, Math.min(name.length(), 1000)));
            head.setLong(3, Files.size(file));
            head.executeUpdate();
            byte[] piece = new byte[PART];
            int sequence = 0;
            for (int count = in.readNBytes(piece, 0, PART); count > 0; count = in.readNBytes(piece, 0, PART)) {
                part.setString(1, hash);
                part.setInt(2, sequence++);
                part.setBytes(3, ColumnWriter.deflate(piece, count));
                part.executeUpdate();
            }
        }
    }

    @Override
    public boolean write(String hash, OutputStream out) throws IOException, StoreException {
        MessageDigest digest = sha256();
        for (int sequence = 0; ; sequence++) {
            byte[] part = part(hash, sequence);
            if (part.length == 0) {
                if (sequence > 0 && !HexFormat.of().formatHex(digest.digest()).equals(hash)) {
                    throw damaged(hash);
                }
                return sequence > 0;
            }
            digest.update(part);
            out.write(part);
        }
    }

    /// A part of a file; nothing behind the last.
    private byte[] part(String hash, int sequence) throws StoreException {
        return database.read("read the raw file " + hash, connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select payload from raw_part where hash = ? and sequence = ?")) {
                select.setString(1, hash);
                select.setInt(2, sequence);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? ColumnReader.inflate(row.getBytes(1)) : new byte[0];
                }
            } catch (DataFormatException e) {
                throw damaged(hash);
            }
        });
    }

    private static StoreException damaged(String hash) {
        return new StoreException(
                "The raw file " + hash + " in the store is damaged. Import the original file again.", false);
    }

    /// SHA-256 over the bytes of a file.
    static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] piece = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                digest.update(piece, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime carries SHA-256", e);
        }
    }
}
