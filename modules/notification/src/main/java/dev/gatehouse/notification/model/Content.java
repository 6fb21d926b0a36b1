package dev.gatehouse.notification.model;

/**
 * The words of a mail.
 *
 * @param subject one line of plain text
 * @param text all that the mail says, for those who read no HTML
 * @param html the same as a whole HTML page
 */
public record Content(String subject, String text, String html) {

    public Content {
        if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a subject is one line of text");
        }
    }

    @Override
    public String toString() {
        return "Content[…]";
    }
}
