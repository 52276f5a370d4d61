package org.cubecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cubecheck.census.FunctionClasses;
import org.cubecheck.census.RisingTasks;
import org.cubecheck.census.TransformClasses;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Support;
import org.cubecheck.degree.MinDegree;
import org.cubecheck.realization.Injection;
import org.cubecheck.realization.Representation;
import org.cubecheck.task.DegreeFlow;
import org.cubecheck.task.EnergyFlow;
import org.cubecheck.task.IdealLearner;
import org.cubecheck.task.TaskDistribution;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.DistanceFusion;
import org.cubecheck.transform.Preservers;
import org.cubecheck.transform.SignedPermutation;
import org.junit.jupiter.api.Test;

/** Whatever of a value is looked up by numbers: one that is out of range gives the same exception everywhere. */
class IndexRangesTest {

    /** Something of every public type of the core that is asked by numbers. */
    private static final List<Object> ASKED = List.of(
            BooleanFunction.majority(3),
            BooleanFunction.majority(3).spectrum(),
            BooleanFunction.majority(3).toReal(),
            Support.of(3, 0, 1),
            MinDegree.on(Support.of(3, 0, 1)).interpolate(1, -1),
            Representation.of(Support.of(3, 0, 1), 1, 0, 1),
            Injection.identity(3),
            Bijection.identity(3),
            SignedPermutation.identity(3),
            DistanceFusion.of(3, List.of(1)),
            DegreeFlow.of(Bijection.identity(3)),
            EnergyFlow.of(Bijection.identity(3)),
            IdealLearner.of(2),
            TaskDistribution.uniform(3),
            RisingTasks.of(3, 1),
            Preservers.of(3, List.of(1)),
            FunctionClasses.of(3),
            TransformClasses.of(2));

    /** What a number out of range has an answer to, or is no index. */
    private static final Set<String> OTHERWISE = Set.of(
            "Spectrum.weight(int)", // of a degree that no set has: 0
            "Support.contains(int)", // no
            "Support.indexOf(int)", // negative
            "RisingTasks.falling(int)", // a bound by a degree
            "Preservers.order(int)", // a dimension
            "Preservers.stranger(int)");

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName() + "("
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(",")) + ")";
    }

    /** The public methods that take numbers and no other things of this library. */
    private static Stream<Method> lookups(Class<?> type) {
        Predicate<Class<?>> number = parameter -> parameter == int.class;
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() > 0
                        && number.test(method.getParameterTypes()[0])
                        && Arrays.stream(method.getParameterTypes())
                                .allMatch(number.or(
                                        parameter -> parameter.getSimpleName().equals("Visitor"))));
    }

    @Test
    void every_type_that_is_asked_by_numbers_is_here() {
        var missing = new TreeSet<String>();
        for (var type : PublicTypes.ofTheCore()) {
            if (!type.isInterface()
                    && lookups(type).findAny().isPresent()
                    && ASKED.stream().noneMatch(type::isInstance)) missing.add(type.getName());
        }
        assertThat(missing).isEmpty();
        assertThat(ASKED.stream().flatMap(asked -> lookups(asked.getClass())).map(IndexRangesTest::name))
                .containsAll(OTHERWISE)
                .hasSizeGreaterThan(25);
    }

    @Test
    void an_index_out_of_range_is_refused_as_one() {
        for (var asked : ASKED) {
            lookups(asked.getClass())
                    .filter(method -> !OTHERWISE.contains(name(method)))
                    .forEach(method -> {
                        int indices = method.getName().equals("restrict") ? 1 : method.getParameterCount();
                        for (int i = 0; i < indices; i++) {
                            if (method.getParameterTypes()[i] != int.class) continue;
                            for (int wrong : new int[] {-1, 1 << 20, Integer.MIN_VALUE, Integer.MAX_VALUE})
                                refused(asked, method, i, wrong);
                        }
                    });
        }
    }

    private static void refused(Object asked, Method method, int parameter, int wrong) {
        var arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> type == int.class ? (Object) 1 : null)
                .toArray();
        arguments[parameter] = wrong;
        assertThatThrownBy(() -> {
                    try {
                        method.invoke(asked, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                })
                .as(name(method) + ", number " + parameter + ": " + wrong)
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining(String.valueOf(wrong));
    }
}
