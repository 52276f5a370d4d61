/** Exact Fourier-Walsh analysis of Boolean functions and of invertible Boolean transforms. */
@SuppressWarnings("requires-transitive-automatic") // Commons Numbers has names of modules, but no descriptors
module org.cubecheck.core {
    requires transitive org.apache.commons.numbers.fraction; // coefficients and values are its fractions
    requires org.apache.commons.numbers.core;

    // The kernels on vectors are used where the virtual machine has the module resolved, the scalar ones elsewhere.
    requires static jdk.incubator.vector;

    // For tools that read the source or the classes; nothing needs them at run time.
    requires static org.apiguardian.api;
    requires static org.jspecify;

    exports org.cubecheck.census;
    exports org.cubecheck.cube;
    exports org.cubecheck.degree;
    exports org.cubecheck.realization;
    exports org.cubecheck.task;
    exports org.cubecheck.transform;
}
