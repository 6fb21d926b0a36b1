/** Objects in a bucket of Amazon S3, or of a server that speaks like it. */
@NullMarked
package dev.gatehouse.app.adapter.s3;

import org.jspecify.annotations.NullMarked;
