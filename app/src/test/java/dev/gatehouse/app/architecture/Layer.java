package dev.gatehouse.app.architecture;

import dev.gatehouse.identity.LogIn;
import dev.gatehouse.identity.decorator.UserCacheRepository;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.IUserRepository;

/** The packages inside a module, named after those of identity, and where what it does about events is. */
enum Layer {
    ROOT(LogIn.class),
    MODEL(User.class),
    PORT(IUserRepository.class),
    DECORATOR(UserCacheRepository.class),
    HANDLER(".handler");

    private final String suffix;

    Layer(Class<?> member) {
        this(member.getPackageName().substring(LogIn.class.getPackageName().length()));
    }

    Layer(String suffix) {
        this.suffix = suffix;
    }

    /** What its package's name adds to the module's; nothing for the root. */
    String suffix() {
        return suffix;
    }

    boolean mayKnow(Layer other) {
        return other == this
                || switch (this) {
                    case HANDLER -> other == ROOT || other == PORT || other == MODEL;
                    case ROOT, DECORATOR -> other == PORT || other == MODEL;
                    case PORT -> other == MODEL;
                    case MODEL -> false;
                };
    }
}
