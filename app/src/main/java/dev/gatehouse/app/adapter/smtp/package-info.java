/** Mail, and SMS through a mail gateway, over SMTP. */
@NullMarked
package dev.gatehouse.app.adapter.smtp;

import org.jspecify.annotations.NullMarked;
