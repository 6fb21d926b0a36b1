import dev.gatehouse.app.adapter.imageio.ImageioAvatarImages;
import dev.gatehouse.media.decorator.BoundedAvatarImages;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.port.AvatarImages.Rendering;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Renders photographs of 24 megapixels into avatars, four at once, and says what it took. */
class Avatars {

    static final int AT_ONCE = 4;
    static final int ROUNDS = 5;

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("draw")) {
            draw(Path.of(arguments[1]));
        } else {
            measure(arguments[1], Files.readAllBytes(Path.of(arguments[1])));
        }
    }

    static void measure(String name, byte[] image) throws Exception {
        var type = name.endsWith(".png") ? ImageType.PNG : ImageType.JPEG;
        var images = new BoundedAvatarImages(new ImageioAvatarImages(), AT_ONCE, Duration.ofMinutes(10));
        var most = new LongAccumulator(Math::max, 0);
        System.gc();
        long begin = System.nanoTime();
        var looking = Thread.ofPlatform().daemon().start(() -> look(most));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rendered = Stream.generate(() -> threads.submit(() -> images.render(() -> Optional.of(image.clone()), type)))
                    .limit(AT_ONCE * ROUNDS)
                    .toList();
            for (var one : rendered) {
                if (!(one.get() instanceof Rendering.Rendered)) {
                    throw new IllegalStateException("refused: " + one.get());
                }
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        looking.interrupt();
        System.out.printf(
                "| %s, %.1f MB | %.2f | %d MB | %s |%n",
                Path.of(name).getFileName(), image.length / 1e6, AT_ONCE * ROUNDS / seconds, most.get() >> 20, resident());
    }

    /** Garbage included, every other millisecond. */
    static void look(LongAccumulator most) {
        while (!Thread.currentThread().isInterrupted()) {
            most.accumulate(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            LockSupport.parkNanos(2_000_000);
        }
    }

    static String resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                .findFirst()
                .orElse("?");
    }

    /** Soft shapes under noise, about as hard to compress as what a camera sees. */
    static void draw(Path directory) throws IOException {
        var picture = new BufferedImage(6000, 4000, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (int y = 0; y < 4000; y++) {
            for (int x = 0; x < 6000; x++) {
                int light = (int) (110 + 60 * Math.sin(x / 170.0) + 50 * Math.cos(y / 230.0)) + random.nextInt(18);
                picture.setRGB(x, y, light << 16 | (light * 3 / 4) << 8 | light / 2);
            }
        }
        for (boolean progressive : new boolean[] {false, true}) {
            Files.write(directory.resolve(progressive ? "progressive.jpg" : "baseline.jpg"), jpeg(picture, progressive));
        }
    }

    static byte[] jpeg(BufferedImage picture, boolean progressive) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(0.92f);
            parameters.setProgressiveMode(
                    progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        }
        return bytes.toByteArray();
    }
}
