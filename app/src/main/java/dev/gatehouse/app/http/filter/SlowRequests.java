package dev.gatehouse.app.http.filter;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Closes connections on which a request takes longer to arrive than {@code micronaut.server.read-idle-timeout}, from
 * the opening of the connection or the first byte to the last, unless somebody who knows the caller allows it more.
 *
 * <p>The framework's own timeouts do not: one that counts silence begins anew at every byte, and where only reading is
 * idle nothing is closed at all.
 */
@Singleton
public final class SlowRequests implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final Duration patience;

    SlowRequests(@Value("${micronaut.server.read-idle-timeout}") Duration patience) {
        this.patience = patience;
    }

    /** Gives the rest of a request's body so much time from now on, and the next request on its connection none of it. */
    public void allow(HttpRequest<?> request, Duration time) {
        if (request instanceof NettyHttpRequest<?> netty) {
            var deadline = netty.getChannelHandlerContext().pipeline().get(RequestDeadline.class);
            if (deadline != null) {
                deadline.extend(time);
            }
        }
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new NettyServerCustomizer() {
            @Override
            public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
                return role == ChannelRole.LISTENER ? this : new OnConnection(channel);
            }
        });
        return event.getBean();
    }

    private final class OnConnection implements NettyServerCustomizer {

        private final Channel channel;

        private OnConnection(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void onStreamPipelineBuilt() {
            var deadline = new RequestDeadline(patience);
            channel.pipeline()
                    .addBefore(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "request-deadline", deadline)
                    .addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "request-end", deadline.end());
        }
    }
}
