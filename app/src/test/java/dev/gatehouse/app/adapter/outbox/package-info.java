/**
 * Tests of alerts in the outbox.
 */
@NullMarked
package dev.gatehouse.app.adapter.outbox;

import org.jspecify.annotations.NullMarked;
