package dev.gatehouse.app.http.media;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.app.http.problem.InvalidInput;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.media.UploadAvatar;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.model.UploadPolicy;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;

/** The one file of a form (RFC 7578), kept on disk until it is closed: however many arrive at once, memory has none. */
final class UploadedFile implements AutoCloseable {

    static final String FIELD = "file";

    private static final String POINTER = "/" + FIELD;
    private static final int CHUNK = 16 * 1024;

    private final HttpPostMultipartRequestDecoder decoder;
    private final FileUpload file;

    private UploadedFile(HttpPostMultipartRequestDecoder decoder, FileUpload file) {
        this.decoder = decoder;
        this.file = file;
    }

    /**
     * Waits until all of it has arrived.
     *
     * @param most bytes that the file may have
     * @throws HttpStatusException when it has more, or the body is no form, or ends early
     * @throws InvalidInput when the form is something else than one file in the field {@value #FIELD}
     */
    static UploadedFile receive(String contentType, InputStream body, long most) {
        var files = new DefaultHttpDataFactory(true);
        files.setMaxLimit(most);
        files.setDeleteOnExit(false);
        var decoder = decoder(files, contentType);
        try {
            receive(decoder, body);
            return new UploadedFile(decoder, only(decoder));
        } catch (RuntimeException failure) {
            decoder.destroy();
            throw failure;
        }
    }

    private static HttpPostMultipartRequestDecoder decoder(DefaultHttpDataFactory files, String contentType) {
        HttpRequest form = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        form.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        if (!HttpPostRequestDecoder.isMultipart(form)) {
            throw new HttpStatusException(HttpStatus.BAD_REQUEST, "a form without a boundary");
        }
        var decoder = new HttpPostMultipartRequestDecoder(files, form, StandardCharsets.UTF_8, 1, CHUNK);
        decoder.setDiscardThreshold(0);
        return decoder;
    }

    private static void receive(HttpPostMultipartRequestDecoder decoder, InputStream body) {
        var chunk = new byte[CHUNK];
        // Closed, or what was not read would keep the answer waiting.
        try (body) {
            for (int length = body.read(chunk); length >= 0; length = body.read(chunk)) {
                decoder.offer(new DefaultHttpContent(Unpooled.wrappedBuffer(Arrays.copyOf(chunk, length))));
            }
            decoder.offer(LastHttpContent.EMPTY_LAST_CONTENT);
        } catch (HttpPostRequestDecoder.TooManyFormFieldsException second) {
            throw notOneFile();
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException failure) {
            throw failure.getCause() instanceof IOException
                    ? tooLarge()
                    : new HttpStatusException(HttpStatus.BAD_REQUEST, "not a form");
        } catch (HttpPostRequestDecoder.TooLongFormFieldException failure) {
            throw new HttpStatusException(HttpStatus.BAD_REQUEST, "not a form");
        } catch (IOException cut) {
            throw cut.getCause() instanceof ContentLengthExceededException
                    ? tooLarge()
                    : new HttpStatusException(HttpStatus.BAD_REQUEST, "the body ended early");
        }
    }

    private static HttpStatusException tooLarge() {
        return new HttpStatusException(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "the file is too large");
    }

    private static FileUpload only(HttpPostMultipartRequestDecoder decoder) {
        var parts = decoder.getBodyHttpDatas(FIELD);
        if (parts == null
                || parts.size() != 1
                || !(parts.getFirst() instanceof FileUpload file)
                || !file.isCompleted()) {
            throw notOneFile();
        }
        return file;
    }

    private static InvalidInput notOneFile() {
        return Input.invalid(POINTER, "not-one-file", "The form has one field, " + FIELD + ", and a file in it.");
    }

    UploadAvatar.Command command(Caller caller, UploadPolicy policy) {
        var input = new Input();
        var type = input.made(POINTER, () -> ImageType.of(String.valueOf(file.getContentType())));
        var length = input.made(POINTER, () -> policy.length(file.length()));
        input.check();
        return new UploadAvatar.Command(caller.user(), type.get(), length.get(), this::read);
    }

    private Optional<byte[]> read() {
        try {
            return Optional.of(Files.readAllBytes(file.getFile().toPath()));
        } catch (IOException lost) {
            throw new UncheckedIOException("a file that was received cannot be read", lost);
        }
    }

    @Override
    public void close() {
        decoder.destroy();
    }
}
