package org.cubecheck.identify;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import net.jqwik.api.Example;

/** Within identify: files use each other one way, and what computes knows nothing of words. */
class IdentifyRules {

    private static final String PACKAGE = "org.cubecheck.identify";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PACKAGE);

    /** A file is its top-level class with all that is nested in it. */
    private static final class Files implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().equals(PACKAGE)
                    ? SliceIdentifier.of(type.getName().replaceAll("\\$.*", ""))
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "files of " + PACKAGE;
        }
    }

    private static ArchRule noCircle() {
        return slices().assignedFrom(new Files()).should().beFreeOfCycles().allowEmptyShould(false);
    }

    @Example
    void no_circle_among_files() {
        noCircle().check(CLASSES);
    }

    /** Two files that use each other. */
    @Example
    void a_circle_among_files_is_noticed() {
        var circle = new ClassFileImporter().importClasses(CircleOfTwo.class, OtherOfTwo.class);
        assertThatThrownBy(() -> noCircle().check(circle))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Cycle detected");
    }

    /** The last digits of {@code Math.tanh} and its like differ from one Java to the next, those of StrictMath do not. */
    @Example
    void the_same_bytes_on_every_java() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(assignableTo(Math.class)))
                        .and(target(nameMatching("sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|exp|expm1|log|log10"
                                + "|log1p|pow|cbrt|hypot"))))
                .check(CLASSES);
    }

    @Example
    void what_computes_knows_nothing_of_words() {
        String words = "Headline|Notes|Reasons|VerdictSentence|Sentences";
        assertThat(CLASSES).anyMatch(type -> type.getSimpleName().matches(words));
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(Identification|Names|" + words + ")(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.identify\\.(Names|" + words + ")(\\$.*)?")
                .allowEmptyShould(false)
                .check(CLASSES);
    }
}

class CircleOfTwo {
    OtherOfTwo other() {
        return new OtherOfTwo();
    }
}

class OtherOfTwo {
    CircleOfTwo other() {
        return new CircleOfTwo();
    }
}
