package org.photoledger.store;

import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/** The schema and its versions; Flyway owns it, Spring Batch's tables included. */
final class Schema {

    private Schema() {}

    private static Flyway flyway(DataSource dataSource, String vendor) {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/" + vendor)
                .validateMigrationNaming(true)
                .load();
    }

    /** Whether an earlier release wrote it. */
    static boolean isOlder(DataSource dataSource, String vendor) {
        return readable(() -> {
            MigrationInfoService migrations = flyway(dataSource, vendor).info();
            requireNotNewer(migrations);
            return migrations.applied().length > 0 && migrations.pending().length > 0;
        });
    }

    static void migrate(DataSource dataSource, String vendor) {
        Flyway flyway = flyway(dataSource, vendor);
        readable(() -> {
            requireNotNewer(flyway.info());
            return flyway.migrate();
        });
    }

    /** Also the history of a database that is damaged fails so. */
    private static <T> T readable(Supplier<T> work) {
        try {
            return work.get();
        } catch (FlywayException e) {
            throw new DatabaseUnavailableException(
                    "The database's schema cannot be read or brought up to date: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                            + "; restore a backup, make the database anew with photoledger rebuild, or report this with the log.",
                    e);
        }
    }

    private static void requireNotNewer(MigrationInfoService migrations) {
        MigrationVersion newest = Stream.of(migrations.all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
        for (MigrationInfo migration : migrations.all()) {
            if (migration.getState().isApplied() && !migration.getState().isResolved()) {
                throw unknown(migration.getVersion(), newest);
            }
        }
    }

    private static RuntimeException unknown(@Nullable MigrationVersion version, MigrationVersion newest) {
        return version != null && version.isNewerThan(newest)
                ? new NewerSchemaException("The database has schema version " + version
                        + ", which a newer release wrote; use that release or a newer one. Nothing was changed.")
                : new DatabaseUnavailableException("The database names a schema version " + version
                        + ", which no release has: it is damaged; restore a backup, or make it anew with photoledger rebuild."
                        + " Nothing was changed.");
    }
}
