package org.cubecheck.task;

import static org.cubecheck.task.FourLatentLearner.Decision.IDENTIFIED;
import static org.cubecheck.task.FourLatentLearner.Decision.NOT_IDENTIFIED;
import static org.cubecheck.vocabulary.CubeAssertions.assertThat;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;

@Domain(CubeDomain.class)
@Domain(DomainContext.Global.class)
class FourLatentLearnerProperties {

  private static final int[] LATENTS = IntStream.range(0, 4).map(i -> (int) BooleanFunction.coordinate(4, i).table()).toArray();

  @Property(tries = 20, generation = GenerationMode.RANDOMIZED)
  void tasks_of_least_degree_identify_observed_latents(@ForAll long seed) {
    var random = new SplittableRandom(seed);
    int[] tasks = random.ints(random.nextInt(12), 0, 4).map(i -> random.nextBoolean() ? LATENTS[i] : LATENTS[i] ^ 0xFFFF).toArray();
    assertThat(FourLatentLearner.ofLatents().decide(tasks)).isEqualTo(IDENTIFIED);
  }

  @Property(tries = 10, generation = GenerationMode.RANDOMIZED)
  void without_tasks_the_observations_themselves_look_simplest(@ForAll @Variables(4) Bijection psi) {
    assertThat(FourLatentLearner.observing(4, psi.toArray()).decide()).isEqualTo(psi.isSignedPermutation() ? IDENTIFIED : NOT_IDENTIFIED);
  }

  @Property(tries = 10, generation = GenerationMode.RANDOMIZED)
  void each_latent_often_enough_is_enough(@ForAll @Variables(4) Bijection psi) {
    var learner = FourLatentLearner.observing(4, psi.toArray());
    assertThat(learner.complexity()).isEqualTo(psi.inverse().degree());
    assertThat(learner.decide(each(learner.complexity() - 3))).isEqualTo(IDENTIFIED);
  }

  /** What three latents and any fourth coordinate, or two latents and any two, can do is enumerated here: no rival may be among them. */
  @Property(tries = 4, generation = GenerationMode.RANDOMIZED)
  void an_identified_case_has_no_rival_among_models_that_keep_two_latents(@ForAll long seed) {
    var random = new SplittableRandom(seed);
    var psi = Bijection.random(4, random);
    int[] tasks = IntStream.concat(Arrays.stream(each(2)), random.ints(6, 0, 4).map(i -> LATENTS[i])).toArray();
    boolean rival = false;
    int own = cost(Bijection.identity(4), psi, tasks);
    for (int trial = 0; trial < 3000 && !rival; trial++) {
      // z_0 and z_1 kept (after a signed permutation), the other two replaced within the four blocks.
      var s = SignedPermutation.random(4, random).toBijection();
      int[] image = new int[16];
      for (int block = 0; block < 4; block++) {
        int[] inner = Bijection.random(2, random).toArray();
        for (int z = 0; z < 4; z++) image[block | z << 2] = block | inner[z] << 2;
      }
      var T = Bijection.of(image).after(s);
      rival = !T.isSignedPermutation() && cost(T, psi, tasks) <= own;
    }
    var decision = FourLatentLearner.observing(4, psi.toArray()).decide(tasks);
    if (rival) assertThat(decision).isEqualTo(NOT_IDENTIFIED);
    if (decision == IDENTIFIED) assertThat(rival).isFalse();
  }

  private static int cost(Bijection T, Bijection psi, int[] tasks) {
    return T.after(psi.inverse()).degree() + Arrays.stream(tasks).map(task -> new Task(BooleanFunction.ofTable(4, task)).predictor(T).degree()).sum();
  }

  private static int[] each(int times) {
    return IntStream.range(0, 4 * times).map(i -> LATENTS[i % 4]).toArray();
  }

  @Example
  void the_coordinates_of_another_model_identify_that_one() {
    var T = Bijection.of(IntStream.range(0, 16).map(z -> (z & 1) != 0 ? z ^ 14 : z).toArray());
    int[] tasks = T.coordinates().stream().flatMapToInt(f -> IntStream.generate(() -> (int) f.table()).limit(9)).toArray();
    assertThat(FourLatentLearner.ofLatents().decide(tasks)).isEqualTo(NOT_IDENTIFIED);
  }

  @Example
  void observations_in_more_dimensions_cost_what_their_interpolation_costs() {
    // Each latent written twice: the first copy is a coordinate.
    var learner = FourLatentLearner.observing(8, IntStream.range(0, 16).map(z -> z | z << 4).toArray());
    assertThat(learner.complexity()).isEqualTo(4);
    assertThat(learner.decide()).isEqualTo(IDENTIFIED);
    assertThatThrownBy(() -> FourLatentLearner.observing(4, new int[16])).hasMessageContaining("all different");
  }
}
