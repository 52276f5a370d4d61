package org.cubecheck.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import org.cubecheck.census.FunctionCensus.Count;
import org.cubecheck.claim.Outcome;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.search.ClassTally.Found;
import org.cubecheck.sweep.LocalSweeper;

class FunctionCheckProperties {

    private static final ClaimSource PAPER = new PaperClaims();

    private static FunctionCheck.Result run(int n, String statement) throws InterruptedException {
        return LocalSweeper.of(2).run(new FunctionCheck(PAPER, n, statement));
    }

    private static Found found(Outcome outcome) {
        return outcome instanceof Outcome.Fails
                ? Found.FAILS
                : outcome instanceof Outcome.OutOfScope ? Found.OUT_OF_SCOPE : Found.HOLDS;
    }

    /**
     * The tally by classes against every function one by one: an orbit counted with a wrong size, or a statement that
     * is not invariant, differs.
     */
    @Example
    void up_to_three_variables_the_tally_of_every_statement_is_that_over_all_functions() throws InterruptedException {
        for (var statement : FunctionStatement.all(PAPER)) {
            for (int n = 1; n <= 3; n++) {
                int variables = n;
                var direct = new EnumMap<Found, Long>(Found.class);
                LongStream.range(0, 1L << (1 << n))
                        .forEach(table -> direct.merge(
                                found(statement.check().at(BooleanFunction.ofTable(variables, table))), 1L, Long::sum));
                var tally = run(n, statement.id()).tally().get(0);
                for (var found : Found.values())
                    assertThat(tally.count(found).functions())
                            .as(statement.id())
                            .isEqualTo(direct.getOrDefault(found, 0L));
                assertThat(tally.unlike()).as(statement.id()).isEmpty();
                assertThat(tally.objections()).as(statement.id()).isEmpty();
            }
        }
    }

    @Example
    void of_four_variables_every_claim_holds_and_every_control_fails() throws InterruptedException {
        for (var statement : FunctionStatement.all(PAPER)) {
            var tally = run(4, statement.id()).tally().get(0);
            assertThat(tally.count(Found.FAILS).classes() > 0)
                    .as(statement.id())
                    .isEqualTo(statement.control());
            assertThat(tally.failing()).hasSize((int)
                    Math.min(ClassTally.SHOWN, tally.count(Found.FAILS).classes()));
            for (long table : tally.failing())
                assertThat(statement.check().at(BooleanFunction.ofTable(4, table)))
                        .isInstanceOf(Outcome.Fails.class);
            assertThat(tally.unlike()).isEmpty();
        }
    }

    /**
     * From the census alone: of degree 1 are the 2n variables and their negations, which hold; the rest is out of
     * scope.
     */
    @Tag("thorough")
    @Example
    void of_five_variables_one_class_has_degree_one() throws InterruptedException {
        var result = run(5, "degree-one");
        var tally = result.tally().get(0);
        assertThat(tally.count(Found.HOLDS)).isEqualTo(new Count(1, 10));
        assertThat(tally.count(Found.OUT_OF_SCOPE)).isEqualTo(new Count(616_125, (1L << 32) - 10));
        assertThat(result.census().classes()).isEqualTo(616_126);
    }

    @Example
    void a_statement_that_is_not_invariant_is_noticed() {
        var tally = FunctionCheck.tally(
                3, 0, "", PAPER.referee(), f -> f.isMinus(0) ? Outcome.outOfScope("f(0) = 1") : Outcome.holds());
        assertThat(tally.unlike()).isNotEmpty();
    }

    @Example
    void a_certificate_that_the_referee_rejects_is_noticed() {
        var false_ = org.cubecheck.claim.Certificate.of("junta-bound-attained")
                .with("values", List.of(1, 1))
                .with("degree", 1)
                .with("variables", 1)
                .reading("");
        assertThat(FunctionCheck.tally(2, 0, "", PAPER.referee(), f -> Outcome.holds(1, false_))
                        .objections())
                .isNotEmpty();
        assertThat(FunctionCheck.tally(2, 0, "", PAPER.referee(), f -> Outcome.settled(false_))
                        .objections())
                .isNotEmpty();
    }

    @Example
    void results_come_back_from_JSON_and_merge_in_any_grouping() throws IOException {
        var mapper = new JsonMapper();
        var sweep = new FunctionCheck(PAPER, 3, "C-DEGREE-TWO");
        var shards = LongStream.range(0, sweep.shards())
                .mapToObj(i -> sweep.shard((int) i))
                .toList();
        assertThat(sweep.shards()).isEqualTo(4);
        for (var shard : shards)
            assertThat(mapper.readValue(mapper.writeValueAsBytes(shard), FunctionCheck.Result.class))
                    .isEqualTo(shard);
        var left = sweep.merge(sweep.merge(sweep.merge(shards.get(0), shards.get(1)), shards.get(2)), shards.get(3));
        var right = sweep.merge(shards.get(0), sweep.merge(shards.get(1), sweep.merge(shards.get(2), shards.get(3))));
        assertThat(left).isEqualTo(right);
        assertThat(left.tally().get(0).failing()).isNotEmpty();
    }

    @Example
    void what_is_no_statement_about_functions_is_refused() {
        assertThatThrownBy(() -> new FunctionCheck(PAPER, 5, "NOTHING"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no claim or control NOTHING")
                .hasMessageContaining("SENSITIVITY");
        assertThatThrownBy(() -> new FunctionCheck(PAPER, 5, "MINIMAL-DEGREE"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not about single Boolean functions");
        assertThatThrownBy(() -> new FunctionCheck(PAPER, 5, "C-JUNTA-REAL"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not about single Boolean functions");
        assertThatThrownBy(() -> new FunctionCheck(PAPER, 6, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1..5");
        assertThat(new FunctionCheck(PAPER, 5, "gf2-degree")).isEqualTo(new FunctionCheck(PAPER, 5, "GF2-DEGREE"));
    }
}
