@NullMarked
package dev.gatehouse.app.adapter.random;

import org.jspecify.annotations.NullMarked;
