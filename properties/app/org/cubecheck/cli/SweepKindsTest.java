package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Map;
import org.cubecheck.sweep.Sweep;
import org.cubecheck.sweep.SweepKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepKindsTest {

    /** A sweep goes to other machines, and what its shards come to comes back, the way the JDK writes objects. */
    @ParameterizedTest
    @CsvSource({
        "transforms, dimension, 2",
        "functions, claim, C-DEGREE-TWO",
        "counterexamples, claim, C-INVERSE-DEGREE",
        "learning-curve, dimension, 2",
        "training, experiment, frames",
    })
    void sweeps_and_their_results_travel(String name, String option, String value) throws Exception {
        travels(SweepKinds.named(name), Map.of(option, value));
    }

    private static <S extends Sweep<R>, R extends Record & Serializable> void travels(
            SweepKind<S, R> kind, Map<String, String> options) throws Exception {
        var sweep = kind.sweep().apply(kind.request(options));
        var there = copy(sweep);
        assertThat(there).isEqualTo(sweep);
        var result = there.shard(there.shards() - 1);
        assertThat(copy(result)).isEqualTo(result);
        assertThat(result).isInstanceOf(sweep.resultType());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Serializable> T copy(T object) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
