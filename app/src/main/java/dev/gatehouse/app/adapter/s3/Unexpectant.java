package dev.gatehouse.app.adapter.s3;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends the few bytes of a request without asking first whether they are welcome.
 *
 * <p>Beside the round trip it costs, the question is where the client of the JDK meets a connection that the server has
 * closed meanwhile, and what it throws then the SDK does not try again.
 */
final class Unexpectant implements ExecutionInterceptor {

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return context.httpRequest().toBuilder().removeHeader("Expect").build();
    }
}
