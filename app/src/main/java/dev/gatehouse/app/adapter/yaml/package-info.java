/**
 * YAML, in which operators write policies of limits.
 */
@NullMarked
package dev.gatehouse.app.adapter.yaml;

import org.jspecify.annotations.NullMarked;
