package dev.gatehouse.app.http.filter;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The time one connection has left for the rest of a request. Sits before the HTTP decoder, its {@link #end} behind. */
final class RequestDeadline extends ChannelInboundHandlerAdapter {

    private final Duration patience;
    private volatile @Nullable ChannelHandlerContext context;
    private boolean complete;
    private @Nullable ScheduledFuture<?> timer;

    RequestDeadline(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        this.context = context;
        start(context, patience);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        complete = false;
        context.fireChannelRead(bytes);
        // Most requests come whole, and never need a timer.
        if (complete) {
            stop();
        } else {
            start(context, patience);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stop();
    }

    /** Notices the last part of a request. */
    ChannelInboundHandlerAdapter end() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object part) {
                complete |= part instanceof LastHttpContent;
                context.fireChannelRead(part);
            }
        };
    }

    /** Begins anew with another time, for this request; from any thread. */
    void extend(Duration time) {
        ChannelHandlerContext here = context;
        if (here != null) {
            here.executor().execute(() -> {
                if (timer != null) {
                    stop();
                    start(here, time);
                }
            });
        }
    }

    private void start(ChannelHandlerContext context, Duration time) {
        if (timer == null) {
            timer = context.executor()
                    .schedule(
                            () -> {
                                var _ = context.close();
                            },
                            time.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    private void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
