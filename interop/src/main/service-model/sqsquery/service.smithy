$version: "2.0"

// Operations of Amazon SQS in the protocol that it had before JSON. The models of AWS have only the present one.
namespace dev.whittle.interop.sqsquery

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsQuery
use aws.protocols#awsQueryError

/// Passes messages on in queues.
@service(sdkId: "SQS", arnNamespace: "sqs", endpointPrefix: "sqs")
@sigv4(name: "sqs")
@awsQuery
@xmlNamespace(uri: "http://queue.amazonaws.com/doc/2012-11-05/")
service SqsQuery {
    version: "2012-11-05"
    operations: [
        CreateQueue
        DeleteMessage
        GetQueueAttributes
        GetQueueUrl
        ReceiveMessage
        SendMessage
        SendMessageBatch
    ]
    errors: [
        QueueDoesNotExist
    ]
}

/// Creates a queue, or finds one with the same attributes.
operation CreateQueue {
    input := {
        @required
        QueueName: String

        @xmlFlattened
        @xmlName("Attribute")
        Attributes: Attributes
    }

    output := {
        QueueUrl: String
    }
}

/// Deletes a message that was received.
operation DeleteMessage {
    input := with [QueueAddress] {
        @required
        ReceiptHandle: String
    }
}

/// Reads attributes of a queue.
operation GetQueueAttributes {
    input := with [QueueAddress] {
        @xmlFlattened
        @xmlName("AttributeName")
        AttributeNames: Names
    }

    output := {
        @xmlFlattened
        @xmlName("Attribute")
        Attributes: Attributes
    }
}

/// Finds a queue by its name.
operation GetQueueUrl {
    input := {
        @required
        QueueName: String
    }

    output := {
        QueueUrl: String
    }
}

/// Receives messages, and hides them from others for a while.
operation ReceiveMessage {
    input := with [QueueAddress] {
        @xmlFlattened
        @xmlName("AttributeName")
        AttributeNames: Names

        @xmlFlattened
        @xmlName("MessageAttributeName")
        MessageAttributeNames: Names

        MaxNumberOfMessages: Integer
    }

    output := {
        @xmlFlattened
        @xmlName("Message")
        Messages: Messages
    }
}

/// Sends a message.
operation SendMessage {
    input := with [QueueAddress] {
        @required
        MessageBody: String

        DelaySeconds: Integer

        @xmlFlattened
        @xmlName("MessageAttribute")
        MessageAttributes: MessageAttributes
    }

    output := {
        MD5OfMessageBody: String
        MD5OfMessageAttributes: String
        MessageId: String
    }
}

/// Sends several messages.
operation SendMessageBatch {
    input := with [QueueAddress] {
        @required
        @xmlFlattened
        @xmlName("SendMessageBatchRequestEntry")
        Entries: Entries
    }

    output := {
        @required
        @xmlFlattened
        @xmlName("SendMessageBatchResultEntry")
        Successful: Successes

        @required
        @xmlFlattened
        @xmlName("BatchResultErrorEntry")
        Failed: Failures
    }
}

@mixin
structure QueueAddress {
    @required
    QueueUrl: String
}

map Attributes {
    @xmlName("Name")
    key: String

    @xmlName("Value")
    value: String
}

map MessageAttributes {
    @xmlName("Name")
    key: String

    @xmlName("Value")
    value: MessageAttribute
}

structure MessageAttribute {
    StringValue: String

    BinaryValue: Blob

    @required
    DataType: String
}

list Names {
    member: String
}

list Messages {
    member: Message
}

structure Message {
    MessageId: String

    ReceiptHandle: String

    MD5OfBody: String

    Body: String

    @xmlFlattened
    @xmlName("Attribute")
    Attributes: Attributes

    MD5OfMessageAttributes: String

    @xmlFlattened
    @xmlName("MessageAttribute")
    MessageAttributes: MessageAttributes
}

list Entries {
    member: Entry
}

structure Entry {
    @required
    Id: String

    @required
    MessageBody: String
}

list Successes {
    member: Success
}

structure Success {
    @required
    Id: String

    @required
    MessageId: String

    @required
    MD5OfMessageBody: String
}

list Failures {
    member: Failure
}

structure Failure {
    @required
    Id: String

    @required
    SenderFault: Boolean

    @required
    Code: String

    Message: String
}

/// There is no such queue.
@error("client")
@httpError(400)
@awsQueryError(code: "AWS.SimpleQueueService.NonExistentQueue", httpResponseCode: 400)
structure QueueDoesNotExist {
    message: String
}
