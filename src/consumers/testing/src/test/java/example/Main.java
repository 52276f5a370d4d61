package example;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;

import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.vocabulary.CubeAssertions;

/** An assertion outside of a test, for a look at the module that it comes from. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        assertThat(BooleanFunction.majority(3)).hasDegree(3);
        System.out.println(CubeAssertions.class.getModule().getName());
    }
}
