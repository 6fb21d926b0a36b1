/** Mail over Amazon SES. */
@NullMarked
package dev.gatehouse.app.adapter.ses;

import org.jspecify.annotations.NullMarked;
