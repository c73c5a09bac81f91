package dev.whittle.codegen.emit.doc;

import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.names.Names;
import java.util.LinkedHashMap;
import java.util.Map;

/** The documentation of the packages of a client. */
public final class PackageTexts {
    private PackageTexts() {}

    /** What each package has, by its name. */
    public static Map<String, String> of(ServiceModel model, Names names) {
        Map<String, String> texts = new LinkedHashMap<>();
        String service = Javadoc.inline(model.service().fullName());
        String purpose =
                DocText.of(model.service().documentation()).lines().findFirst().orElse("");
        boolean isWhole = purpose.indexOf('<') < 0;
        String client = names.client().simpleName();
        texts.put(
                names.packageName(),
                "A client of " + service + ". {@link " + client
                        + "} has a method for each operation; begin with {@link " + client + "#builder()}."
                        + (purpose.isEmpty() || !isWhole ? "" : "\n\n<p>" + purpose));
        texts.put(
                names.modelPackage(),
                "Requests and responses of {@link " + names.client().canonicalName()
                        + "}, and their structures, unions, enums and exceptions.");
        texts.put(names.internalPackage(), "Codecs and operations of " + service + ", for the client only.");
        return texts;
    }
}
