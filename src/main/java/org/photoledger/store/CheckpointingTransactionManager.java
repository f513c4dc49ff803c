package org.photoledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** H2 syncs its file to disk only when told: without this a power loss takes back commits of the last half minute. */
final class CheckpointingTransactionManager extends JdbcTransactionManager {

    private final DataSource dataSource;

    CheckpointingTransactionManager(DataSource dataSource) {
        super(dataSource);
        this.dataSource = dataSource;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        super.doCommit(status);
        if (!status.isReadOnly()) {
            checkpoint();
        }
    }

    private void checkpoint() {
        Object holder = TransactionSynchronizationManager.getResource(dataSource);
        if (!(holder instanceof ConnectionHolder bound)) {
            return;
        }
        Connection connection = bound.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        } catch (SQLException e) {
            throw new TransactionSystemException("the commit could not be synced to disk", e);
        }
    }
}
