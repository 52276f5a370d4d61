package org.cubecheck.identify;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** The names of arrays in a file that holds several. */
final class ArrayNames {

    private ArrayNames() {}

    /** The array asked for, or the only one there is. */
    static String choose(String what, Collection<String> arrays, Optional<String> name) {
        if (arrays.isEmpty()) throw new MalformedData(what + ": holds no array");
        String known = listed(arrays);
        if (name.isPresent() && !arrays.contains(name.get()))
            throw new MalformedData(what + ": no array " + MalformedData.quote(name.get()) + "; it holds " + known);
        if (name.isEmpty() && arrays.size() > 1)
            throw new MalformedData(what + ": holds " + arrays.size() + " arrays, name one: " + known);
        return name.orElseGet(() -> arrays.iterator().next());
    }

    /** The first twelve. */
    static String listed(Collection<String> names) {
        return names.stream().limit(12).map(ArrayNames::shown).collect(Collectors.joining(", "))
                + (names.size() > 12 ? ", …" : "");
    }

    static String shown(String name) {
        String quoted = MalformedData.quote(name);
        return quoted.substring(1, quoted.length() - 1);
    }
}
