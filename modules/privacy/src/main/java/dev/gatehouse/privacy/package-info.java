/**
 * What is held of people, wherever it is: to be had by them, and to be erased.
 */
@NullMarked
package dev.gatehouse.privacy;

import org.jspecify.annotations.NullMarked;
