/** QR codes, by ZXing. */
@NullMarked
package dev.gatehouse.app.adapter.zxing;

import org.jspecify.annotations.NullMarked;
