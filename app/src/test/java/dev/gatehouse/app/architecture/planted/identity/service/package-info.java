/** In no place of identity. */
@NullMarked
package dev.gatehouse.app.architecture.planted.identity.service;

import org.jspecify.annotations.NullMarked;
