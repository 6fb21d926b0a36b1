package dev.gatehouse.app.wiring;

import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.ConfirmEmail;
import dev.gatehouse.identity.IssueEmailChange;
import dev.gatehouse.identity.IssueEmailVerification;
import dev.gatehouse.identity.MailRequests;
import dev.gatehouse.identity.Reauthentication;
import dev.gatehouse.identity.RequestEmailChange;
import dev.gatehouse.identity.RequestEmailVerification;
import dev.gatehouse.identity.VerificationMails;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.MailTokenGenerator;
import dev.gatehouse.identity.port.MailingStore;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the part of identity that is about the addresses of accounts. */
@Factory
final class EmailsFactory {

    @Singleton
    VerificationMails verificationMails(
            MailingStore mailings, MailRequests requests, EventLog events, IdGenerator ids, Clock clock) {
        return new VerificationMails(mailings, requests, events, ids, clock);
    }

    @Singleton
    RequestEmailVerification requestEmailVerification(IUserRepository users, VerificationMails mails) {
        return new RequestEmailVerification(users, mails);
    }

    @Singleton
    IssueEmailVerification issueEmailVerification(
            IUserRepository users, MailingStore mailings, MailTokenGenerator tokens, UnitOfWork work, Clock clock) {
        return new IssueEmailVerification(users, mailings, tokens, work, clock);
    }

    @Singleton
    RequestEmailChange requestEmailChange(
            Reauthentication reauthentication,
            MailingStore mailings,
            MailRequests requests,
            EventLog events,
            AuditLog audit,
            IdGenerator ids,
            Clock clock) {
        return new RequestEmailChange(reauthentication, mailings, requests, events, audit, ids, clock);
    }

    @Singleton
    IssueEmailChange issueEmailChange(
            IUserRepository users, MailingStore mailings, MailTokenGenerator tokens, UnitOfWork work, Clock clock) {
        return new IssueEmailChange(users, mailings, tokens, work, clock);
    }

    @Singleton
    ConfirmEmail confirmEmail(
            IUserRepository users,
            MailingStore mailings,
            EventLog events,
            AuditLog audit,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        return new ConfirmEmail(users, mailings, events, audit, work, ids, clock);
    }
}
