/** What is sent to whom: mail, SMS, and the languages they speak. */
@NullMarked
package dev.gatehouse.notification.model;

import org.jspecify.annotations.NullMarked;
