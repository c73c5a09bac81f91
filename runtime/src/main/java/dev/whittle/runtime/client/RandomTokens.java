package dev.whittle.runtime.client;

import java.util.UUID;
import java.util.function.Supplier;

/** Random UUIDs. */
final class RandomTokens implements Supplier<String> {
    @Override
    public String get() {
        return UUID.randomUUID().toString();
    }
}
