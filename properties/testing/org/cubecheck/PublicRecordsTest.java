package org.cubecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cubecheck.audit.AuditReport;
import org.cubecheck.audit.Settings;
import org.cubecheck.census.CoordinateDegrees;
import org.cubecheck.census.FunctionKind;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Estimate;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.claim.Verdict;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Support;
import org.cubecheck.degree.Interpolant;
import org.cubecheck.degree.MinDegree;
import org.cubecheck.realization.Representation;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;
import org.cubecheck.transform.Symmetry;
import org.junit.jupiter.api.Test;

/** No public record holds null: the one who passes it is told which component it was. */
class PublicRecordsTest {

    /** Something of every type that occurs as a component. */
    private final Map<Class<?>, Object> samples = new HashMap<>();

    PublicRecordsTest() {
        var proposition =
                new Proposition<>("n = n", "", List.of(Domain.list("one point", 1, List.of(1))), n -> Outcome.holds());
        var control = new Control<>("C-ONE", "a change", proposition);
        var source = new Source(Provenance.EXTENSION, "", "", "");
        var verdict = new Verdict.Undecided(Verdict.Reason.BUDGET, "");
        var X = Support.of(1, 0, 1);
        put(int.class, 1);
        put(long.class, 1L);
        put(double.class, 1.0);
        put(boolean.class, true);
        put(Object.class, 1);
        put(String.class, "ONE");
        put(List.class, List.of());
        put(Map.class, Map.of());
        put(SortedMap.class, new TreeMap<>());
        put(BigInteger.class, BigInteger.ONE);
        put(Duration.class, Duration.ZERO);
        put(Settings.class, Settings.DEFAULT);
        put(Proposition.class, proposition);
        put(Control.class, control);
        put(Source.class, source);
        put(Claim.class, new Claim<>("ONE", "", "", source, List.of(), "", proposition, List.of(control)));
        put(Verdict.class, verdict);
        put(
                Verdict.Coverage.class,
                new Verdict.Coverage(BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO, BigInteger.ONE, 1));
        put(AuditReport.Finding.class, new AuditReport.Finding("", 1, 1, BigInteger.ONE, verdict, Duration.ZERO));
        put(Certificate.class, Certificate.of("kind").reading(""));
        put(Estimate.class, new Estimate("", 0, 0, 0, "", "", true, List.of(), Map.of()));
        put(Optional.class, Optional.empty());
        put(BooleanFunction.class, BooleanFunction.parity(1));
        put(RealFunction.class, RealFunction.ofIntegers(1, 2));
        put(Bijection.class, Bijection.identity(1));
        put(SignedPermutation.class, SignedPermutation.identity(1));
        put(Symmetry.class, Symmetry.identity(1));
        put(CoordinateDegrees.class, new CoordinateDegrees(List.of(1)));
        put(FunctionKind.class, new FunctionKind(1, 1, 1, 1, 1));
        put(Interpolant.class, MinDegree.on(X).interpolate(1, -1));
        put(Representation.class, Representation.of(X, 1, 0, 1));
    }

    private void put(Class<?> type, Object sample) {
        samples.put(type, sample);
    }

    private Object sample(Class<?> type) {
        if (samples.containsKey(type)) return samples.get(type);
        if (type.isEnum()) return type.getEnumConstants()[0];
        assertThat(type.isInterface() && !type.isSealed())
                .as("a sample of " + type)
                .isTrue();
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null);
    }

    private static Constructor<?> canonical(Class<?> type) throws NoSuchMethodException {
        var constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor;
    }

    @Test
    void null_is_refused_by_the_name_of_the_component() throws NoSuchMethodException {
        var seen = new ArrayList<String>();
        for (var type : PublicTypes.all()) {
            if (!type.isRecord()) continue;
            var constructor = canonical(type);
            var components = type.getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                if (components[i].getType().isPrimitive()) continue;
                var arguments = Arrays.stream(components)
                        .map(component -> sample(component.getType()))
                        .toArray();
                arguments[i] = null;
                seen.add(type.getSimpleName() + "." + components[i].getName());
                assertThatThrownBy(() -> {
                            try {
                                constructor.newInstance(arguments);
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        })
                        .as(type + "." + components[i].getName())
                        .isExactlyInstanceOf(NullPointerException.class)
                        .hasMessage(components[i].getName());
            }
        }
        assertThat(seen)
                .contains("Estimate.quantity", "Symmetry.right", "Hierarchical.g")
                .hasSizeGreaterThan(70);
    }

    /** A component that is an array or a collection of the caller's would change behind the record's back. */
    @Test
    void no_component_is_an_array() {
        assertThat(PublicTypes.all())
                .filteredOn(Class::isRecord)
                .flatMap(type -> Arrays.asList(type.getRecordComponents()))
                .isNotEmpty()
                .noneMatch(component -> component.getType().isArray());
    }
}
