/** Events to Amazon EventBridge. */
@NullMarked
package dev.gatehouse.app.adapter.eventbridge;

import org.jspecify.annotations.NullMarked;
