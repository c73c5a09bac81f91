package dev.whittle.codegen.report;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.ChangeCode;
import dev.whittle.codegen.diff.Direction;
import dev.whittle.codegen.diff.JavaChange;
import dev.whittle.codegen.diff.Judgement;
import dev.whittle.codegen.diff.TouchedElement;
import dev.whittle.codegen.diff.Verdict;
import dev.whittle.codegen.diff.WireVerdict;
import dev.whittle.codegen.diff.Witness;
import dev.whittle.codegen.problem.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reports with everything that a report can have. Their texts can be replaced, and then have the same structure. */
final class SampleReports {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 2);
    private static final String MODEL = "src/main/service-model/shop/service-2.json";
    private static final String BASELINE = "revision v1.2.0:" + MODEL;

    private final UnaryOperator<String> texts;

    private SampleReports(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    /** Changes of all kinds and standings, in two services. */
    static CheckReport full() {
        return full(text -> text);
    }

    /** The same, with all texts replaced that may come from a model or from the configuration. */
    static CheckReport full(UnaryOperator<String> texts) {
        return new SampleReports(texts).report();
    }

    /** Nothing changed. */
    static CheckReport empty() {
        return new CheckReport(
                "1.3.0",
                "",
                "revision v1.2.0",
                List.of(new CheckedService("Shop", "com.example.shop", MODEL, MODEL, List.of())),
                List.of(),
                new VersionAdvice(
                        "1.2.0", "1.2.1", VersionAdvice.Step.PATCH, VersionAdvice.Step.PATCH, "1.2.1", true, true));
    }

    /** Only what breaks nothing. */
    static CheckReport harmless() {
        SampleReports samples = new SampleReports(text -> text);
        List<ReportedChange> changes = new ArrayList<>(List.of(samples.addedMember()));
        for (String value : List.of("GREEN", "BLUE", "RED", "BLACK", "WHITE", "PINK", "TEAL")) {
            changes.add(samples.addedValue(value));
        }
        changes.add(samples.documentation("Item"));
        return samples.report(changes, List.of(), null);
    }

    /** As many failing changes, and as many that pass. */
    static CheckReport large(int size) {
        SampleReports samples = new SampleReports(text -> text);
        List<ReportedChange> changes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            changes.add(samples.removedMember("price" + i, i % 3 == 0 ? List.of() : samples.sites()));
            changes.add(samples.moved("size" + i));
        }
        return samples.report(changes, List.of(), null);
    }

    private String text(String text) {
        return texts.apply(text);
    }

    private CheckReport report() {
        List<ReportedChange> changes = List.of(
                removedMember("price", sites()),
                removedMember("weight", List.of()),
                addedRequired(),
                moved("size"),
                addedMember(),
                accepted(),
                addedValue("GREEN"),
                addedValue("BLUE"),
                documentation("Item"),
                documentation("Shop"));
        CheckReport report = report(
                changes,
                List.of(text("API302 'Basket' no longer changes"), text("API403 'Item$old' expired on 2026-10-01")),
                new VersionAdvice(
                        text("1.2.0"),
                        text("1.3.0"),
                        VersionAdvice.Step.MAJOR,
                        VersionAdvice.Step.MINOR,
                        text("2.0.0"),
                        false,
                        true));
        List<CheckedService> services = new ArrayList<>(report.services());
        services.add(
                new CheckedService(text("Ware House"), text("com.example.ware"), text("old"), null, List.of(gone())));
        return with(services, report);
    }

    /** A report with other services. */
    static CheckReport with(List<CheckedService> services, CheckReport report) {
        return new CheckReport(
                report.generator(),
                report.folder(),
                report.baseline(),
                services,
                report.complaints(),
                report.version());
    }

    private CheckReport report(List<ReportedChange> changes, List<String> complaints, @Nullable VersionAdvice advice) {
        CheckedService service =
                new CheckedService(text("Shop"), text("com.example.shop"), text(BASELINE), text(MODEL), changes);
        return new CheckReport(
                text("1.3.0"), text("orders/"), text("revision v1.2.0"), List.of(service), complaints, advice);
    }

    private Judgement judgement(Verdict verdict, String reason) {
        return verdict == Verdict.COMPATIBLE ? Judgement.COMPATIBLE : new Judgement(verdict, text(reason));
    }

    private Location before(int line, String pointer) {
        return new Location(text(BASELINE), line, 9, text(pointer));
    }

    private Location after(int line, String pointer) {
        return new Location(text(MODEL), line, 9, text(pointer));
    }

    private List<CallSite> sites() {
        return List.of(
                new CallSite(
                        text("com.example.app.Prices"),
                        text("total"),
                        text("Prices.java"),
                        41,
                        text("com.example.shop.model.Item.price()")),
                new CallSite(
                        text("com.example.app.Prices"),
                        "",
                        text("Prices.java"),
                        0,
                        text("com.example.shop.model.Item")));
    }

    private TouchedElement touched(String member) {
        return new TouchedElement(
                text("com.example.shop.model.Item"), text(member), text("com.example.shop.model.Item." + member));
    }

    private ReportedChange removedMember(String name, List<CallSite> usedBy) {
        String pointer = "/shapes/Item/members/" + name;
        Judgement source = judgement(Verdict.BREAKING, "it does not exist");
        Judgement binary = judgement(Verdict.BREAKING, "compiled code does not find it");
        ApiChange change = new ApiChange(
                ChangeCode.MEMBER_REMOVED,
                text("the member Item$" + name + " is removed"),
                text("Item$" + name),
                text(pointer),
                null,
                List.of(text("GetItem"), text("ListItems")),
                Direction.RECEIVED,
                source,
                binary,
                new WireVerdict(
                        judgement(Verdict.RISKY, "the member is no longer set"), judgement(Verdict.COMPATIBLE, "")),
                new Witness(text("value." + name + "()"), text("remove the call")),
                List.of(new JavaChange(
                        JavaChange.Kind.REMOVED,
                        text("com.example.shop.model.Item"),
                        text(name),
                        text("com.example.shop.model.Item." + name + "()"),
                        text("Integer " + name + "()"),
                        null,
                        source,
                        binary)),
                List.of(touched(name)));
        return new ReportedChange(change, before(120, pointer), null, Standing.FAILS, null, usedBy);
    }

    private ReportedChange addedRequired() {
        String pointer = "/shapes/OrderInput/members/customer";
        String reason = "build() throws an exception without the member";
        ApiChange change = new ApiChange(
                ChangeCode.REQUIRED_MEMBER_ADDED,
                text("the required member OrderRequest$customer is added"),
                text("OrderRequest$customer"),
                null,
                text(pointer),
                List.of(text("Order")),
                Direction.SENT,
                judgement(Verdict.RISKY, "it compiles, and then " + reason),
                judgement(Verdict.BREAKING, reason),
                new WireVerdict(
                        judgement(Verdict.BREAKING, "the old client does not send the required member"),
                        judgement(Verdict.RISKY, "the old service ignores or refuses the member")),
                new Witness(text("OrderRequest.builder().build()"), text("OrderRequest.builder().customer(…).build()")),
                List.of(new JavaChange(
                        JavaChange.Kind.ADDED,
                        text("com.example.shop.model.OrderRequest"),
                        text("customer"),
                        text("com.example.shop.model.OrderRequest.customer()"),
                        null,
                        text("String customer()"),
                        Judgement.COMPATIBLE,
                        Judgement.COMPATIBLE)),
                List.of(new TouchedElement(
                        text("com.example.shop.model.OrderRequest.Builder"),
                        null,
                        text("com.example.shop.model.OrderRequest.Builder"))));
        return new ReportedChange(change, null, after(88, pointer), Standing.FAILS, null, sites());
    }

    private ReportedChange moved(String name) {
        String pointer = "/shapes/Item/members/" + name;
        Judgement breaking = judgement(Verdict.BREAKING, "the receiver looks for it in another place");
        ApiChange change = new ApiChange(
                ChangeCode.MEMBER_MOVED,
                text("Item$" + name + " moves from the body to the header x-size"),
                text("Item$" + name),
                text(pointer),
                text(pointer),
                List.of(text("GetItem")),
                Direction.BOTH,
                Judgement.COMPATIBLE,
                Judgement.COMPATIBLE,
                new WireVerdict(breaking, breaking),
                new Witness(text("{\"" + name + "\": 1}"), text("x-size: 1")),
                List.of(),
                List.of(touched(name)));
        return new ReportedChange(change, before(130, pointer), after(133, pointer), Standing.PASSES, null, null);
    }

    private ReportedChange addedMember() {
        String pointer = "/shapes/Item/members/color";
        ApiChange change = new ApiChange(
                ChangeCode.MEMBER_ADDED,
                text("the optional member Item$color is added"),
                text("Item$color"),
                null,
                text(pointer),
                List.of(text("GetItem")),
                Direction.RECEIVED,
                Judgement.COMPATIBLE,
                Judgement.COMPATIBLE,
                WireVerdict.COMPATIBLE,
                null,
                List.of(),
                List.of());
        return new ReportedChange(change, null, after(140, pointer), Standing.PASSES, null, List.of());
    }

    private ReportedChange accepted() {
        String pointer = "/operations/Refund";
        Judgement breaking = judgement(Verdict.BREAKING, "it does not exist");
        ApiChange change = new ApiChange(
                ChangeCode.OPERATION_REMOVED,
                text("the operation Refund is removed"),
                text("Refund"),
                text(pointer),
                null,
                List.of(text("Refund")),
                null,
                breaking,
                breaking,
                new WireVerdict(
                        judgement(Verdict.BREAKING, "the new service does not have the operation"),
                        Judgement.COMPATIBLE),
                new Witness(text("client.refund(…)"), text("remove the call")),
                List.of(),
                List.of(new TouchedElement(
                        text("com.example.shop.ShopClient"),
                        text("refund"),
                        text("com.example.shop.ShopClient.refund"))));
        return new ReportedChange(
                change,
                before(20, pointer),
                null,
                Standing.ACCEPTED,
                new Acceptance(
                        text("Shop"),
                        text("com.example.shop"),
                        "API202",
                        text("Refund"),
                        text("the operation Refund is removed"),
                        text("nothing is paid yet"),
                        DATE,
                        DATE.plusYears(1)),
                List.of());
    }

    private ReportedChange addedValue(String value) {
        String pointer = "/shapes/Color";
        ApiChange change = new ApiChange(
                ChangeCode.ENUM_VALUE_ADDED,
                text("Color gains the value '" + value + "'"),
                text("Color." + value),
                text(pointer),
                text(pointer),
                List.of(text("GetItem")),
                Direction.RECEIVED,
                Judgement.COMPATIBLE,
                Judgement.COMPATIBLE,
                new WireVerdict(
                        judgement(Verdict.RISKY, "the old client receives a value without a constant"),
                        Judgement.COMPATIBLE),
                new Witness(text('"' + value + '"'), text("handle it where a switch has its default")),
                List.of(),
                List.of());
        return new ReportedChange(change, before(160, pointer), after(164, pointer), Standing.PASSES, null, null);
    }

    private ReportedChange documentation(String shape) {
        String pointer = "/shapes/" + shape;
        ApiChange change = new ApiChange(
                ChangeCode.DOCUMENTATION_CHANGED,
                text("the documentation of " + shape + " changes"),
                text(shape),
                text(pointer),
                text(pointer),
                List.of(text("GetItem")),
                Direction.RECEIVED,
                Judgement.COMPATIBLE,
                Judgement.COMPATIBLE,
                WireVerdict.COMPATIBLE,
                null,
                List.of(),
                List.of());
        return new ReportedChange(change, before(100, pointer), after(100, pointer), Standing.PASSES, null, null);
    }

    /** A service that is no longer there: no model shows the change. */
    private ReportedChange gone() {
        Judgement breaking = judgement(Verdict.BREAKING, "its classes do not exist");
        ApiChange change = new ApiChange(
                ChangeCode.SERVICE_RENAMED,
                text("the client is removed"),
                "",
                null,
                null,
                List.of(),
                null,
                breaking,
                breaking,
                WireVerdict.COMPATIBLE,
                null,
                List.of(),
                List.of());
        return new ReportedChange(change, null, null, Standing.FAILS, null, List.of());
    }
}
