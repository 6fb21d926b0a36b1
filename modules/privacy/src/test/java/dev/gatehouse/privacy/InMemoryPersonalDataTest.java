package dev.gatehouse.privacy;

import java.util.UUID;

final class InMemoryPersonalDataTest implements PersonalDataContract {

    private final InMemoryPersonalData data = new InMemoryPersonalData("secrets");

    @Override
    public PersonalData data() {
        return data;
    }

    @Override
    public UUID somebody() {
        UUID person = UUID.randomUUID();
        data.hold(person);
        return person;
    }

    @Override
    public void down(boolean isDown) {
        data.down(isDown);
    }
}
