package dev.gatehouse.app.architecture.planted.app.http.identity;

import java.sql.SQLException;
import java.util.concurrent.Callable;

/** Breaks rule 8: what a library throws stays in its adapter. */
public final class CatchesAVendorsException {

    /** Names the exception where it is caught and nowhere else. */
    public int status(Callable<Integer> work) throws Exception {
        try {
            return work.call();
        } catch (SQLException _) {
            return 503;
        }
    }
}
