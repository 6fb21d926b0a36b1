package dev.gatehouse.identity.port;

final class CountedSecondFactorSecretsTest implements SecondFactorSecretsContract {

    private final CountedSecondFactorSecrets secrets = new CountedSecondFactorSecrets();

    @Override
    public SecondFactorSecrets secrets() {
        return secrets;
    }
}
