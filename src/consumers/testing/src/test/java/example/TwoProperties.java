package example;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;

/** A true property, and a false one whose counterexample is shrunk. */
@Domain(CubeDomain.class)
class TwoProperties {

    @Property
    void the_degree_over_two_elements_is_at_most_the_degree(@ForAll BooleanFunction f) {
        assertThat(f.gf2Degree()).isLessThanOrEqualTo(f.degree());
    }

    @Property
    void the_degree_is_that_over_two_elements(@ForAll @Variables(min = 1, max = 4) BooleanFunction f) {
        assertThat(f).hasDegree(f.gf2Degree());
    }
}
