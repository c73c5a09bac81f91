package dev.whittle.interop;

import static dev.whittle.interop.support.Events.event;
import static dev.whittle.interop.support.Events.header;
import static dev.whittle.interop.support.Events.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.interop.dictation.DictationAsyncClient;
import dev.whittle.interop.dictation.DictationClient;
import dev.whittle.interop.dictation.model.BadSoundException;
import dev.whittle.interop.dictation.model.Language;
import dev.whittle.interop.dictation.model.SoundEvent;
import dev.whittle.interop.dictation.model.SoundStream;
import dev.whittle.interop.dictation.model.StartDictationRequest;
import dev.whittle.interop.dictation.model.StartDictationResponse;
import dev.whittle.interop.dictation.model.TextStream;
import dev.whittle.interop.dictation.model.TooManySpeakersException;
import dev.whittle.interop.lex.LexRuntimeV2Client;
import dev.whittle.interop.lex.model.AudioInputEvent;
import dev.whittle.interop.lex.model.ConversationMode;
import dev.whittle.interop.lex.model.StartConversationRequestEventStream;
import dev.whittle.interop.lex.model.StartConversationResponse;
import dev.whittle.interop.lex.model.StartConversationResponseEventStream;
import dev.whittle.interop.lex.model.TextInputEvent;
import dev.whittle.interop.lex.model.TranscriptEvent;
import dev.whittle.interop.qbusiness.QBusinessClient;
import dev.whittle.interop.qbusiness.model.ChatInputStream;
import dev.whittle.interop.qbusiness.model.ChatOutputStream;
import dev.whittle.interop.qbusiness.model.ChatResponse;
import dev.whittle.interop.qbusiness.model.EndOfInputEvent;
import dev.whittle.interop.support.Clients;
import dev.whittle.interop.support.Events;
import dev.whittle.interop.support.EventsOverHttp2;
import dev.whittle.runtime.shape.Blob;
import dev.whittle.runtime.stream.EventSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.eventstream.Message;

