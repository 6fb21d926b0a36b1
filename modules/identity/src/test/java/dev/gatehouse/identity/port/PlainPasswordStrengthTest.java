package dev.gatehouse.identity.port;

final class PlainPasswordStrengthTest implements PasswordStrengthContract {

    private final PlainPasswordStrength strength = new PlainPasswordStrength();

    @Override
    public PasswordStrength strength() {
        return strength;
    }
}
