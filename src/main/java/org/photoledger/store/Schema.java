package org.photoledger.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

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
        MigrationInfoService migrations = flyway(dataSource, vendor).info();
        requireNotNewer(migrations);
        return migrations.applied().length > 0 && migrations.pending().length > 0;
    }

    static void migrate(DataSource dataSource, String vendor) {
        Flyway flyway = flyway(dataSource, vendor);
        try {
            requireNotNewer(flyway.info());
            flyway.migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnavailableException(
                    "The database's schema cannot be brought up to date: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                            + "; restore a backup, make the database anew with photoledger rebuild, or report this with the log.",
                    e);
        }
    }

    private static void requireNotNewer(MigrationInfoService migrations) {
        for (MigrationInfo migration : migrations.all()) {
            if (migration.getState().isApplied() && !migration.getState().isResolved()) {
                throw new NewerSchemaException("The database has schema version " + migration.getVersion()
                        + ", which a newer release wrote; use that release or a newer one. Nothing was changed.");
            }
        }
    }
}
