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
        return Exit.OK;
    }

    /** Where the files lie is nobody else's business. */
    private String command() {
        return "java -jar target/cubecheck.jar identify" + SampleOptions.option("latents", latents.getFileName())
                + samples.latentsText()
                + SampleOptions.option("representation", representation.getFileName())
                + samples.representationText()
                + samples.commonText()
                + SampleOptions.option("seed", seed);
    }

    private void checkNoInput(Path page) {
        for (Path input : Stream.concat(Stream.of(latents, representation), samples.groupsFile().stream())
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
            return samples.judge(latents, representation, Identification.Settings.DEFAULT.withSeed(seed));
        } catch (OutOfMemoryError tooLarge) {
            throw new BadInput(
                    "the samples do not fit into the memory given to this run (raise it with java -Xmx)", tooLarge);
        }
    }
}
