package dev.gatehouse.identity.port;

final class CountedMailTokensTest implements MailTokenGeneratorContract {

    private final CountedMailTokens tokens = new CountedMailTokens();

    @Override
    public MailTokenGenerator tokens() {
        return tokens;
    }
}
