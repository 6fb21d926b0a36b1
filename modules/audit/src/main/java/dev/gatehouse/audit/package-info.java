/**
 * Audit: who did, or was refused, what to whom, and from where. A fact of a change is written in the change's unit of
 * work; a fact of a refusal, which changes nothing, a moment later.
 */
@NullMarked
package dev.gatehouse.audit;

import org.jspecify.annotations.NullMarked;
