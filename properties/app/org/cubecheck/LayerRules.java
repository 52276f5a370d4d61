package org.cubecheck;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.cubecheck.PaperAssertions.assertThat;
import static org.cubecheck.PaperAssertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;

/** Which package may use which; a package that is not listed here does not pass. */
class LayerRules {

    private static final String ROOT = "org.cubecheck.";

    private static final List<String> MATHEMATICS = List.of("cube", "transform", "degree", "realization", "task");

    /** What of ours a package uses, besides itself: no more, and no less. A line for each, by name. */
    private static final Map<String, String> USES = new TreeMap<>(Map.ofEntries(
            Map.entry("cube", ""),
            Map.entry("transform", "cube"),
            Map.entry("degree", "cube"),
            Map.entry("realization", "cube degree transform"),
            Map.entry("task", "cube degree transform"),
            Map.entry("census", "cube task transform"),
            Map.entry("claim", ""),
            Map.entry("referee", ""),
            Map.entry("audit", "claim"),
            Map.entry("store", ""),
            Map.entry("sweep", "store"),
            Map.entry("paper", "census claim cube degree realization task transform"),
            Map.entry("report", "audit claim sweep"),
            Map.entry("spark", "store sweep"),
            Map.entry("search", "census claim cube paper referee sweep sweeps transform"),
            Map.entry("sweeps", "census claim experiment sweep task transform"),
            Map.entry("vocabulary", "audit claim cube transform"),
            Map.entry("identify", "cube transform"),
            Map.entry("identification", "cube identify report transform"),
            Map.entry("experiment", "claim cube identify store task"),
            Map.entry(
                    "cli",
                    "audit census claim cube experiment identification identify paper referee report search"
                            + " store sweep sweeps task transform")));

    /** Of a profile of its own, and not on the path of these tests. */
    private static final Set<String> ELSEWHERE = Set.of("spark");

    /** Libraries that a package may use besides the JDK, where that is a rule. */
    private static final Map<String, List<String>> LIBRARIES = Map.of(
            "claim", List.of(),
            "audit", List.of(),
            "referee", List.of(),
            "store", List.of(),
            "transform", List.of(),
            "cube", List.of("org.apache.commons.numbers.."),
            "degree", List.of("org.apache.commons.numbers.."),
            "realization", List.of("org.apache.commons.numbers.."),
            "task", List.of("org.apache.commons.numbers.."));

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // What the page of a package is annotated with is for tools alone.
            .withImportOption(location -> !location.contains("package-info"))
            .importPackages("org.cubecheck");

    private static String[] within(Stream<String> packages) {
        return packages.map(name -> ROOT + name + "..").toArray(String[]::new);
    }

    /** For each package the others of ours that its classes depend on. */
    private static SortedMap<String, String> used(JavaClasses classes) {
        var used = new TreeMap<String, String>();
        classes.stream()
                .filter(type -> type.getPackageName().startsWith(ROOT))
                .collect(Collectors.groupingBy(LayerRules::place))
                .forEach((name, types) -> used.put(
                        name,
                        types.stream()
                                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                                .map(Dependency::getTargetClass)
                                .map(JavaClass::getBaseComponentType)
                                .filter(target -> target.getPackageName().startsWith(ROOT))
                                .map(LayerRules::place)
                                .filter(other -> !other.equals(name))
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(" "))));
        return used;
    }

    /** The package of a class without the root, and without what may follow: {@code identify}. */
    private static String place(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).replaceAll("\\..*", "");
    }

    @Example
    void a_package_uses_of_ours_what_the_table_says_and_nothing_is_said_that_is_not_used() {
        var here = new TreeMap<>(USES);
        here.keySet().removeAll(ELSEWHERE);
        assertThat(used(LIBRARY)).isEqualTo(here);
    }

    @Example
    void the_page_about_the_design_has_the_same_table() throws java.io.IOException {
        var table = java.nio.file.Files.readAllLines(java.nio.file.Path.of("src/site/markdown/design.md")).stream()
                .takeWhile(line -> !line.startsWith("## Decisions"))
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .map(line -> line.split("\\|"))
                .collect(Collectors.toMap(
                        cells -> cells[2].strip().replace("`", ""),
                        cells -> cells[4].strip().replace("nothing", "").replace(",", ""),
                        (one, other) -> one + " and again",
                        TreeMap::new));
        assertThat(table).isEqualTo(USES);
    }

    /** An edge that the table does not have and one that nothing uses are told apart from those that are right. */
    @Example
    void an_edge_too_many_and_one_too_few_are_noticed() {
        var found = used(new ClassFileImporter().importPackages("org.cubecheck.transform", "org.cubecheck.cube"));
        assertThat(found).isEqualTo(Map.of("cube", "", "transform", "cube"));
        assertThat(found).isNotEqualTo(Map.of("cube", "", "transform", ""));
        assertThat(found).isNotEqualTo(Map.of("cube", "transform", "transform", "cube"));
    }

    @Example
    void a_package_uses_of_others_what_the_table_says() {
        LIBRARIES.forEach((name, libraries) -> {
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
