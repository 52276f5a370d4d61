package org.cubecheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cubecheck.claim.Claim;
import org.cubecheck.cube.Cube;
import org.cubecheck.vocabulary.CubeDomain;

/** What a user of the core, of the claims and of the vocabulary for tests can name. */
final class PublicTypes {

    private PublicTypes() {}

    static List<Class<?>> ofTheCore() {
        return beside(Cube.class);
    }

    static List<Class<?>> all() {
        var all = new ArrayList<>(ofTheCore());
        all.addAll(beside(Claim.class));
        all.addAll(beside(CubeDomain.class));
        return all;
    }

    /** The public types of the module that brings a class. */
    private static List<Class<?>> beside(Class<?> one) {
        try {
            var root = Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(root)) return in(root);
            try (var jar = java.nio.file.FileSystems.newFileSystem(root)) {
                return in(jar.getPath("/"));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Class<?>> in(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.replace(".class", "").replaceAll("[/\\\\]", "."))
                    .sorted()
                    .<Class<?>>map(PublicTypes::named)
                    .filter(PublicTypes::isPublic)
                    .toList();
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, PublicTypes.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && !type.isAnonymousClass()
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }
}
