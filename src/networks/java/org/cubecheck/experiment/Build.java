package org.cubecheck.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What this program was built from. */
public final class Build {

    private Build() {}

    /** The version of the jar, if it is run from one. */
    public static Optional<String> version() {
        return Optional.ofNullable(Build.class.getPackage().getImplementationVersion());
    }

    /** The commit, with "with local changes" where there were any; empty if it was built where git does not answer. */
    public static Optional<String> commit() {
        try (var in = Build.class.getResourceAsStream("commit.txt")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                            .filter(commit -> !commit.isEmpty());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
