package dev.whittle.runtime.client;

import dev.whittle.runtime.checksum.CheckedBody;
import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The steps after signing: the request is sent, the response classified, and read as output or as error. */
final class Exchange {
    /** How much of an error's body is kept. */
    static final int ERROR_BODY_LIMIT = 1024 * 1024;

    /** The CRC-32 of a body as it was sent, in decimal digits: some services, such as those of databases, send it unasked. */
    private static final String CRC32 = "x-amz-crc32";

    /** How much is read of what nobody wants, so that the connection can be used again. */
    private static final int DRAIN_LIMIT = 64 * 1024;

    private final HttpTransport transport;
    private final boolean owned;
    private final ServiceInfo service;
    private final CallLog log;

    Exchange(ServiceInfo service, HttpTransport transport, boolean owned) {
        this.service = service;
        this.log = new CallLog(service);
        this.transport = transport;
        this.owned = owned;
    }

    <O> O run(Operation<?, O> operation, HttpRequest request, Call call) {
        HttpResponse response;
        try {
            response = send(request, call);
        } catch (IOException e) {
            throw Failures.sending(call, request.authority(), e);
        }
        boolean isOwned = false;
        try {
            CallHooks hooks = call.hooks();
            if (hooks != null) {
                hooks.received(response);
            }
            int status = response.status();
            if (status >= 200 && status < 300) {
                if (!call.isResponseStreamed()) {
                    return read(operation, request, response, call);
                }
                HttpResponse checked = checked(operation, request, response, call);
                O output = OwnedBody.open(operation, request, response, checked, service, call);
                isOwned = call.scope() == null;
                return output;
            }
            throw error(operation, request, response, call);
        } catch (IOException e) {
            throw Failures.sending(call, request.authority(), e);
        } finally {
            if (!isOwned) {
                close(response);
            }
        }
    }

    /** Whatever a call has ended with, a response that cannot be closed does not change it: it must not be retried. */
    private static void close(HttpResponse response) {
        try {
            response.close();
        } catch (IOException | RuntimeException e) {
            // The transport has lost a connection, which is its own matter.
            return;
        }
    }

    private HttpResponse send(HttpRequest request, Call call) throws IOException {
        HttpResponse response;
        try {
            response = sendLogged(request, call);
        } catch (RuntimeException e) {
            throw Failures.sending(call, request.authority(), e);
        }
        if (response == null) {
            throw Failures.noResponse(call);
        }
        return response;
    }

    private HttpResponse sendLogged(HttpRequest request, Call call) throws IOException {
        if (!log.isWanted()) {
            return transport.send(request);
        }
        long start = System.nanoTime();
        try {
            HttpResponse response = transport.send(request);
            log.received(call, request, response, System.nanoTime() - start);
            return response;
        } catch (IOException e) {
            log.failed(call, request, e, System.nanoTime() - start);
            throw e;
        }
    }

    private <O> O read(Operation<?, O> operation, HttpRequest request, HttpResponse response, Call call)
            throws IOException {
        LimitedBody body = new LimitedBody(response.body(), call.operation(), call.maxResponseSize());
        HttpResponse limited = new HttpResponse(response.status(), response.headers(), body);
        HttpResponse checked = checked(operation, request, limited, call);
        ResponseReader reader = new ResponseReader(checked);
        try {
            O output = operation.read(reader);
            finish(checked, body);
            return output;
        } catch (RuntimeException e) {
            byte[] error = reader.error();
            throw error == null
                    ? Failures.reading(call, request.authority(), response, e)
                    : error(operation, request, response, call, error);
        } finally {
            reader.close();
        }
    }

    /** A response whose body is compared with the checksums that it has. */
    private static HttpResponse checked(
            Operation<?, ?> operation, HttpRequest request, HttpResponse response, Call call) {
        List<ChecksumAlgorithm> checksums =
                call.isResponseChecksumSkipped() ? List.of() : operation.responseChecksums();
        return checkedByCrc32(request, checksums.isEmpty() ? response : CheckedBody.of(response, checksums));
    }

    /** A response without the header stays as it is, and so does that of HEAD, whose headers describe another body. */
    private static HttpResponse checkedByCrc32(HttpRequest request, HttpResponse response) {
        String expected = response.headers().first(CRC32);
        return expected == null || request.method().equals("HEAD")
                ? response
                : CheckedBody.ofDecimalCrc32(response, expected);
    }

    /** Reads what the output has no use for; a failure counts only if bytes of the response are missing. */
    private static void finish(HttpResponse response, LimitedBody read) throws IOException {
        boolean isChecked = response.body() != read;
        try {
            if (isChecked) {
                ((CheckedBody) response.body()).finish();
            } else {
                drain(read);
            }
        } catch (IOException | RuntimeException e) {
            String length = response.headers().first("Content-Length");
            if (e instanceof CallException || !Long.toString(read.count()).equals(length)) {
                throw e;
            }
            if (isChecked) {
                ((CheckedBody) response.body()).compare();
            }
        }
    }

    private RuntimeException error(Operation<?, ?> operation, HttpRequest request, HttpResponse response, Call call)
            throws IOException {
        byte[] bytes;
        try {
            // The rest is not waited for: the error is known, and must not become another.
            InputStream body = checkedByCrc32(request, response).body();
            bytes = body.readNBytes(ERROR_BODY_LIMIT);
        } catch (RuntimeException e) {
            throw Failures.reading(call, request.authority(), response, e);
        }
        return error(operation, request, response, call, bytes);
    }

    private RuntimeException error(
            Operation<?, ?> operation, HttpRequest request, HttpResponse response, Call call, byte[] body) {
        int status = response.status();
        try {
            ErrorFields fields = service.errorFormat().read(response.headers(), body);
            if (request.method().equals("HEAD")) {
                fields = fields.orOfStatus(status);
            }
            return operation.error(new ErrorReader(service, call, status, response.headers(), body, fields));
        } catch (RuntimeException e) {
            return Failures.reading(call, request.authority(), response, e);
        }
    }

    private static void drain(InputStream body) throws IOException {
        long left = DRAIN_LIMIT;
        while (left > 0 && body.read() >= 0) {
            left -= 1 + body.skip(left);
        }
    }

    void close() {
        if (owned) {
            transport.close();
        }
    }
}
