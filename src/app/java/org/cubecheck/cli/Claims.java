package org.cubecheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cubecheck.claim.Claim;
import org.cubecheck.experiment.Experiments;
import org.cubecheck.experiment.Size;
import org.cubecheck.paper.Paper;

/** The claims that the user names. */
final class Claims {

    private static final int SUGGESTED = 3;

    private Claims() {}

    /** Whether claims about trained networks are audited, and on what. */
    enum Empirical {
        /** They are left out. */
        OFF,
        /** Networks are trained for the audit. */
        QUICK,
        /** The recorded results are read. */
        FULL;

        List<Claim<?>> claims() {
            return this == OFF ? List.of() : Experiments.claims(this == QUICK ? Size.QUICK : Size.FULL);
        }
    }

    /**
     * The claims with the given identifiers in the order of the paper; all claims if none is named. @throws BadInput if
     * one is unknown
     */
    static List<Claim<?>> named(List<String> ids) {
        return named(ids, Empirical.FULL);
    }

    /** The same, with the claims about trained networks as wished. */
    static List<Claim<?>> named(List<String> ids, Empirical empirical) {
        var claims = new ArrayList<>(Paper.claims());
        claims.addAll(empirical.claims());
        var known = claims.stream().collect(Collectors.toMap(Claim::id, Function.identity()));
        var wanted = ids.stream().map(id -> id.toUpperCase(Locale.ROOT)).toList();
        for (var id : wanted) {
            if (known.containsKey(id)) continue;
            if (Experiments.claims(Size.FULL).stream()
                    .anyMatch(claim -> claim.id().equals(id)))
                throw new BadInput(id
                        + (empirical == Empirical.QUICK
                                ? " is measured at full size only; --empirical full reads the recorded result"
                                : " is about trained networks; --empirical quick trains some, --empirical "
                                        + "full reads the recorded results"));
            throw new BadInput("no claim " + id + "; " + suggestion(id, claims));
        }
        return wanted.isEmpty()
                ? claims
                : claims.stream().filter(claim -> wanted.contains(claim.id())).toList();
    }

    private static String suggestion(String id, List<Claim<?>> claims) {
        for (var claim : claims) {
            if (claim.controls().stream().anyMatch(control -> control.id().equals(id)))
                return "it is a control of " + claim.id();
        }
        var near = claims.stream()
                .map(Claim::id)
                .filter(other -> other.contains(id) || distance(id, other) <= Math.max(2, other.length() / 3))
                .sorted(java.util.Comparator.comparingInt(other -> distance(id, other)))
                .limit(SUGGESTED)
                .toList();
        return near.isEmpty() ? "'claims' lists them" : "did you mean " + String.join(", ", near) + "?";
    }

    /** The least number of insertions, deletions and substitutions of a character. */
    static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
