package dev.gatehouse.identity.model;

import java.util.List;

/** Where a one-time code goes. */
public sealed interface Destination {

    /** A mailbox. */
    record Mailbox(EmailAddress email) implements Destination {
        @Override
        public String toString() {
            return "Mailbox[…]";
        }
    }

    /** A telephone that takes SMS. */
    record Telephone(PhoneNumber number) implements Destination {
        @Override
        public String toString() {
            return "Telephone[…]";
        }
    }

    /** Where a user may be reached, be it verified or not. */
    static List<Destination> of(User user) {
        var mailbox = new Mailbox(user.email());
        PhoneNumber phone = user.phone();
        return phone == null ? List.of(mailbox) : List.of(mailbox, new Telephone(phone));
    }

    /** What it is named by where it must not be read. */
    default String hash(ContactHash contacts) {
        return switch (this) {
            case Mailbox(EmailAddress email) -> contacts.of(email);
            case Telephone(PhoneNumber number) -> contacts.of(number);
        };
    }

    /** Whether it is the user's own, be it verified or not. */
    default boolean belongsTo(User user) {
        return switch (this) {
            case Mailbox(EmailAddress email) -> email.equals(user.email());
            case Telephone(PhoneNumber number) -> number.equals(user.phone());
        };
    }

    /** Whether it is the user's own, and they have shown that it is. */
    default boolean isVerifiedBy(User user) {
        return belongsTo(user)
                && switch (this) {
                    case Mailbox _ -> user.emailVerified();
                    case Telephone _ -> user.phoneVerified();
                };
    }
}
