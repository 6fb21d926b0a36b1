@NullMarked
package dev.gatehouse.app.adapter.bouncycastle;

import org.jspecify.annotations.NullMarked;
