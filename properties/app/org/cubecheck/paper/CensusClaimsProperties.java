package org.cubecheck.paper;

import static org.cubecheck.PaperAssertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Outcome;
import org.cubecheck.paper.ExactDegreeTasks.Point;

class CensusClaimsProperties {

    @Example
    void the_claims_of_the_census_stand_up_to_dimension_three() {
        assertThat(Census.DEGREES).standsUpTo(3);
        assertThat(Census.CLASSES).standsUpTo(3);
        assertThat(Census.INVERSE).standsUpTo(3);
    }

    @Example
    void the_controls_of_the_census_are_refuted_at_the_smallest_dimension() {
        assertThat(Census.DEGREES.controls().get(0)).isRefutedFirstAt(2);
        assertThat(Census.DEGREES.controls().get(1)).isRefutedFirstAt(2);
        assertThat(Census.CLASSES.controls().get(0)).isRefutedFirstAt(2);
        assertThat(Census.INVERSE.controls().get(0)).isRefutedFirstAt(3);
    }

    @Tag("thorough")
    @Example
    void tasks_of_one_exact_degree_favour_no_signed_permutation() {
        assertThat(ExactDegreeTasks.LEAST).standsUpTo(3);
        assertThat(ExactDegreeTasks.LEAST.controls().get(0)).isRefutedFirstAt(2);
        assertThat(ExactDegreeTasks.LEAST.controls().get(1)).isRefutedFirstAt(1);
        assertThat(ExactDegreeTasks.EVEN).standsUpTo(12);
        assertThat(ExactDegreeTasks.EVEN.controls().get(0)).isRefutedFirstAt(2);
        assertThat(ExactDegreeTasks.MINIMISERS).standsUpTo(12);
        assertThat(ExactDegreeTasks.MINIMISERS.controls().get(0)).isRefutedFirstAt(4);
        assertThat(ExactDegreeTasks.MINIMISERS.controls().get(1)).isRefutedFirstAt(3);
    }

    @Tag("thorough")
    @Example
    void a_census_with_one_transform_moved_or_a_row_missing_is_rejected() {
        for (int d = 2; d <= 4; d++) {
            var census = exhibit(Census.DEGREES.at(d));
            assertThat(census).isAccepted();
            var rows = new ArrayList<Object>((List<?>) census.data().get("rows"));
            rows.remove(rows.size() - 1);
            assertThat(census).isRejectedWith("rows", rows, "is stated as 0");
            assertThat(census).isRejectedWith("rows", moved(census, 0, 1), "the count for the degrees");
        }
        // Moved so that the total and the laws of one and of two coordinates stay.
        var census = exhibit(Census.DEGREES.at(4));
        var rows = new ArrayList<Map<String, Object>>();
        for (Object row : (List<?>) census.data().get("rows")) {
            var copy = new LinkedHashMap<String, Object>();
            ((Map<?, ?>) row).forEach((key, value) -> copy.put((String) key, value));
            long change = switch (copy.get("degrees").toString()) {
                case "[2, 2, 2, 2]" -> 24;
                case "[2, 2, 2, 3]" -> -96;
                case "[2, 2, 3, 3]" -> 144;
                case "[2, 3, 3, 3]" -> -96;
                case "[3, 3, 3, 3]" -> 24;
                default -> 0;
            };
            copy.put("count", (Long) copy.get("count") + change);
            rows.add(copy);
        }
        assertThat(census).isRejectedWith("rows", rows, "the count for the degrees [2, ");
    }

    private static List<Map<String, Object>> moved(Certificate census, int from, int to) {
        var rows = new ArrayList<Map<String, Object>>();
        for (Object row : (List<?>) census.data().get("rows")) {
            var copy = new LinkedHashMap<String, Object>();
            ((Map<?, ?>) row).forEach((key, value) -> copy.put((String) key, value));
            rows.add(copy);
        }
        rows.get(from).merge("count", -1L, (a, b) -> (Long) a + (Long) b);
        rows.get(to).merge("count", 1L, (a, b) -> (Long) a + (Long) b);
        return rows;
    }

    @Example
    void classes_left_out_or_listed_twice_are_noticed() {
        for (int d : List.of(3, 4)) {
            var classes = exhibit(Census.CLASSES.at(d));
            assertThat(classes).isAccepted();
            var listed = new ArrayList<Object>((List<?>) classes.data().get("representatives"));
            assertThat(classes).isRejectedWith("classes", 53L, "classes is stated as 53");
            listed.set(1, listed.get(0));
            assertThat(classes).isRejectedWith("representatives", listed, "two representatives of one class");
            listed.remove(1);
            assertThat(classes).isRejectedWith("representatives", listed, "transforms is stated");
        }
    }

    @Tag("thorough")
    @Example
    void minima_that_are_not_attained_or_not_least_are_rejected() {
        for (var point : List.of(new Point(2, 2), new Point(3, 2), new Point(4, 2), new Point(4, 3), new Point(4, 4))) {
            var minimum = exhibit(ExactDegreeTasks.LEAST.at(point));
            assertThat(minimum).isAccepted();
            assertThat(minimum).isRejectedWith("least", (Long) minimum.data().get("least") - 2, "least is stated");
            if (minimum.data().containsKey("minimisers"))
                assertThat(minimum).isRejectedWith("minimisers", 7L, "minimisers is stated as 7");
        }
        var better = exhibit(ExactDegreeTasks.LEAST.at(new Point(3, 2)));
        var worse = new LinkedHashMap<String, Object>(better.data());
        worse.put("transform", List.of(0L, 1L, 2L, 3L, 4L, 5L, 7L, 6L));
        worse.put("least", 120L);
        assertThat(new Certificate(better.kind(), "", worse)).isRejected("");
    }

    @Example
    void a_fold_that_raises_a_product_is_rejected() {
        var fold = ((Outcome.Settled) ExactDegreeTasks.EVEN.at(new Point(6, 4))).certificate();
        assertThat(fold).isAccepted();
        assertThat(fold)
                .isRejectedWith("taskDegree", 3L, "an odd degree")
                .isRejectedWith("taskDegree", 2L, "not lowered");
        assertThat(fold).isRejectedWith("coordinates", List.of(1L, 2L, 4L, 8L, 16L, 32L), "another transform");
        assertThat(fold).isRejectedWith("coordinates", List.of(1L, 3L, 5L, 9L, 17L, 17L), "another transform");
    }

    @Example
    void more_tasks_or_minimisers_than_there_are_are_rejected() {
        var odd = ((Outcome.Settled) ExactDegreeTasks.MINIMISERS.at(new Point(5, 3))).certificate();
        assertThat(odd).isAccepted();
        assertThat(odd.data())
                .containsEntry("minimisers", "3840")
                .containsEntry("tasks", 807_428L)
                .containsEntry("lower", 552L)
                .containsEntry("rising", 49_815L);
        assertThat(odd)
                .isRejectedWith("rising", 49_816L, "rising is stated as")
                .isRejectedWith("lower", 551L, "lower is stated as");
        assertThat(odd)
                .isRejectedWith("taskDegree", 2L, "the kernel is at [5]")
                .isRejectedWith("taskDegree", 4L, "not within 2..3");
        var even = ((Outcome.Settled) ExactDegreeTasks.MINIMISERS.at(new Point(4, 2))).certificate();
        assertThat(even.data()).containsEntry("minimisers", "1536");
        assertThat(even).isAccepted().isRejectedWith("group", "SIGNED_PERMUTATIONS", "the kernel is at [4]");
    }

    private static Certificate exhibit(Outcome outcome) {
        return ((Outcome.Holds) outcome).exhibits().get(0);
    }
}
