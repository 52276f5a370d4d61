package org.cubecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import org.cubecheck.shared.Damage;

/** Baselines and results of sweeps, damaged: what is read can be written, what is not is one line. */
class ReaderFuzzProperties {

    private static final int BATCH = Damage.batch(900);
    private static final long ENOUGH = 16L << 20;

    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            ":",
            "null",
            "-1",
            "1e999",
            "9".repeat(400),
            "\"scope\": \"-3\"",
            "\"claims\": 5",
            "\"verdict\": \"banana\"",
            "[".repeat(2000),
            "\u0000",
            "\uFEFF",
            "\\u0000",
            "\\",
            "true",
            "\\n",
            "\"tables\": {}",
            "\"../../x\"",
            "-a".repeat(5000));

    private static final String SWEEP = Samples.SWEEP.toJson();

    /** A few claims of the real one. */
    private static String baseline() throws IOException {
        var text = Files.readString(Path.of("fixtures", "verdicts.json"));
        return Baseline.parse(text)
                .only(List.of("MINIMAL-DEGREE", "D-SQUARED-TIGHT"))
                .toJson();
    }

    @Property(tries = Damage.BATCHES, generation = GenerationMode.RANDOMIZED)
    void damaged_baselines_are_read_or_refused_in_one_line(@ForAll long seed) throws IOException {
        check(seed, baseline(), text -> Baseline.parse(text).toJson());
    }

    @Property(tries = Damage.BATCHES, generation = GenerationMode.RANDOMIZED)
    void damaged_results_of_sweeps_are_read_or_refused_in_one_line(@ForAll long seed) {
        check(seed, SWEEP, text -> SweepReport.parse(text).toJson());
    }

    private static void check(long seed, String original, Function<String, String> readAndWritten) {
        var random = new SplittableRandom(seed);
        assertThat(readAndWritten.apply(original)).isEqualTo(original);
        for (int i = 0; i < BATCH; i++) {
            var text = Damage.of(original, TOKENS, random);
            long before = Damage.allocated();
            try {
                var written = readAndWritten.apply(text);
                assertThat(readAndWritten.apply(written)).isEqualTo(written);
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).isNotBlank();
                assertThat(refused.getMessage().lines())
                        .as(refused.getMessage())
                        .hasSize(1);
            }
            assertThat(Damage.allocated() - before).isLessThan(ENOUGH);
        }
    }
}
