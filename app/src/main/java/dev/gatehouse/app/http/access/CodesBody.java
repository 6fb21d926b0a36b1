package dev.gatehouse.app.http.access;

import dev.gatehouse.identity.model.CodeState;
import dev.gatehouse.identity.model.Destination;

/**
 * What is left of the one-time codes of a mailbox or telephone.
 *
 * @param channel {@code email} or {@code sms}
 * @param nextIn when there may be another; 0 when there may be one now
 * @param triesLeft that may be wrong today
 */
record CodesBody(String channel, long nextIn, int triesLeft) {

    static CodesBody of(CodeState state) {
        String channel =
                switch (state.destination()) {
                    case Destination.Mailbox _ -> "email";
                    case Destination.Telephone _ -> "sms";
                };
        return new CodesBody(
                channel,
                UserAccessBody.seconds(state.allowance().nextIn()),
                state.allowance().triesLeft());
    }
}
