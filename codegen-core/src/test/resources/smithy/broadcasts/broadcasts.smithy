$version: "2.0"

namespace com.example.broadcasts

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

/// Sends and receives programmes.
@title("Example Broadcasts")
@service(sdkId: "Broadcasts", arnNamespace: "broadcasts", endpointPrefix: "broadcasts")
@sigv4(name: "broadcasts")
@restJson1(http: ["http/1.1", "h2"], eventStreamHttp: ["h2"])
service Broadcasts {
    version: "2026-01-31"
    operations: [Upload, Archive, Download, Listen, Converse, Dictate]
    errors: [Busy]
}

/// Sends sound of any length.
@http(method: "PUT", uri: "/programmes/{id}")
operation Upload {
    input := {
        @required
        @httpLabel
        id: String

        @httpHeader("X-Format")
        format: String

        /// The sound.
        @required
        @httpPayload
        sound: Sound
    }

    output := {
        size: Long
    }
}

/// Sends sound of a known length.
@http(method: "POST", uri: "/archive")
operation Archive {
    input := {
        @required
        @httpPayload
        sound: SoundOfKnownLength
    }
}

/// Receives sound.
@readonly
@http(method: "GET", uri: "/programmes/{id}")
operation Download {
    input := {
        @required
        @httpLabel
        id: String
    }

    output := {
        @httpHeader("X-Format")
        format: String

        @required
        @httpPayload
        sound: Sound
    }
}

/// Receives what is said.
@http(method: "POST", uri: "/listen")
operation Listen {
    input := {
        channel: String
    }

    output := {
        @httpHeader("X-Session")
        session: String

        @httpPayload
        happenings: Happenings
    }

    errors: [Closed]
}

/// Talks in both directions.
@http(method: "POST", uri: "/converse")
operation Converse {
    input := {
        @httpHeader("X-Channel")
        channel: String

        @required
        @httpPayload
        said: Speech
    }

    output := {
        @httpPayload
        heard: Happenings
    }
}

/// Talks in one direction.
@http(method: "POST", uri: "/dictate")
operation Dictate {
    input := {
        @httpPayload
        said: Speech
    }

    output := {
        words: Integer
    }
}

@streaming
blob Sound

@streaming
@requiresLength
blob SoundOfKnownLength

blob Bytes

/// Something that happens.
@streaming
union Happenings {
    /// Somebody speaks.
    speaking: Speaking

    picture: Picture

    caption: Caption

    mood: MoodChange

    guest: GuestArrival

    choice: Offer

    measures: Measures

    pause: Pause

    tooBusy: Busy

    closed: Closed
}

@streaming
union Speech {
    speaking: Speaking
    picture: Picture
    offer: Offer
}

structure Speaking {
    @required
    person: Person

    @timestampFormat("date-time")
    at: Timestamp

    @eventHeader
    number: Integer

    @jsonName("so-far")
    words: Words
}

structure Picture {
    @eventPayload
    bytes: Bytes

    @eventHeader
    format: String
}

structure Caption {
    @required
    @eventPayload
    text: String
}

structure MoodChange {
    @eventPayload
    mood: Mood
}

structure GuestArrival {
    @eventPayload
    person: Person

    @eventHeader
    seat: String
}

structure Offer {
    @eventPayload
    choice: Choice
}

structure Measures {
    @eventHeader
    flag: Boolean

    @eventHeader
    aByte: Byte

    @eventHeader
    aShort: Short

    @eventHeader
    aLong: Long

    @eventHeader
    bytes: Bytes

    @eventHeader
    time: Timestamp

    @eventHeader
    mood: Mood
}

structure Pause {}

structure Person {
    name: String
}

union Choice {
    text: String
    number: Integer
}

list Words {
    member: String
}

enum Mood {
    GOOD = "good"
    BAD = "bad"
}

@error("server")
@httpError(503)
@retryable
structure Busy {
    message: String
    seconds: Integer
}

@error("client")
@httpError(410)
structure Closed {
    message: String
}
