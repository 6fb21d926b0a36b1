package dev.gatehouse.app.adapter.redis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Raw DEFLATE (RFC 1951), fast rather than small. */
final class Compression {

    /** What inflates to more was made by nobody of us. */
    static final int MOST = 4 << 20;

    private Compression() {}

    static byte[] deflate(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length);
        var deflater = new Deflater(Deflater.BEST_SPEED, true);
        try (var to = new DeflaterOutputStream(bytes, deflater)) {
            to.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /** Empty for what is not deflated, is cut short, or is too long. */
    static Optional<byte[]> inflate(byte[] deflated) {
        var inflater = new Inflater(true);
        try (var from = new InflaterInputStream(new ByteArrayInputStream(deflated), inflater)) {
            byte[] plain = from.readNBytes(MOST + 1);
            return plain.length > MOST ? Optional.empty() : Optional.of(plain);
        } catch (IOException damaged) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
