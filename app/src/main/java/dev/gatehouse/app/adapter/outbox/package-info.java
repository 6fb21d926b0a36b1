/**
 * The outbox, for what is to become an event without being part of anybody's change.
 */
@NullMarked
package dev.gatehouse.app.adapter.outbox;

import org.jspecify.annotations.NullMarked;
