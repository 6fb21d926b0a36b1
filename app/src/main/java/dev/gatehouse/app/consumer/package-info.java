/**
 * Messages from other systems, turned into calls of use cases.
 */
@NullMarked
package dev.gatehouse.app.consumer;

import org.jspecify.annotations.NullMarked;
