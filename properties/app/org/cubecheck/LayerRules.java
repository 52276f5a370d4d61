package org.cubecheck;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.cubecheck.PaperAssertions.assertThat;
import static org.cubecheck.PaperAssertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Example;

/** Which package may use which; a package that is not listed here does not pass. */
class LayerRules {

    private static final String ROOT = "org.cubecheck.";

    private static final List<String> MATHEMATICS = List.of("cube", "transform", "degree", "realization", "task");

    /** What of ours a package may use, besides itself. */
    private static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("cube", List.of()),
            Map.entry("transform", List.of("cube")),
            Map.entry("degree", List.of("cube", "transform")),
            Map.entry("realization", List.of("cube", "transform", "degree")),
            Map.entry("task", List.of("cube", "transform", "degree")),
            Map.entry("claim", List.of()),
            Map.entry("referee", List.of()),
            Map.entry("audit", List.of("claim")),
            Map.entry("sweep", List.of()),
            Map.entry("paper", and(MATHEMATICS, "claim", "census")),
            Map.entry("report", List.of("audit", "claim", "sweep")),
            Map.entry("census", List.of("cube", "transform", "task")),
            Map.entry("spark", List.of("sweep")),
            Map.entry("search", List.of("census", "claim", "cube", "paper", "referee", "sweep", "sweeps", "transform")),
            Map.entry("sweeps", List.of("census", "claim", "experiment", "sweep", "task", "transform")),
            Map.entry("vocabulary", List.of("audit", "claim", "cube", "transform")),
            Map.entry("identify", MATHEMATICS),
            Map.entry("identification", List.of("cube", "identify", "report", "transform")),
            Map.entry("experiment", and(MATHEMATICS, "claim", "identify")),
            Map.entry(
                    "cli",
                    List.of(
                            "audit",
                            "census",
                            "claim",
                            "cube",
                            "degree",
                            "experiment",
                            "identification",
                            "identify",
                            "paper",
                            "realization",
                            "referee",
                            "report",
                            "search",
                            "sweep",
                            "sweeps",
                            "task",
                            "transform"))));

    /** Libraries that a package may use besides the JDK, where that is a rule. */
    private static final Map<String, List<String>> LIBRARIES = Map.of(
            "claim", List.of(),
            "audit", List.of(),
            "referee", List.of(),
            "transform", List.of(),
            "cube", List.of("org.apache.commons.numbers.."),
            "degree", List.of("org.apache.commons.numbers.."),
            "realization", List.of("org.apache.commons.numbers.."),
            "task", List.of("org.apache.commons.numbers.."));

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.cubecheck");

    private static List<String> and(List<String> packages, String... more) {
        return Stream.concat(packages.stream(), Arrays.stream(more)).toList();
    }

    private static String[] within(Stream<String> packages) {
        return packages.map(name -> ROOT + name + "..").toArray(String[]::new);
    }

    /** The packages that exist by now. */
    private static List<String> existing() {
        return LIBRARY.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()).replaceAll("\\..*", ""))
                .distinct()
                .sorted()
                .toList();
    }

    @Example
    void every_package_has_its_place_in_the_table() {
        assertThat(existing()).isNotEmpty().allMatch(MAY_USE::containsKey);
    }

    @Example
    void a_package_uses_of_ours_what_the_table_says() {
        for (String name : existing()) {
            var foreign = within(MAY_USE.keySet().stream()
                    .filter(other -> !other.equals(name) && !MAY_USE.get(name).contains(other)));
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(foreign)
                    .because("see MAY_USE")
                    .allowEmptyShould(false)
                    .check(LIBRARY);
        }
    }

    @Example
    void a_package_uses_of_others_what_the_table_says() {
        LIBRARIES.forEach((name, libraries) -> {
            if (!existing().contains(name)) return;
            var allowed = Stream.concat(Stream.of("java..", "jdk.incubator..", ROOT + ".."), libraries.stream())
                    .map(entry -> entry.replace("...", ".."))
                    .toArray(String[]::new);
            classes()
                    .that()
                    .resideInAPackage(ROOT + name + "..")
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(allowed))
                    .because("see LIBRARIES")
                    .allowEmptyShould(false)
                    .check(LIBRARY);
        });
    }

    @Example
    void the_auditor_knows_no_boolean_mathematics_and_claims_only_the_jdk() {
        noClasses()
                .that()
                .resideInAPackage("org.cubecheck.audit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(within(MATHEMATICS.stream()))
                .allowEmptyShould(false)
                .check(LIBRARY);
        classes()
                .that()
                .resideInAnyPackage("org.cubecheck.claim..", "org.cubecheck.referee..")
                .should()
                .onlyDependOnClassesThat(resideInAPackage("java..")
                        .or(resideInAnyPackage("org.cubecheck.claim..", "org.cubecheck.referee..")))
                .allowEmptyShould(false)
                .check(LIBRARY);
        noClasses()
                .that()
                .resideInAPackage("org.cubecheck.referee..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.cubecheck.claim..")
                .allowEmptyShould(false)
                .check(LIBRARY);
    }

    @Example
    void networks_are_built_in_one_package_only() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.cubecheck.experiment..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .allowEmptyShould(false)
                .check(LIBRARY);
    }

    @Example
    void packages_are_free_of_cycles() {
        slices().matching("org.cubecheck.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(false)
                .check(LIBRARY);
    }

    @Example
    void there_is_no_mutable_global_state() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .allowEmptyShould(false)
                .check(LIBRARY);
        assertThat(collectionsMadeOnce(LIBRARY)).isEmpty();
    }

    /**
     * A final field is mutable state all the same if it keeps a collection that can be changed, such as one that a
     * static initializer makes.
     */
    private static List<String> collectionsMadeOnce(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getStaticInitializer().stream())
                .flatMap(code -> code.getConstructorCallsFromSelf().stream())
                .filter(call -> call.getOriginOwner().getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .map(JavaField::getRawType)
                        .filter(type ->
                                type.isAssignableTo(Map.class) || type.isAssignableTo(java.util.Collection.class))
                        .anyMatch(type -> call.getTargetOwner().isAssignableTo(type.getName())))
                .map(call -> call.getDescription())
                .toList();
    }

    /** What the rule must notice. */
    private static final class Keeper {
        static final Map<String, String> KEPT = new java.util.concurrent.ConcurrentHashMap<>();
    }

    @Example
    void a_collection_that_a_static_field_keeps_is_noticed() {
        assertThat(collectionsMadeOnce(new ClassFileImporter().importClasses(Keeper.class)))
                .hasSize(1)
                .first()
                .asString()
                .contains("ConcurrentHashMap");
    }

    @Example
    void randomness_is_passed_in() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("java..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.describe(
                                "hide their seed",
                                type -> List.of("java.util.concurrent.ThreadLocalRandom", "java.security.SecureRandom")
                                        .contains(type.getName()))))
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(java.util.Random.class)
                .orShould()
                .callConstructor(java.util.SplittableRandom.class)
                .allowEmptyShould(false)
                .check(LIBRARY);
    }

    @Example
    void a_rule_that_is_broken_is_noticed() {
        var rule = noClasses()
                .that()
                .resideInAPackage("org.cubecheck.transform..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.cubecheck.cube..");
        assertThatThrownBy(() -> rule.check(LIBRARY))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Bijection");
        var empty = noClasses()
                .that()
                .resideInAPackage("org.cubecheck.nowhere..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java..")
                .allowEmptyShould(false);
        assertThatThrownBy(() -> empty.check(LIBRARY))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }
}
