package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The example of the page: it is the same text, it runs, and it says what the page says. */
class LibraryExampleTest {

    @Test
    void the_example_says_what_the_page_says() throws IOException {
        var written = new ByteArrayOutputStream();
        var standard = System.out;
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            example();
        } finally {
            System.setOut(standard);
        }
        String said = written.toString(StandardCharsets.UTF_8);
        assertThat(said)
                .startsWith(
                        "Axis-aligned: Binarised, a world model up to P D: (φ1, φ2, φ3, φ4) = (-z3, z1, z4, -z2), of the least "
                                + "degree 4.");
        assertThat(said.lines()).hasSize(3);
        assertThat(page()).contains("```\n" + said + "```");
    }

    @Test
    void the_page_has_the_same_lines() throws IOException {
        String source = Files.readString(
                Path.of("properties", "identify", "org", "cubecheck", "identify", "LibraryExampleTest.java"));
        String body = source.substring(source.indexOf("// begin\n") + 9, source.indexOf("        // end\n"));
        String shown = body.lines()
                .map(line -> line.substring(Math.min(8, line.length())))
                .collect(Collectors.joining("\n"));
        assertThat(page()).contains("```java\n" + shown + "\n```");
    }

    @Test
    void the_mixture_and_the_noise_beside_it_are_what_the_gallery_calls_them() {
        var latents = Samples.read(Path.of("fixtures", "identify", "z.npy"));
        var mixed = Identification.of(latents, Samples.read(Path.of("fixtures", "identify", "phi.npz"), "mixed"));
        assertThat(mixed.headline())
                .contains("(φ1, φ2, φ3, φ4) = (z1z2, z2, -z2z3, z2z4), the mixture z_i ↦ z_i z_2 for every i ≠ 2")
                .contains("for k = 2,");
        var noise = Identification.of(latents, Samples.read(Path.of("fixtures", "identify", "phi.npz"), "noise"));
        assertThat(noise.headline()).startsWith("Nothing shown beyond chance");
        assertThat(noise.identificationError()
                        .orElseThrow()
                        .covers(noise.chanceError().orElseThrow().value()))
                .isTrue();
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("src/site/markdown/first-network.md"));
    }

    private static void example() {
        // begin
        Samples latents = Samples.read(Path.of("fixtures/identify/z.npy"));
        Samples representation = Samples.read(Path.of("fixtures/identify/phi.npz"), "phi");
        Identification found = Identification.of(latents, representation);

        System.out.println(found.headline());
        System.out.println(found.recovered() + " of " + found.latents() + " recovered, binarised: "
                + found.signedPermutation().orElseThrow());
        System.out.println("exact error of a linear probe, binarised: "
                + found.cube().flatMap(WholeCube::identificationError).orElseThrow());
        // end
    }
}
