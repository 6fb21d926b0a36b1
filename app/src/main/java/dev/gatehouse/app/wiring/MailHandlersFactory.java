package dev.gatehouse.app.wiring;

import dev.gatehouse.identity.IssueEmailChange;
import dev.gatehouse.identity.IssueEmailVerification;
import dev.gatehouse.identity.IssueInvitation;
import dev.gatehouse.identity.IssuePasswordReset;
import dev.gatehouse.identity.ReadPreferences;
import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.ReadSession;
import dev.gatehouse.notification.handler.AccountMails;
import dev.gatehouse.notification.handler.EmailAddressMailHandler;
import dev.gatehouse.notification.handler.EmailChangeNoticeHandler;
import dev.gatehouse.notification.handler.ErasureMailHandler;
import dev.gatehouse.notification.handler.InvitationMailHandler;
import dev.gatehouse.notification.handler.NewDeviceHandler;
import dev.gatehouse.notification.handler.PasswordMailHandler;
import dev.gatehouse.notification.handler.SecondFactorMailHandler;
import dev.gatehouse.notification.handler.UserCreatedEventHandler;
import dev.gatehouse.notification.model.AccountLinks;
import dev.gatehouse.notification.port.IEmailProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Wires what mail does about events, where there is mail. */
@Factory
@Requires(beans = IEmailProvider.class)
final class MailHandlersFactory {

    /** Of the settings alone, whatever the Host of a request says. */
    @Singleton
    AccountLinks accountLinks(AccountSettings accounts, Settings settings) {
        return new AccountLinks(accounts.linksBase(settings.publicUrl()));
    }

    @Singleton
    AccountMails accountMails(ReadPreferences readPreferences, IEmailProvider emails) {
        return new AccountMails(readPreferences, emails);
    }

    @Singleton
    UserCreatedEventHandler userCreatedEventHandler(
            IssueEmailVerification issueEmailVerification, AccountLinks links, AccountMails mails) {
        return new UserCreatedEventHandler(issueEmailVerification, links, mails);
    }

    @Singleton
    InvitationMailHandler invitationMailHandler(
            IssueInvitation issueInvitation, AccountLinks links, AccountMails mails) {
        return new InvitationMailHandler(issueInvitation, links, mails);
    }

    @Singleton
    PasswordMailHandler passwordMailHandler(
            IssuePasswordReset issuePasswordReset, ReadProfile readProfile, AccountLinks links, AccountMails mails) {
        return new PasswordMailHandler(issuePasswordReset, readProfile, links, mails);
    }

    @Singleton
    EmailAddressMailHandler emailAddressMailHandler(
            IssueEmailVerification issueEmailVerification,
            IssueEmailChange issueEmailChange,
            AccountLinks links,
            AccountMails mails) {
        return new EmailAddressMailHandler(issueEmailVerification, issueEmailChange, links, mails);
    }

    @Singleton
    NewDeviceHandler newDeviceHandler(ReadProfile readProfile, ReadSession readSession, AccountMails mails) {
        return new NewDeviceHandler(readProfile, readSession, mails);
    }

    @Singleton
    ErasureMailHandler erasureMailHandler(ReadProfile readProfile, AccountMails mails) {
        return new ErasureMailHandler(readProfile, mails);
    }

    @Singleton
    SecondFactorMailHandler secondFactorMailHandler(ReadProfile readProfile, AccountMails mails) {
        return new SecondFactorMailHandler(readProfile, mails);
    }

    @Singleton
    EmailChangeNoticeHandler emailChangeNoticeHandler(ReadProfile readProfile, AccountMails mails) {
        return new EmailChangeNoticeHandler(readProfile, mails);
    }
}
