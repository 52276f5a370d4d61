/** Claims as data, and the auditor that says how far each of them was examined. */
module org.cubecheck.claims {
    // For tools that read the source or the classes; nothing needs them at run time.
    requires static org.apiguardian.api;
    requires static org.jspecify;

    exports org.cubecheck.audit;
    exports org.cubecheck.claim;
}
