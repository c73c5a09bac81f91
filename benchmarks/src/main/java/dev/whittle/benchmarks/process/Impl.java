package dev.whittle.benchmarks.process;

/** Who is compared. */
enum Impl {
    AWS,
    FLOOR,
    WHITTLE;

    /** As it is written in arguments and results. */
    String id() {
        return switch (this) {
            case AWS -> "aws";
            case FLOOR -> "floor";
            case WHITTLE -> "whittle";
        };
    }

    /** As it is written for readers. */
    String title() {
        return switch (this) {
            case AWS -> "AWS SDK";
            case FLOOR -> "Floor";
            case WHITTLE -> "Whittle";
        };
    }

    /** The end of the names of classes that belong to it. */
    String suffix() {
        return switch (this) {
            case AWS -> "Aws";
            case FLOOR -> "Floor";
            case WHITTLE -> "Whittle";
        };
    }
}
