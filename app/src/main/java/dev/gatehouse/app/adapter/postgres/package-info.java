/**
 * The truth in PostgreSQL: users, credentials, sessions, signing keys, the outbox, and the transactions they change in.
 *
 * <p>SQL stands in the adapter that runs it, each port call one statement. Vendor exceptions end here.
 */
@NullMarked
package dev.gatehouse.app.adapter.postgres;

import org.jspecify.annotations.NullMarked;
