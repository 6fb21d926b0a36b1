/**
 * What the mail server has received, and the page of the API that shows it: the only part of devservices that runs inside
 * the application.
 */
@NullMarked
package dev.gatehouse.devservices.mailbox;

import org.jspecify.annotations.NullMarked;
