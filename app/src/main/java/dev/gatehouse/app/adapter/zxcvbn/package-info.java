/** How hard passwords are to guess, estimated by zxcvbn4j, and the commonest ones, as they come with it. */
@NullMarked
package dev.gatehouse.app.adapter.zxcvbn;

import org.jspecify.annotations.NullMarked;