/** Operations with events in both directions: the service gets each event, signed, and responds while more come. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TwoWayStreamsTest {
    private static final byte[] NOTHING = {};

    private static void assertEvent(Message message, String type, String contentType, String payload) {
        assertThat(header(message, ":message-type")).isEqualTo("event");
        assertThat(header(message, ":event-type")).isEqualTo(type);
        assertThat(header(message, ":content-type")).isEqualTo(contentType);
        assertThat(text(message)).isEqualTo(payload);
    }

    /** Each side waits for the other one, so neither can send all of its events first. */
    @Test
    void aConversationTurnByTurn() throws Exception {
        try (EventsOverHttp2 service = new EventsOverHttp2(
                        "lex",
                        event -> event == null
                                ? event("HeartbeatEvent", "{\"eventId\":\"last\"}")
                                : event(
                                        "TranscriptEvent",
                                        "{\"transcript\":\"heard " + text(event).length() + "\"}"));
                LexRuntimeV2Client client = Clients.ours(LexRuntimeV2Client.builder(), service.endpoint())
                        .build()) {
            CountDownLatch isFirstHeard = new CountDownLatch(1);
            try (StartConversationResponse response = client.startConversation(r -> r.botId("B")
                    .botAliasId("A")
                    .localeId("en_US")
                    .sessionId("s 1")
                    .conversationMode(ConversationMode.TEXT)
                    .requestEventStream(sink -> {
                        sink.send(StartConversationRequestEventStream.textInputEvent(
                                TextInputEvent.builder().text("Hi").build()));
                        assertThat(isFirstHeard.await(30, TimeUnit.SECONDS)).isTrue();
                        sink.send(StartConversationRequestEventStream.audioInputEvent(AudioInputEvent.builder()
                                .contentType("audio/lpcm")
                                .audioChunk(Blob.of(new byte[] {1, 2, 3}))
                                .build()));
                    }))) {
                assertThat(response.responseEventStream().next())
                        .isEqualTo(StartConversationResponseEventStream.transcriptEvent(
                                TranscriptEvent.builder().transcript("heard 13").build()));
                isFirstHeard.countDown();
                assertThat(response.responseEventStream().next())
                        .isInstanceOf(StartConversationResponseEventStream.TranscriptEventMember.class);
                assertThat(response.responseEventStream().next())
                        .isInstanceOf(StartConversationResponseEventStream.HeartbeatEventMember.class);
                assertThat(response.responseEventStream().hasNext()).isFalse();
            }
            assertThat(service.request().method()).isEqualTo("POST");
            assertThat(service.request().target())
                    .isEqualTo("/bots/B/botAliases/A/botLocales/en_US/sessions/s%201/conversation");
            assertThat(service.request().header("x-amz-lex-conversation-mode")).isEqualTo("TEXT");
            assertThat(service.request().header("content-type")).isEqualTo(Events.CONTENT_TYPE);
            assertThat(service.events()).hasSize(2);
            assertEvent(service.events().get(0), "TextInputEvent", "application/json", "{\"text\":\"Hi\"}");
            assertEvent(
                    service.events().get(1),
                    "AudioInputEvent",
                    "application/json",
                    "{\"audioChunk\":\"AQID\",\"contentType\":\"audio/lpcm\"}");
        }
    }

    @Test
    void aChat() throws Exception {
        try (EventsOverHttp2 service = new EventsOverHttp2(
                        "qbusiness",
                        event -> event != null
                                ? NOTHING
                                : Events.join(
                                        event("textEvent", "{\"systemMessage\":\"a\"}"),
                                        event("metadataEvent", "{\"finalTextMessage\":\"a\"}"),
                                        event("actionReviewEvent", "{\"pluginId\":\"p\"}"),
                                        event("failedAttachmentEvent", "{}"),
                                        event("authChallengeRequestEvent", "{\"authorizationUrl\":\"https://a/\"}"),
                                        event("notKnownYet", "{}")));
                QBusinessClient client = Clients.ours(QBusinessClient.builder(), service.endpoint())
                        .build();
                ChatResponse response = client.chat(r -> r.applicationId("app")
                        .userId("me")
                        .userGroups("a", "b")
                        .clientToken("token")
                        .inputStream(EventSource.of(List.of(
                                ChatInputStream.textEvent(dev.whittle.interop.qbusiness.model.TextInputEvent.builder()
                                        .userMessage("Hello")
                                        .build()),
                                ChatInputStream.endOfInputEvent(
                                        EndOfInputEvent.builder().build())))))) {
            assertThat(response.outputStream())
                    .extracting(Object::getClass)
                    .containsExactly(
                            ChatOutputStream.TextEventMember.class,
                            ChatOutputStream.MetadataEventMember.class,
                            ChatOutputStream.ActionReviewEventMember.class,
                            ChatOutputStream.FailedAttachmentEventMember.class,
                            ChatOutputStream.AuthChallengeRequestEventMember.class,
                            ChatOutputStream.Unknown.class);
            assertThat(service.request().target())
                    .isEqualTo("/applications/app/conversations?userId=me&userGroups=a&userGroups=b&clientToken=token");
            assertThat(service.events()).hasSize(2);
            assertEvent(service.events().get(0), "textEvent", "application/json", "{\"userMessage\":\"Hello\"}");
            // A shape without members has no payload.
            Message end = service.events().get(1);
            assertThat(header(end, ":event-type")).isEqualTo("endOfInputEvent");
            assertThat(end.getHeaders()).containsOnlyKeys(":message-type", ":event-type");
            assertThat(end.getPayload()).isEmpty();
        }
    }

    private static StartDictationRequest.Builder dictation(EventSource<SoundStream> sounds) {
        return StartDictationRequest.builder()
                .language(Language.EN_GB)
                .sampleRate(16_000)
                .soundStream(sounds);
    }

    private static SoundStream sound(byte[] bytes) {
        return SoundStream.soundEvent(SoundEvent.builder().sound(Blob.of(bytes)).build());
    }

    @Test
    void soundBecomesText() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[][] sounds = new byte[50][];
        for (int i = 0; i < sounds.length; i++) {
            sounds[i] = new byte[random.nextInt(40_000)];
            random.nextBytes(sounds[i]);
        }
        try (EventsOverHttp2 service = new EventsOverHttp2(
                        "dictation",
                        event -> event == null
                                ? NOTHING
                                : event("TextEvent", "{\"Words\":[\"" + event.getPayload().length + "\"]}"));
                DictationClient client = Clients.ours(DictationClient.builder(), service.endpoint())
                        .build();
                StartDictationResponse response = client.startDictation(dictation(sink -> {
                            for (byte[] sound : sounds) {
                                sink.send(sound(sound));
                            }
                        })
                        .build())) {
            for (byte[] sound : sounds) {
                assertThat(((TextStream.TextEventMember) response.textStream().next())
                                .textEvent()
                                .words())
                        .as("seed " + seed)
                        .containsExactly(String.valueOf(sound.length));
            }
            assertThat(response.textStream().hasNext()).isFalse();
            assertThat(service.request().header("x-amzn-dictation-language")).isEqualTo("en-GB");
            assertThat(service.request().header("x-amzn-dictation-sample-rate")).isEqualTo("16000");
            for (int i = 0; i < sounds.length; i++) {
                Message message = service.events().get(i);
                assertThat(header(message, ":content-type")).isEqualTo("application/octet-stream");
                assertThat(message.getPayload()).as("seed " + seed).isEqualTo(sounds[i]);
            }
        }
    }

    /** The exception ends the call, and therefore its source of events, which would never end by itself. */
    @Test
    void anExceptionAmongTheEvents() throws Exception {
        for (String type : List.of("BadSound", "BadSoundException")) {
            CountDownLatch hasSourceEnded = new CountDownLatch(1);
            try (EventsOverHttp2 service = new EventsOverHttp2(
                            "dictation", event -> Events.exception(type, "{\"Message\":\"too loud\"}"));
                    DictationClient client = Clients.ours(DictationClient.builder(), service.endpoint())
                            .build();
                    StartDictationResponse response = client.startDictation(dictation(sink -> {
                                try {
                                    for (; ; ) {
                                        sink.send(sound(new byte[10]));
                                        Thread.sleep(20);
                                    }
                                } finally {
                                    hasSourceEnded.countDown();
                                }
                            })
                            .build())) {
                BadSoundException thrown = catchThrowableOfType(
                        BadSoundException.class, () -> response.textStream().next());
                assertThat(thrown.serviceMessage()).isEqualTo("too loud");
                assertThat(thrown.errorCode()).isEqualTo("BadSoundException");
                assertThat(hasSourceEnded.await(30, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void asynchronously() throws Exception {
        try (EventsOverHttp2 service = new EventsOverHttp2(
                        "dictation",
                        event -> event == null
                                ? Events.exception(
                                        "TooManySpeakersException", "{\"Message\":\"one by one\",\"Speakers\":3}")
                                : event("TextEvent", "{}"));
                DictationAsyncClient client = Clients.ours(DictationAsyncClient.builder(), service.endpoint())
                        .build();
                StartDictationResponse response = client.startDictation(
                                dictation(EventSource.of(List.of(sound(NOTHING))))
                                        .build())
                        .get(30, TimeUnit.SECONDS)) {
            assertThat(response.textStream().next()).isInstanceOf(TextStream.TextEventMember.class);
            TooManySpeakersException thrown = catchThrowableOfType(
                    TooManySpeakersException.class, () -> response.textStream().next());
            assertThat(thrown.speakers()).isEqualTo(3);
        }
    }
}
