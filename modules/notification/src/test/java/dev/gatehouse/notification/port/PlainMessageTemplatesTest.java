package dev.gatehouse.notification.port;

final class PlainMessageTemplatesTest implements MessageTemplatesContract {

    @Override
    public MessageTemplates templates() {
        return new PlainMessageTemplates();
    }
}
