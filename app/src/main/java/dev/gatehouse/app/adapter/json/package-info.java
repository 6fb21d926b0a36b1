/** Events as JSON, with Jackson. */
@NullMarked
package dev.gatehouse.app.adapter.json;

import org.jspecify.annotations.NullMarked;
