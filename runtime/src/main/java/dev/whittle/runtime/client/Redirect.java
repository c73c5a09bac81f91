package dev.whittle.runtime.client;

import dev.whittle.runtime.codec.XmlReader;
import dev.whittle.runtime.endpoint.EndpointParameters;
import dev.whittle.runtime.endpoint.EndpointSigning;
import dev.whittle.runtime.endpoint.Partition;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.internal.HostLabels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Errors by which a service such as Amazon S3 says that a bucket is in another region than the one that was called. The
 * response names the region, in a header or in its body. The host is never taken from the response, but from the endpoint
 * rules for that region.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html">Making requests using REST: request
 *     redirection</a>
 */
final class Redirect {
    private static final String REGION_HEADER = "x-amz-bucket-region";
    private static final String WRONG_REGION = "AuthorizationHeaderMalformed";

    /** What a region says of a bucket that is no longer there. */
    private static final List<String> LEFT = List.of("NoSuchBucket", "IllegalLocationConstraintException");

    private Redirect() {}

    /**
     * Redirects a call if an error asks for that: once, and only to a region of the same partition, whose hosts are below
     * the same domain. If the body of the request is gone, at least later calls for the bucket begin there.
     *
     * @return whether the call was redirected
     */
    static boolean follow(Call call, ServiceException error, RequestPreparation preparation) {
        EndpointSigning signing = call.signing();
        String current = signing == null || !signing.isPathAsSent() ? null : call.signedFor();
        if (current == null || call.leftMillis() <= 0) {
            return false;
        }
        boolean isLeft = isLeft(call, error);
        if (isLeft) {
            preparation.forget(call);
        }
        String region = isLeft ? home(call) : isRedirect(error) ? region(error) : null;
        if (region == null || region.equals(current) || !isRegion(region)) {
            return false;
        }
        if (!Partition.of(region).name().equals(Partition.of(current).name())) {
            return isRefused(error, region, "it is in another partition than " + current);
        }
        if (call.redirection() != null) {
            return isRefused(error, region, "the call was redirected once already");
        }
        if (call.isBodySpent()) {
            preparation.remember(call, region);
            return isRefused(error, region, "the body of the request can be read only once");
        }
        call.redirect(region, error);
        return true;
    }

    /** Whether a bucket was deleted in the region that it had, and may be or become one of the client's region. */
    private static boolean isLeft(Call call, ServiceException error) {
        String code = error.errorCode();
        return call.isInRememberedRegion() && code != null && LEFT.contains(code);
    }

    private static @Nullable String home(Call call) {
        EndpointParameters parameters = call.endpointParameters();
        return parameters == null ? null : parameters.region();
    }

    /** Whether it is words with hyphens between them, and a number at the end, as in {@code us-gov-west-1}. */
    private static boolean isRegion(String text) {
        int last = text.lastIndexOf('-');
        boolean numbered = last > 0 && last < text.length() - 1 && text.lastIndexOf('-', last - 1) > 0;
        for (int i = last + 1; numbered && i < text.length(); i++) {
            numbered = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return numbered && HostLabels.isValid(text);
    }

    private static boolean isRefused(ServiceException error, String region, String reason) {
        error.initNote("the bucket is in the region " + region + ", which was not tried, because " + reason);
        return false;
    }

    /** A response to HEAD has no body, so nothing but its status says what is wrong. */
    private static boolean isRedirect(ServiceException error) {
        int status = error.statusCode();
        return status == 301
                || status == 307
                || (status == 400
                        && (WRONG_REGION.equals(error.errorCode())
                                || error.rawBody().isEmpty()));
    }

    private static @Nullable String region(ServiceException error) {
        String region = error.details().header(REGION_HEADER);
        return region == null ? regionInBody(error.rawBody()) : region.trim();
    }

    private static @Nullable String regionInBody(String body) {
        try {
            XmlReader in = new XmlReader(body.getBytes(StandardCharsets.UTF_8));
            return XmlErrors.enter(in) && in.enter("Region") ? in.string().trim() : null;
        } catch (MalformedResponseException e) {
            // The error is thrown as it is.
            return null;
        }
    }
}
