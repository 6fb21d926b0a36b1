@NullMarked
package dev.gatehouse.identity.handler;

import org.jspecify.annotations.NullMarked;
