/**
 * What the audit log learns of requests, and what administrators see of it.
 */
@NullMarked
package dev.gatehouse.app.http.audit;

import org.jspecify.annotations.NullMarked;
