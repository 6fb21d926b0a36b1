@NullMarked
package dev.gatehouse.app.command;

import org.jspecify.annotations.NullMarked;
