package org.cubecheck.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cubecheck.identify.Identification;
import org.cubecheck.identify.ReadOptions;
import org.cubecheck.identify.Samples;
import org.cubecheck.report.Program;
import picocli.CommandLine.Option;

/** How samples are read from their files. */
final class SampleOptions {

    @Option(
            names = "--latents-name",
            paramLabel = "NAME",
            description = "which array of a .npz or .safetensors file (default: the only one)")
    private Optional<String> latentsName = Optional.empty();

    @Option(names = "--representation-name", paramLabel = "NAME", description = "the same for the representation")
    private Optional<String> representationName = Optional.empty();

    @Option(
            names = "--latents-columns",
            paramLabel = "COLS",
            split = ",",
            hideParamSyntax = true,
            description = "the columns that are latents: names, numbers from 1 or ranges, such as z1-z4 or 2-5,8")
    private List<String> latentsColumns = List.of();

    @Option(
            names = {"--representation-columns", "--columns"},
            paramLabel = "COLS",
            split = ",",
            hideParamSyntax = true,
            description = "the same for the representation")
    private List<String> columns = List.of();

    @Option(
            names = "--header",
            paramLabel = "yes|no|auto",
            description = "whether the first line of text holds names (default: auto)")
    private ReadOptions.Header header = ReadOptions.Header.AUTO;

    @Option(
            names = "--decimal",
            paramLabel = "point|comma|auto",
            description = "what numbers in text are written with (default: auto)")
    private ReadOptions.Decimal decimal = ReadOptions.Decimal.AUTO;

    @Option(
            names = "--groups",
            paramLabel = "FILE",
            description = "a label a row: rows that share words, objects or recordings are kept together wherever rows "
                    + "are split, drawn or shuffled")
    private Optional<Path> groups = Optional.empty();

    @Option(
            names = "--groups-column",
            paramLabel = "NAME",
            description = "the same, as a column of the latents or of the representation")
    private Optional<String> groupsColumn = Optional.empty();

    private ReadOptions options(Optional<String> array, List<String> some) {
        return new ReadOptions(array, header, decimal, some, groupsColumn);
    }

    Identification judge(
            Path latents,
            Path representation,
            Optional<Path> baseline,
            Optional<String> baselineName,
            Identification.Settings settings) {
        var z = read("--latents", latents, options(latentsName, latentsColumns));
        var phi = read("--representation", representation, options(representationName, columns));
        var before = baseline.map(file -> read("--baseline", file, options(baselineName, List.of())));
        if (groups.isPresent() && groupsColumn.isPresent())
            throw new BadInput("--groups and --groups-column: rows are grouped once; give one of them");
        if (groupsColumn.isPresent() && z.groups().isEmpty() && phi.groups().isEmpty())
            throw new BadInput("--groups-column " + groupsColumn.get() + ": neither file has such a column");
        var grouped = groups.map(file -> BadInput.in("--groups", () -> Samples.readGroups(file, z.rows())));
        return BadInput.in("identify", () -> Identification.of(z, phi, before, grouped, settings));
    }

    private static Samples read(String option, Path file, ReadOptions options) {
        return BadInput.in(option, () -> Samples.read(file, options));
    }

    /** The options of the latents' array and columns, and of the representation's, and those of both, as a shell takes them. */
    String latentsText() {
        return text("latents-name", latentsName) + text("latents-columns", list(latentsColumns));
    }

    String representationText() {
        return text("representation-name", representationName) + text("representation-columns", list(columns));
    }

    String commonText() {
        return text(
                        "header",
                        Optional.of(header)
                                .filter(h -> h != ReadOptions.Header.AUTO)
                                .map(SampleOptions::lower))
                + text(
                        "decimal",
                        Optional.of(decimal)
                                .filter(d -> d != ReadOptions.Decimal.AUTO)
                                .map(SampleOptions::lower))
                + text("groups", groups)
                + text("groups-column", groupsColumn);
    }

    private static Optional<String> list(List<String> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(String.join(",", some));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String text(String name, Optional<?> value) {
        return value.map(given -> option(name, given)).orElse("");
    }

    static String option(String name, Object value) {
        return " --" + name + " " + Program.quoted(value.toString());
    }

    Optional<Path> groupsFile() {
        return groups;
    }
}
