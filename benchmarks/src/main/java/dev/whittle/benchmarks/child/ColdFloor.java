package dev.whittle.benchmarks.child;

import dev.whittle.benchmarks.call.Account;
import dev.whittle.benchmarks.floor.FloorClient;
import dev.whittle.benchmarks.floor.FloorSigner;
import dev.whittle.benchmarks.floor.FloorUrlConnection;
import java.io.IOException;

/** One call by hand, then the end. */
final class ColdFloor {
    private ColdFloor() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) throws IOException {
        FloorClient client = new FloorClient(
                new FloorUrlConnection(args[0]),
                new FloorSigner(Account.ACCESS_KEY, Account.SECRET_KEY, Account.REGION, Account.SERVICE),
                args[0].substring(args[0].indexOf("//") + 2));
        System.out.println(
                client.getBrowserSession(Account.BROWSER, Account.SESSION).sessionId());
    }
}
