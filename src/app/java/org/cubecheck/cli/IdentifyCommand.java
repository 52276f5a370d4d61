package org.cubecheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cubecheck.identification.Rendering;
import org.cubecheck.identification.Requirement;
import org.cubecheck.identify.Identification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges a representation that somebody trained against the latents behind its data. */
@Command(
        name = "identify",
        description = {
            "Audit your own network: how far does a representation identify the latents behind its data?",
            "Rows are samples. Files are .npy, .npz, .safetensors, .csv, .tsv or .txt, text and .npy also as .gz; "
                    + "latents in {-1,+1}, {0,1} or two other whole numbers, the representation"
                    + " real-valued, of any width.",
            "Where every combination of the latents occurs, the verdict on the binarised representation is exact. It "
                    + "is a world model (the latents up to order and signs, P D), or a mixture that some preferences "
                    + "for low degree cannot tell from one, or neither."
        },
        footer = {
            "",
            "Examples:",
            "  identify --latents z.npy --representation phi.npy",
            "  identify --latents run.npz --latents-name z --representation run.npz --representation-name phi "
                    + "--html phi.html"
        })
final class IdentifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--latents", paramLabel = "FILE", required = true, description = "the latents z")
    private Path latents;

    @Option(
            names = "--representation",
            paramLabel = "FILE",
            required = true,
            description = "the representation phi, row by row of the same samples")
    private Path representation;

    @Mixin
    private SampleOptions samples = new SampleOptions();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "another representation of the same samples, such as before training; where it shows the "
                    + "same, the finding is qualified")
    private Optional<Path> baseline = Optional.empty();

    @Option(names = "--baseline-name", paramLabel = "NAME", description = "the same for the baseline")
    private Optional<String> baselineName = Optional.empty();

    @Option(
            names = "--fail-under",
            paramLabel = "SCORE=VALUE",
            description =
                    "exit code 1 if a score of the JSON is below, such as mcc=0.9 (an error above), or the finding "
                            + "is weaker or qualified, such as finding=linear; may be repeated")
    private List<String> failUnder = List.of();

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "of the held-out rows, the bootstrap, the shuffles and the rotations (default: 1)")
    private long seed = Identification.Settings.DEFAULT.seed();

    @Option(names = "--json", description = "print JSON instead of text")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "write a page with the matrices drawn")
    private Optional<Path> html = Optional.empty();

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            description = "write identification.json and identification.html into this folder")
    private Optional<Path> reports = Optional.empty();

    @Option(
            names = {"-q", "--quiet"},
            description = "nothing on the standard output")
    private boolean quiet;

    @Override
    public Integer call() {
        var console = Console.of(spec);
        html.ifPresent(this::checkNoInput);
        var required = failUnder.stream()
                .map(text -> BadInput.in("--fail-under", () -> Requirement.of(text)))
                .toList();
        var found = found();
        html.ifPresent(Folder::checkWritable);
        var folder = reports.map(Folder::writable);
        html.ifPresent(file -> Folder.write(file, Rendering.html(found, command())));
        if (folder.isPresent()) {
            var files = new LinkedHashMap<String, String>();
            files.put("identification.html", Rendering.html(found, command()));
            files.put("identification.json", Rendering.json(found));
            folder.get().replace(List.copyOf(files.keySet()), files);
        }
        if (!quiet) console.out().print(json ? Rendering.json(found) : Rendering.text(found));
        var objections = required.stream()
                .flatMap(requirement -> requirement.objection(found).stream())
                .toList();
        objections.forEach(objection -> console.err().println("cubecheck: " + objection + " (--fail-under)"));
        return objections.isEmpty() ? Exit.OK : Exit.DIFFERS;
    }

    /** As it is run again from the same folder. */
    private String command() {
        return Launch.program().command(arguments());
    }

    private String arguments() {
        return "identify" + SampleOptions.option("latents", latents)
                + samples.latentsText()
                + SampleOptions.option("representation", representation)
                + samples.representationText()
                + samples.commonText()
                + baseline.map(file -> SampleOptions.option("baseline", file)).orElse("")
                + baselineName
                        .map(name -> SampleOptions.option("baseline-name", name))
                        .orElse("")
                + SampleOptions.option("seed", seed);
    }

    private void checkNoInput(Path page) {
        for (Path input : Stream.of(
                        Stream.of(latents, representation), samples.groupsFile().stream(), baseline.stream())
                .flatMap(files -> files)
                .toList()) {
            try {
                if (Files.exists(page) && Files.exists(input) && Files.isSameFile(page, input))
                    throw new BadInput("--html " + page + ": the page would take the place of the samples in " + input
                            + "; name another file");
            } catch (IOException failure) {
                throw new BadInput(page + ": " + BadInput.reason(failure), failure);
            }
        }
    }

    private Identification found() {
        try {
            return samples.judge(
                    latents, representation, baseline, baselineName, Identification.Settings.DEFAULT.withSeed(seed));
        } catch (OutOfMemoryError tooLarge) {
            throw new BadInput(
                    "the samples do not fit into the memory given to this run (raise it with java -Xmx)", tooLarge);
        }
    }
}
