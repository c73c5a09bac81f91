/** A transport over the JDK's {@code java.net.http}, for clients that do not use the runtime's own. */
module dev.whittle.transport.jdk {
    requires transitive dev.whittle.runtime;
    requires java.net.http;
    requires static transitive org.jspecify;

    exports dev.whittle.transport.jdk;
}
