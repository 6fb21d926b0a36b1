/** Stolen passwords, as Have I Been Pwned has them, without telling it which one is asked for. */
@NullMarked
package dev.gatehouse.app.adapter.hibp;

import org.jspecify.annotations.NullMarked;
