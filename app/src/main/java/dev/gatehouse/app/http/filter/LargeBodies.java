package dev.gatehouse.app.http.filter;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.convert.format.ReadableBytes;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import jakarta.inject.Singleton;

/**
 * Lets a form with files ({@code multipart/form-data}), and a page of users to import, be larger than
 * {@code micronaut.server.max-request-size}, where every other body ends. Whoever reads such a form bounds what it takes
 * of it.
 *
 * <p>The framework has one limit for all. Its other one, for what is read as a whole, does not tell a body that is too
 * large from one whose reader comes late, because the caller has to be known first.
 */
@Singleton
final class LargeBodies implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    /** 10 MiB of files, and 64 KiB of what stands around them. */
    private static final long FORM = (10 * 1024 + 64) * 1024;

    /** 1 MiB: a thousand users, each with all that a row may say. */
    private static final long IMPORT = 1024 * 1024;

    private static final String IMPORT_PATH = "/api/admin/users/import";

    private final long others;

    LargeBodies(@Value("${micronaut.server.max-request-size}") @ReadableBytes long others) {
        this.others = others;
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

    private long limit(HttpRequest request) {
        if (HttpPostRequestDecoder.isMultipart(request)) {
            return FORM;
        }
        return request.uri().equals(IMPORT_PATH) && request.method().equals(HttpMethod.POST) ? IMPORT : others;
    }

    private final class OnConnection implements NettyServerCustomizer {

        private final Channel channel;

        private OnConnection(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void onStreamPipelineBuilt() {
            channel.pipeline()
                    .addBefore(
                            ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND,
                            "body-limit",
                            new BodyLimit(LargeBodies.this::limit));
        }
    }
}
