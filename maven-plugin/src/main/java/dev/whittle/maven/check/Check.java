package dev.whittle.maven.check;

import dev.whittle.codegen.GenerationRequest;
import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.LoadedModel;
import dev.whittle.codegen.Models;
import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.Severity;
import dev.whittle.codegen.report.Acceptance;
import dev.whittle.codegen.report.CheckReport;
import dev.whittle.codegen.report.CheckedService;
import dev.whittle.codegen.report.ReportFormat;
import dev.whittle.codegen.report.ReportLine;
import dev.whittle.codegen.report.ReportedChange;
import dev.whittle.codegen.report.Reports;
import dev.whittle.codegen.report.Standing;
import dev.whittle.codegen.report.VersionAdvice;
import dev.whittle.maven.check.Acceptances.Client;
import dev.whittle.maven.generation.Console;
import dev.whittle.maven.generation.GenerationFailedException;
import dev.whittle.maven.generation.ModelLoader;
import dev.whittle.maven.generation.Verdict;
import dev.whittle.maven.usage.CallSites;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the clients of a build with those of a baseline, and says what that means. */
public final class Check {
    private final ModelLoader models;
    private final ReleasedArtifacts artifacts;
    private final Console console;
    private final PrintStream commands;

    /**
     * What it works with.
     *
     * @param console where people read
     * @param commands where a CI server reads commands, which have to begin their lines
     */
    public Check(ModelLoader models, ReleasedArtifacts artifacts, Console console, PrintStream commands) {
        this.models = models;
        this.artifacts = artifacts;
        this.console = console;
        this.commands = commands;
    }

    /**
     * Carries out a task.
     *
     * @throws dev.whittle.maven.request.MisconfigurationException if a model, the baseline or the file with accepted changes
     *     cannot be read
     * @throws GenerationFailedException if a change is not allowed, or there was nothing to compare with; what is wrong has
     *     been printed
     * @throws IOException if the disk refuses
     */
    public void run(CheckTask task) throws GenerationFailedException, IOException {
        GenerationRequest present = models.load(task.clients());
        Baseline baseline = baseline(task).withVersion(task.baselineVersion());
        baseline.warnings().forEach(console::warn);
        Comparison comparison = new Comparison(baseline, present.services(), present.extras());
        List<Acceptance> accepted = AcceptedChanges.read(acceptedFile(task), acceptedName(task));
        List<Comparison.Pair> pairs = comparison.isUnchanged() ? List.of() : compare(comparison, task);
        Acceptances acceptances =
                new Acceptances(accepted, accepted.isEmpty() ? Set.of() : clients(pairs, present), task.today());
        CheckReport report = report(task, baseline, pairs, acceptances);
        if (task.acceptance() != null) {
            accept(task, task.acceptance(), report, acceptances);
            return;
        }
        write(task, report);
        print(report, pairs.isEmpty() ? "Nothing to compare, the models are those of " : "Compared with ");
        judge(task, report);
    }

