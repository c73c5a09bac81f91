package dev.whittle.benchmarks.call;

import java.util.function.Supplier;

/** Calls of services of AWS's JSON protocols. */
public interface ServiceCalls extends Calls {
    /** Reads an item from DynamoDB. */
    Object getItem();

    /** Receives ten messages from SQS. */
    Object receiveMessage();

    @Override
    default Supplier<Object> operation(String name) {
        return switch (name) {
            case "get-item" -> this::getItem;
            case "receive-message" -> this::receiveMessage;
            default -> throw new IllegalArgumentException("no operation " + name);
        };
    }
}
