/** SMS over Amazon SNS. */
@NullMarked
package dev.gatehouse.app.adapter.sns;

import org.jspecify.annotations.NullMarked;
