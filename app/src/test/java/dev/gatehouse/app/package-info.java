/**
 * Tests of the edge: adapters against real servers, journeys over HTTP, and the rules of the house.
 */
@NullMarked
package dev.gatehouse.app;

import org.jspecify.annotations.NullMarked;
