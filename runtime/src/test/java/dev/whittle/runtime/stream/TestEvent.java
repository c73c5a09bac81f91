package dev.whittle.runtime.stream;

import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.shape.Blob;

/** A union of events, as generated code has it. */
sealed interface TestEvent {
    /** An event whose payload is JSON. */
    record Message(String text) implements TestEvent {}

    /** An event whose payload is bytes, with a header. */
    record Audio(Blob chunk, Integer number) implements TestEvent {}

    /** An event that the model does not have. */
    record Unknown(String tag, Document value) implements TestEvent {}

    /** The codec of the union. */
    final class Codec extends EventCodec<TestEvent> {
        @Override
        public TestEvent read(EventReader in) {
            return switch (in.type()) {
                case "message" -> message(in.json());
                case "audio" -> new Audio(in.blob(), in.headerInteger("number"));
                default -> new Unknown(in.type(), in.unknown());
            };
        }

        private static Message message(JsonReader in) {
            String text = "";
            for (String name = in.first(); name != null; name = in.next()) {
                if (name.equals("text")) {
                    text = in.string();
                } else {
                    in.skip();
                }
            }
            return new Message(text);
        }

        @Override
        public void write(TestEvent event, EventWriter out) {
            if (event instanceof Message message) {
                var json = out.type("message").json("application/json");
                json.startObject();
                json.property("text", message.text());
                json.endObject();
            } else if (event instanceof Audio audio) {
                out.type("audio").header("number", audio.number()).body("application/octet-stream", audio.chunk());
            } else {
                throw new IllegalArgumentException("an unknown event cannot be sent");
            }
        }

        @Override
        public String errorCode(String exceptionType) {
            return exceptionType.equals("tooFast") ? "TooFastException" : exceptionType;
        }
    }
}
