/**
 * The servers that Gatehouse needs, real ones from Maven artifacts, for {@code ./run} and the tests.
 *
 * <p>Never on the class path of the production jar.
 */
@NullMarked
package dev.gatehouse.devservices;

import org.jspecify.annotations.NullMarked;
