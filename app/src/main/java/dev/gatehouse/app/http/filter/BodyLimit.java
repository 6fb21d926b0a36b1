package dev.gatehouse.app.http.filter;

import io.micronaut.http.body.stream.BodySizeLimits;
import io.micronaut.http.server.netty.handler.PipeliningServerHandler;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How large a body may be, on one connection. The framework refuses a larger one as soon as it knows; what still comes
 * of it is read past here, and the connection is closed when all of it has come and is answered (RFC 9112, section
 * 9.6). So the answer reaches those, too, who read it only after they have sent everything.
 *
 * <p>The framework alone stops to read such a body where its length was announced, or its first piece was too large.
 * How long a body may take is not judged here. Sits right before the framework's handler.
 */
final class BodyLimit extends ChannelDuplexHandler {

    private final ToLongFunction<HttpRequest> limits;

    private long left;
    private int unanswered;
    private boolean refused;
    private boolean complete;
    private @Nullable ChannelPromise closing;

    BodyLimit(ToLongFunction<HttpRequest> limits) {
        this.limits = limits;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object part) {
        if (refused) {
            complete |= part instanceof LastHttpContent;
            ReferenceCountUtil.release(part);
            closeIfDone(context);
            return;
        }
        if (part instanceof HttpRequest request) {
            begin(context, request);
        }
        if (part instanceof HttpContent content) {
            left -= content.content().readableBytes();
            // Of one that is answered already, the framework reads the rest.
            refused = left < 0 && unanswered > 0 && !(part instanceof LastHttpContent);
        }
        context.fireChannelRead(part);
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        unanswered++;
        left = limits.applyAsLong(request);
        context.pipeline().get(PipeliningServerHandler.class).setBodySizeLimits(new BodySizeLimits(left, left));
        refused = request.decoderResult().isSuccess() && HttpUtil.getContentLength(request, 0L) > left;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.fireChannelReadComplete();
        if (refused && !complete) {
            context.read();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object part, ChannelPromise promise) {
        if (part instanceof HttpResponse response && refused && unanswered == 1 && !isInterim(response)) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        boolean answered =
                part instanceof LastHttpContent && !(part instanceof HttpResponse response && isInterim(response));
        var _ = context.write(part, promise);
        if (answered) {
            unanswered--;
            closeIfDone(context);
        }
    }

    private static boolean isInterim(HttpResponse response) {
        return response.status().equals(HttpResponseStatus.CONTINUE);
    }

    /** While more is to come of a refused body, closing waits for it: a reset would overtake the answer. */
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (refused && !complete && context.channel().isActive()) {
            closing = promise;
        } else {
            var _ = context.close(promise);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (closing != null) {
            var _ = context.close(closing);
        }
        context.fireChannelInactive();
    }

    private void closeIfDone(ChannelHandlerContext context) {
        if (refused && complete && unanswered == 0) {
            ChannelPromise end = closing == null ? context.newPromise() : closing;
            var _ = context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> {
                var _ = context.close(end);
            });
        }
    }
}
