package dev.gatehouse.app.adapter.zxing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import dev.gatehouse.identity.port.QrCodes;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** QR codes by ZXing, six pixels a module. */
public final class ZxingQrCodes implements QrCodes {

    private static final int SCALE = 6;

    /** The quiet zone is four modules wide (ISO/IEC 18004, section 9.1). */
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);

    @Override
    public byte[] png(String text) {
        if (text.isEmpty()
                || text.length() > MOST_CHARACTERS
                || !StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("a text of 1 to " + MOST_CHARACTERS + " characters of ASCII");
        }
        try {
            return png(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS));
        } catch (WriterException impossible) {
            throw new IllegalStateException("so short a text fits", impossible);
        }
    }

    private static byte[] png(BitMatrix modules) {
        int size = modules.getWidth() * SCALE;
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                Color color = modules.get(x / SCALE, y / SCALE) ? Color.BLACK : Color.WHITE;
                picture.setRGB(x, y, color.getRGB());
            }
        }
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", stream);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
