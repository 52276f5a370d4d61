/** What a test of Boolean functions, transforms and claims needs: generators, assertions, claims as tests. */
module org.cubecheck.testing {
    requires transitive net.jqwik.api;
    requires transitive org.assertj.core;
    requires transitive org.cubecheck.claims;
    requires transitive org.cubecheck.core;
    requires transitive org.junit.jupiter.api;

    // For tools that read the source or the classes; nothing needs them at run time.
    requires static org.apiguardian.api;
    requires static org.jspecify;

    exports org.cubecheck.vocabulary;
}
