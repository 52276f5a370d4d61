package org.cubecheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cubecheck.report.SweepReport;

/** What sweeps found, as files of a reports folder. */
final class SweepFiles {

    private static final String FOLDER = "sweeps";

    private SweepFiles() {}

    /** Keeps what a sweep found. Returns the file. */
    static Path write(SweepReport sweep, Folder reports) {
        return reports.write(FOLDER + "/" + sweep.finding().name() + ".json", sweep.toJson());
    }

    /** Makes sure that what a sweep finds can be put there. @throws BadInput if something lies in its place */
    static void checkFree(Folder reports) {
        reports.checkFree(List.of(FOLDER + "/any"));
    }

    /** All that lie there, by name. @throws BadInput if one of the files is damaged */
    static List<SweepReport> in(Folder reports) {
        var folder = reports.path().resolve(FOLDER);
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .map(SweepFiles::read)
                    .toList();
        } catch (IOException failure) {
            throw new BadInput(folder + ": cannot be read, " + BadInput.reason(failure), failure);
        }
    }

    private static SweepReport read(Path file) {
        try {
            var text = Arguments.read(file);
            var sweep = BadInput.in(file.toString(), () -> SweepReport.parse(text));
            if (!file.getFileName().toString().equals(sweep.finding().name() + ".json"))
                throw new BadInput(
                        file + ": holds the result " + sweep.finding().name() + "; give it back its name");
            return sweep;
        } catch (IOException failure) {
            throw new BadInput(file + ": cannot be read, " + BadInput.reason(failure), failure);
        }
    }
}
