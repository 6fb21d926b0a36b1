/** Ids, made with java-uuid-generator. */
@NullMarked
package dev.gatehouse.app.adapter.uuid;

import org.jspecify.annotations.NullMarked;
