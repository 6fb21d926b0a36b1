/** Events as webhooks, signed as Standard Webhooks 1.0.0 has it. */
@NullMarked
package dev.gatehouse.app.adapter.webhook;

import org.jspecify.annotations.NullMarked;
