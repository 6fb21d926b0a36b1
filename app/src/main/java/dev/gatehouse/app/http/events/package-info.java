/**
 * What administrators see and do of events that went wrong.
 */
@NullMarked
package dev.gatehouse.app.http.events;

import org.jspecify.annotations.NullMarked;
