/**
 * What clients read of the settings, and operators write.
 */
@NullMarked
package dev.gatehouse.app.http.settings;

import org.jspecify.annotations.NullMarked;