    private Baseline baseline(CheckTask task) throws IOException {
        Path copies = Files.createTempDirectory("whittle");
        try {
            return new BaselineLoader(artifacts, task.project(), copies).load(task.baseline(), task.clients());
        } finally {
            delete(copies);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walked = Files.walk(folder)) {
            files = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private List<Comparison.Pair> compare(Comparison comparison, CheckTask task) throws GenerationFailedException {
        List<Comparison.Pair> pairs = comparison.compare();
        new Verdict(console, task.failOnWarning()).on(comparison.problemsNow(), "nothing was compared.");
        // Warnings about models of the past lead to nothing.
        List<Problem> errorsBefore = comparison.problemsBefore().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        new Verdict(console, false).on(errorsBefore, "the baseline is not valid, so that nothing was compared.");
        return pairs;
    }

    /** The clients that are compared, then and now. Without pairs, nothing changed. */
    private static Set<Client> clients(List<Comparison.Pair> pairs, GenerationRequest present) {
        Set<Client> clients = new HashSet<>();
        for (Comparison.Pair pair : pairs) {
            add(clients, pair.before() == null ? null : pair.before().loaded());
            add(clients, pair.after() == null ? null : pair.after().loaded());
        }
        if (pairs.isEmpty()) {
            present.services().forEach(service -> add(clients, Models.load(service)));
        }
        return clients;
    }

    private static void add(Set<Client> clients, @Nullable LoadedModel model) {
        LinkedService service = model == null ? null : model.service();
        if (service != null) {
            clients.add(new Client(
                    service.model().service().serviceId(), service.names().packageName()));
        }
    }

    private CheckReport report(
            CheckTask task, Baseline baseline, List<Comparison.Pair> pairs, Acceptances acceptances) {
        CallSites code = callSites(task, pairs);
        List<CheckedService> services = new ArrayList<>();
        List<ApiChange> all = new ArrayList<>();
        for (Comparison.Pair pair : pairs) {
            List<ReportedChange> changes = new ArrayList<>();
            for (ApiChange change : pair.changes()) {
                all.add(change);
                boolean isRefused = task.limits().refuse(change);
                Acceptance acceptance =
                        isRefused ? acceptances.of(new Client(pair.name(), pair.packageName()), change) : null;
                changes.add(new ReportedChange(
                        change,
                        pair.before() == null || change.before() == null
                                ? null
                                : pair.before().location(change.before()),
                        pair.after() == null || change.after() == null
                                ? null
                                : pair.after().location(change.after()),
                        Acceptances.standing(isRefused, acceptance),
                        acceptance,
                        code == null ? null : code.touching(change)));
            }
            services.add(new CheckedService(
                    pair.name(),
                    pair.packageName(),
                    pair.before() == null ? null : pair.before().model(),
                    pair.after() == null ? null : pair.after().model(),
                    changes));
        }
        return new CheckReport(
                task.generatorVersion(),
                task.project().folderInRepository(),
                baseline.description(),
                services,
                acceptances.complaints(),
                advice(task, baseline, all));
    }

    /** The uses of the clients in the code of the project, {@code null} if there is no code, or nothing to look for. */
    private @Nullable CallSites callSites(CheckTask task, List<Comparison.Pair> pairs) {
        if (task.classes().isEmpty()
                || pairs.stream().allMatch(pair -> pair.changes().isEmpty())) {
            return null;
        }
        Set<String> packages = new HashSet<>();
        pairs.forEach(pair -> packages.addAll(pair.packages()));
        CallSites sites = CallSites.of(task.classes(), packages);
        sites.warnings().forEach(console::warn);
        return sites;
    }

    private @Nullable VersionAdvice advice(CheckTask task, Baseline baseline, List<ApiChange> changes) {
        String before = baseline.version();
        String present = task.project().version();
        if (before == null || present == null || changes.isEmpty()) {
            return null;
        }
        for (String version : List.of(before, present)) {
            if (!VersionPolicy.isReadable(version)) {
                console.warn("the version " + version + " does not begin with numbers: it is not compared with what the"
                        + " changes need");
            }
        }
        return VersionPolicy.advise(before, present, changes, task.limits().version());
    }

    private void write(CheckTask task, CheckReport report) throws IOException {
        for (ReportFormat format : task.reports()) {
            String text = Reports.write(report, format);
            if (format == ReportFormat.GITHUB) {
                commands.print(text);
                commands.flush();
            } else {
                Path file = task.reportDirectory().resolve(format.fileName());
                new UserFile(file, "the report " + task.project().shortened(file)).update(text);
            }
        }
    }

    private void print(CheckReport report, String begin) {
        console.info(begin + report.baseline() + ".");
        for (ReportLine line : Reports.text(report)) {
            switch (line.level()) {
                case ERROR -> console.error(line.text());
                case WARNING -> console.warn(line.text());
                case INFO -> console.info(line.text());
            }
        }
    }

    private static void judge(CheckTask task, CheckReport report) throws GenerationFailedException {
        long failing = report.failing().count();
        List<String> reasons = new ArrayList<>();
        if (failing > 0) {
            reasons.add(
                    failing + (failing == 1 ? " change is" : " changes are") + " not allowed: adapt the users of the"
                            + " client and accept " + (failing == 1 ? "it" : "them")
                            + " with -Dwhittle.accept=\"<reason>\", or go back to the former model");
        }
        VersionAdvice version = report.version();
        if (version != null && version.fails()) {
            reasons.add("the version " + version.present() + " promises too little: the changes since "
                    + version.before() + " need " + version.next() + " at least");
        }
        if (task.failOnWarning() && !report.complaints().isEmpty()) {
            reasons.add("there are complaints about accepted changes and failOnWarning is set");
        }
        if (!reasons.isEmpty()) {
            throw new GenerationFailedException(String.join("; ", reasons) + ".");
        }
    }

    private void accept(CheckTask task, CheckTask.NewAcceptance acceptance, CheckReport report, Acceptances acceptances)
            throws IOException {
        List<Acceptance> accepted = new ArrayList<>(acceptances.kept());
        int before = accepted.size();
        for (CheckedService service : report.services()) {
            for (ReportedChange change : service.changes()) {
                if (change.standing() == Standing.FAILS) {
                    accepted.add(new Acceptance(
                            service.name(),
                            service.packageName(),
                            change.change().code().code(),
                            change.change().place(),
                            change.change().message(),
                            acceptance.reason(),
                            task.today(),
                            acceptance.expires()));
                }
            }
        }
        if (!accepted.isEmpty() || acceptedFile(task).exists()) {
            acceptedFile(task).update(AcceptedChanges.print(accepted));
        }
        console.info("Accepted " + Verdict.count(accepted.size() - before, "change") + " in " + acceptedName(task)
                + ", kept " + before + ", removed " + acceptances.stale() + " stale ones.");
    }

    private static UserFile acceptedFile(CheckTask task) {
        return new UserFile(task.acceptedChanges(), "acceptedChanges " + acceptedName(task));
    }

    private static String acceptedName(CheckTask task) {
        return task.project().shortened(task.acceptedChanges());
    }
}
