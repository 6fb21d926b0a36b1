/** Access tokens as JWT (RFC 7519, RFC 9068), signed and checked with Nimbus. */
@NullMarked
package dev.gatehouse.app.adapter.jwt;

import org.jspecify.annotations.NullMarked;
