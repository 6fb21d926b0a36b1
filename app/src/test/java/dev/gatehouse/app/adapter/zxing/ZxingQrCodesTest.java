package dev.gatehouse.app.adapter.zxing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.gatehouse.identity.port.QrCodes;
import dev.gatehouse.identity.port.QrCodesContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ZxingQrCodesTest implements QrCodesContract {

    private final ZxingQrCodes qrCodes = new ZxingQrCodes();

    @Override
    public QrCodes qrCodes() {
        return qrCodes;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "otpauth://totp/Acme%20Ltd:ada%2Bx%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Acme%20Ltd&algorithm=SHA1&digits=6&period=30"
            })
    void aCameraReadsWhatWasDrawn(String text) throws IOException, ReaderException {
        var picture = ImageIO.read(new ByteArrayInputStream(qrCodes.png(text)));
        int size = picture.getWidth();
        assertThat(picture.getHeight()).isEqualTo(size);
        var light = new RGBLuminanceSource(size, size, picture.getRGB(0, 0, size, size, null, 0, size));
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(light)))
                        .getText())
                .isEqualTo(text);
    }
}
