/**
 * Tests of policies written in YAML.
 */
@NullMarked
package dev.gatehouse.app.adapter.yaml;

import org.jspecify.annotations.NullMarked;
