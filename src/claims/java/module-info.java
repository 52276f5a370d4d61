/** Claims as data, and the auditor that says how far each of them was examined. */
module org.cubecheck.claims {
    exports org.cubecheck.audit;
    exports org.cubecheck.claim;
}
