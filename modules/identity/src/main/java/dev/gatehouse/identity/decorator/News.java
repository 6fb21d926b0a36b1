package dev.gatehouse.identity.decorator;

import dev.gatehouse.identity.port.SessionProjectionUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a projection is told of, and hears from {@link dev.gatehouse.identity.SpreadSessionEnds} later if it is down. */
final class News {

    private static final Logger LOG = LoggerFactory.getLogger(News.class);

    private News() {}

    static void tell(Runnable news) {
        try {
            news.run();
        } catch (SessionProjectionUnavailable down) {
            LOG.debug("the session projection did not hear the news; it will be told again");
        }
    }
}
