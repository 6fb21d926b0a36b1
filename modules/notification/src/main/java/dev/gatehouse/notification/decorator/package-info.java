/** Around the ports of notification: what the audit log learns of mail and messages. */
@NullMarked
package dev.gatehouse.notification.decorator;

import org.jspecify.annotations.NullMarked;
