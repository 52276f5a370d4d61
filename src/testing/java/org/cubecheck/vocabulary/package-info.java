/**
 * The vocabulary in which the properties are written: generators for functions and transforms ({@link
 * org.cubecheck.vocabulary.CubeDomain}), assertions ({@link org.cubecheck.vocabulary.CubeAssertions}), and one seed for
 * a whole run ({@link org.cubecheck.shared.SeedOverride}).
 */
package org.cubecheck.vocabulary;
