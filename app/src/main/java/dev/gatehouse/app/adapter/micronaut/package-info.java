/**
 * What the framework knows of the request that a thread serves.
 */
@NullMarked
package dev.gatehouse.app.adapter.micronaut;

import org.jspecify.annotations.NullMarked;
