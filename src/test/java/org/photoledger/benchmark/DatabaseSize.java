package org.photoledger.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** How large the H2 file of a home is, and how large it would be without what is kept of every tag and of every line of text. */
final class DatabaseSize {

    private static final String NAME = "photoledger.mv.db";
    private static final List<String> NOT_COUNTED = List.of("metadata_value", "region_crop");

    private DatabaseSize() {}

    static long of(Path home) throws IOException {
        return Files.size(home.resolve(NAME));
    }

    /** Of a copy that is written anew without these tables and their indexes. */
    static long counted(Path home) throws IOException, SQLException {
        Path folder = Files.createTempDirectory(home.toAbsolutePath().getParent(), "counted");
        Files.copy(home.resolve(NAME), folder.resolve(NAME));
        String url = "jdbc:h2:file:" + folder.resolve("photoledger");
        try (Connection database = DriverManager.getConnection(url, "sa", "");
                Statement statement = database.createStatement()) {
            for (String table : NOT_COUNTED) {
                statement.execute("drop table " + table + " cascade");
            }
            statement.execute("shutdown compact");
        }
        return of(folder);
    }
}
