package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReaderTest {

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }

    @Test
    void what_nobody_reads_any_more_is_dropped() throws Exception {
        var reader = new Reader(failing("Broken pipe"));
        reader.write(1);
        reader.write(new byte[10]);
        reader.flush();
    }

    @Test
    void any_other_failure_stays_one() {
        assertThatThrownBy(() -> new Reader(failing("No space left on device")).write(1))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void a_reader_that_closes_early_is_told_nothing() throws Exception {
        var process = new ProcessBuilder(Run.command(Main.class, "census", "--dimension", "3", "--json")).start();
        process.getInputStream().close();
        assertThat(new String(process.getErrorStream().readAllBytes())).isEmpty();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
