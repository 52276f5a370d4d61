package org.cubecheck.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import org.cubecheck.claim.Outcome;
import org.cubecheck.paper.Objective;
import org.cubecheck.sweep.LocalSweeper;
import org.cubecheck.transform.Bijection;

class CounterexampleSearchProperties {

    private static final ClaimSource PAPER = new PaperClaims();

    private static SearchResult search(String statement, int d, int restarts) throws InterruptedException {
        return LocalSweeper.of(2).run(new CounterexampleSearch(PAPER, statement, d, restarts, 1));
    }

    private static Bijection transform(SearchResult result) {
        return Bijection.of(result.nearest().stream().mapToInt(image -> image).toArray());
    }

    @Example
    void every_control_is_refuted_and_no_claim_is() throws InterruptedException {
        for (var target : SearchTarget.all(PAPER)) {
            var objective = target.objective();
            // C-SUM has no counterexample below six dimensions; the controls with the least ranges have theirs at the
            // top of them.
            int d = target.control()
                    ? Math.min(objective.most(), objective.statement().equals("C-SUM") ? 6 : 5)
                    : Math.min(objective.most(), 3);
            boolean slow = objective
                    .statement()
                    .matches("C-DROP-ANYWHERE|IDENTIFIES-AT-1|NON-IDENTIFIABLE|.*-TASK|NO-FREE-LUNCH|REA.*");
            var result = search(objective.statement(), d, objective.statement().equals("C-SUM") ? 200 : slow ? 2 : 10);
            assertThat(result.refuting() > 0).as(objective.statement()).isEqualTo(target.control());
            assertThat(objective.check().apply(transform(result)) instanceof Outcome.Fails)
                    .as(objective.statement())
                    .isEqualTo(target.control());
            assertThat(objective.slack().applyAsInt(transform(result))).isEqualTo(result.least());
            assertThat(result.contradicted()).as(objective.statement()).isEmpty();
        }
    }

    @Example
    void in_six_dimensions_what_lies_two_degrees_up_is_found_and_what_lies_one_degree_up_is_not()
            throws InterruptedException {
        assertThat(search("C-CENSUS-INVERSE", 6, 50).refuting()).isPositive();
        assertThat(search("C-ONE-DEGREE-MORE", 6, 50).refuting()).isPositive();
        var claim = search("CENSUS-INVERSE", 6, 50);
        assertThat(claim.refuting()).isZero();
        assertThat(claim.restarts()).isEqualTo(50);
        assertThat(claim.least()).isZero();
    }

    @Example
    void a_slack_that_contradicts_the_check_is_noticed() {
        var wrong = new Objective("WRONG", 1, 6, "", T -> T.degree() - T.dimension() - 1, T -> Outcome.holds());
        assertThat(CounterexampleSearch.search(wrong, 3, 0, 20, 1).contradicted())
                .isNotEmpty();
        var deaf = new Objective(
                "DEAF",
                1,
                6,
                "",
                T -> 0,
                T -> Outcome.fails(org.cubecheck.claim.Certificate.of("any").reading("")));
        assertThat(CounterexampleSearch.search(deaf, 3, 0, 1, 1).contradicted()).isNotEmpty();
    }

    @Example
    void the_descent_descends() {
        var objective = SearchTarget.named(PAPER, "MINIMAL-DEGREE").objective();
        var result = CounterexampleSearch.search(objective, 4, 0, 40, 3);
        double start = IntStream.range(0, 40)
                .map(i -> objective.slack().applyAsInt(Bijection.random(4, new SplittableRandom(i))))
                .average()
                .orElseThrow();
        double end = result.ends().entrySet().stream()
                        .mapToLong(entry -> entry.getKey() * entry.getValue())
                        .sum()
                / 40.0;
        assertThat(end).isLessThan(start / 2);
    }

    @Example
    void shards_merge_to_the_search_in_one_piece_and_come_back_from_JSON() throws IOException {
        var mapper = new JsonMapper();
        var sweep = new CounterexampleSearch(PAPER, "C-INVERSE-DEGREE", 3, 120, 9);
        assertThat(sweep.shards()).isEqualTo(3);
        var shards = IntStream.range(0, 3).mapToObj(sweep::shard).toList();
        for (var shard : shards)
            assertThat(mapper.readValue(mapper.writeValueAsBytes(shard), SearchResult.class))
                    .isEqualTo(shard);
        var whole = CounterexampleSearch.search(
                SearchTarget.named(PAPER, "C-INVERSE-DEGREE").objective(), 3, 0, 120, 9);
        assertThat(sweep.merge(sweep.merge(shards.get(0), shards.get(1)), shards.get(2)))
                .isEqualTo(whole);
        assertThat(sweep.merge(shards.get(0), sweep.merge(shards.get(1), shards.get(2))))
                .isEqualTo(whole);
        assertThat(whole.restarts()).isEqualTo(120);
        assertThat(CounterexampleSearch.search(
                        SearchTarget.named(PAPER, "C-INVERSE-DEGREE").objective(), 3, 0, 120, 10))
                .isNotEqualTo(whole);
    }

    /** An odd and an even number of exchanges, moves before and after the transform: nothing is out of reach. */
    @Example
    void steps_lead_from_the_identity_to_every_transform_of_the_square_and_change_few_points_or_many() {
        var random = new SplittableRandom(2);
        var met = new HashSet<Bijection>();
        int[] image = Bijection.identity(2).toArray();
        for (int i = 0; i < 2_000; i++) {
            Neighbours.step(2, image, random);
            met.add(Bijection.of(image));
        }
        assertThat(met).hasSize(24);
        var moved = new HashSet<Integer>();
        for (int i = 0; i < 2_000; i++) {
            int[] start = Bijection.random(4, random).toArray();
            int[] end = start.clone();
            Neighbours.step(4, end, random);
            Bijection.of(end);
            moved.add(
                    (int) IntStream.range(0, 16).filter(z -> start[z] != end[z]).count());
        }
        assertThat(moved).containsExactlyInAnyOrder(2, 4, 8, 16);
        int[] one = {0, 1};
        Neighbours.step(1, one, random);
        assertThat(Arrays.stream(one).boxed().toList()).containsExactly(1, 0);
    }

    @Example
    void what_cannot_be_searched_is_refused() {
        assertThatThrownBy(() -> new CounterexampleSearch(PAPER, "NOTHING", 5, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no claim or control NOTHING")
                .hasMessageContaining("CENSUS-INVERSE");
        assertThatThrownBy(() -> new CounterexampleSearch(PAPER, "PARSEVAL", 5, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not about single transforms");
        assertThatThrownBy(() -> new CounterexampleSearch(PAPER, "MINIMAL-DEGREE", 7, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1..6, not 7");
        assertThatThrownBy(() -> new CounterexampleSearch(PAPER, "NON-IDENTIFIABLE", 5, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1..4, not 5");
        assertThatThrownBy(() -> new CounterexampleSearch(PAPER, "MINIMAL-DEGREE", 5, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
    }
}
