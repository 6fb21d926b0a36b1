@NullMarked
package dev.gatehouse.app.adapter.postgres;

import org.jspecify.annotations.NullMarked;
