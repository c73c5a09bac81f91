package dev.whittle.runtime.stream;

/**
 * Reads and writes the events of one union. Generated code has a subclass for each event stream.
 *
 * @param <E> the union
 */
public abstract class EventCodec<E> {
    /** Called by subclasses. */
    protected EventCodec() {}

    /** Reads an event; one of an unknown type becomes the union's {@code Unknown}. */
    public abstract E read(EventReader in);

    /**
     * Writes an event.
     *
     * @throws UnsupportedOperationException if the union is only received, which is the default
     */
    public void write(E event, EventWriter out) {
        throw new UnsupportedOperationException("events of this union are only received");
    }

    /**
     * The code of a modelled error, as the operation's table of errors has it.
     *
     * @param exceptionType the header {@code :exception-type}: the name of the union's member, or that of its shape
     */
    public String errorCode(String exceptionType) {
        return exceptionType;
    }
}
