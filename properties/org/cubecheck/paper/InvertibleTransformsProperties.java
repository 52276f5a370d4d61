package org.cubecheck.paper;

import static org.cubecheck.paper.InvertibleTransforms.MINIMAL_DEGREE;
import static org.cubecheck.vocabulary.CubeAssertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.cubecheck.transform.Bijection;
import org.cubecheck.vocabulary.CubeDomain;

@Domain(CubeDomain.class)
class InvertibleTransformsProperties {

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void total_degree_is_minimal_exactly_for_signed_permutations(@ForAll Bijection T) {
    assertThat(MINIMAL_DEGREE).holdsAt(T);
  }

  @Example
  void the_inverse_of_a_transform_may_have_another_degree_from_dimension_three_on() {
    assertThat(MINIMAL_DEGREE.controls().get(0)).isRefutedFirstAt(3);
  }
}
