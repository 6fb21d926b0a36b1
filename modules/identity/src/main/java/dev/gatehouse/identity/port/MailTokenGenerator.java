package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.MailToken;

/** Makes what the links in mails prove. */
public interface MailTokenGenerator {

    /** A token that nobody can guess, whatever others they know. No round trip. */
    MailToken next();
}
