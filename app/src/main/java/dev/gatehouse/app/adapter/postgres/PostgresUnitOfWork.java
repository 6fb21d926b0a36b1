package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.transaction.TransactionCallback;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.exceptions.TransactionException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A unit of work that is a transaction, READ COMMITTED, on one connection of the pool. */
public final class PostgresUnitOfWork implements UnitOfWork {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresUnitOfWork.class);

    /** The work, and what it threw: a rollback that fails as well, on a broken connection, must not hide it. */
    private static final class Attempt<T> implements TransactionCallback<Connection, T> {

        private final Supplier<T> work;
        private @Nullable RuntimeException failure;

        Attempt(Supplier<T> work) {
            this.work = work;
        }

        @Override
        public T call(TransactionStatus<Connection> transaction) throws SQLException {
            try {
                T result = work.get();
                demandWhole(transaction.getConnection());
                return result;
            } catch (RuntimeException thrown) {
                failure = thrown;
                throw thrown;
            }
        }

        /** A transaction in which a statement failed rolls back when it is told to commit, and the driver says nothing. */
        private static void demandWhole(Connection connection) throws SQLException {
            if (connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
                throw new IllegalStateException("a statement failed in this unit of work, and the work hid it");
            }
        }
    }

    private final TransactionOperations<Connection> transactions;
    private final ScopedValue<List<Runnable>> afterCommit = ScopedValue.newInstance();

    public PostgresUnitOfWork(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    @Override
    public <T> T run(Supplier<T> work) {
        if (afterCommit.isBound()) {
            return work.get();
        }
        var actions = new ArrayList<Runnable>();
        T result = ScopedValue.where(afterCommit, actions).call(() -> transact(work));
        // Outside of the scope and with the connection given back: an action may run units of its own.
        actions.forEach(PostgresUnitOfWork::runSafely);
        return result;
    }

    @Override
    public void afterCommit(Runnable action) {
        if (afterCommit.isBound()) {
            afterCommit.get().add(action);
        } else {
            runSafely(action);
        }
    }

    @Override
    public boolean isOpen() {
        return afterCommit.isBound();
    }

    private <T> T transact(Supplier<T> work) {
        var attempt = new Attempt<>(work);
        try {
            return transactions.executeWrite(attempt);
        } catch (TransactionException | ConnectionException | CannotGetJdbcConnectionException failure) {
            throw attempt.failure != null ? attempt.failure : Outage.translate(failure, UnitOfWorkUnavailable::new);
        }
    }

    private static void runSafely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            LOG.warn("an action after the commit failed", failure);
        }
    }
}
