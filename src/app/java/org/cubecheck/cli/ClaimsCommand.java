package org.cubecheck.cli;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Proposition;
import org.cubecheck.paper.Paper;
import org.cubecheck.report.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What can be audited. */
@Command(name = "claims", description = "List the claims, or show one: statement, provenance, ranges, controls.")
final class ClaimsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() {
        var console = Console.of(spec);
        var claims = Claims.named(List.of());
        if (json) {
            console.out()
                    .print(Json.write(claims.stream().map(ClaimsCommand::map).toList()));
            return Exit.OK;
        }
        int width = claims.stream().mapToInt(claim -> claim.id().length()).max().orElse(0);
        String section = "";
        for (var claim : claims) {
            if (!claim.section().equals(section)) {
                section = claim.section();
                console.out().println((claim == claims.get(0) ? "" : "\n") + console.styled("bold", section));
            }
            console.out()
                    .printf(
                            "  %-" + width + "s  %-10s  %s%n",
                            claim.id(),
                            claim.source().provenance(),
                            claim.title());
        }
        long trained = claims.size() - Paper.claims().size();
        console.out()
                .printf(
                        "%n%d claims: 'audit' checks %d, and with --empirical quick or full also the %d about trained "
                                + "networks. 'claims show ID' shows one.%n",
                        claims.size(), claims.size() - trained, trained);
        return Exit.OK;
    }

    @Command(name = "show", description = "Show one claim: statement, provenance, hypotheses, ranges, controls.")
    Integer show(
            @Parameters(paramLabel = "ID", arity = "1..*", description = "identifiers, as 'claims' lists them")
                    List<String> ids,
            @Option(names = "--json", description = "as JSON") boolean asJson) {
        var console = Console.of(spec);
        var claims = Claims.named(ids);
        if (asJson || json)
            console.out()
                    .print(Json.write(claims.stream().map(ClaimsCommand::map).toList()));
        else claims.forEach(claim -> show(claim, console));
        return Exit.OK;
    }

    private static void show(Claim<?> claim, Console console) {
        var out = console.out();
        out.println(console.styled("bold", claim.id()) + "  " + claim.title());
        out.println("  section     " + claim.section());
        out.println("  provenance  " + claim.source().provenance() + ": "
                + claim.source().provenance().meaning());
        line(console, "reference", claim.source().reference());
        line(console, "about", claim.source().words());
        line(console, "our wording", claim.source().wording());
        line(console, "statement", claim.proposition().statement());
        line(console, "formula", claim.proposition().formula());
        claim.hypotheses().forEach(hypothesis -> line(console, "hypothesis", hypothesis));
        line(console, "boundary", claim.boundary());
        claim.reliesOn().forEach(id -> line(console, "rests on", id));
        ranges(claim.proposition()).forEach(range -> line(console, "checked on", range));
        corners(claim.proposition()).forEach(corner -> line(console, "reaching", corner));
        for (var control : claim.controls()) {
            out.println("  " + console.styled("bold", control.id()) + " (control, must be refuted)");
            line(console, "  change", control.change());
            line(console, "  statement", control.proposition().statement());
            ranges(control.proposition()).forEach(range -> line(console, "  sought in", range));
        }
        out.println();
    }

    private static void line(Console console, String name, String text) {
        if (!text.isEmpty()) console.out().printf("  %-11s %s%n", name, text);
    }

    private static List<String> ranges(Proposition<?> proposition) {
        return proposition.domains().stream()
                .map(domain -> domain.name() + ": " + range(domain))
                .toList();
    }

    /** What the draws from its sampled domains must reach. */
    private static List<String> corners(Proposition<?> proposition) {
        return proposition.domains().stream()
                .flatMap(domain -> domain instanceof Domain.Sampled<?> sampled
                        ? sampled.corners().stream().map(Domain.Corner::name)
                        : Stream.empty())
                .distinct()
                .toList();
    }

    private static String range(Domain<?> domain) {
        if (domain instanceof Domain.All<?> all) return "all " + grouped(all.size());
        if (domain instanceof Domain.Orbits<?> orbits)
            return "all " + grouped(orbits.size()) + ", by " + grouped(BigInteger.valueOf(orbits.count())) + " orbits";
        return grouped(BigInteger.valueOf(((Domain.Sampled<?>) domain).trials())) + " draws out of "
                + grouped(domain.size());
    }

    private static String grouped(BigInteger number) {
        return number.bitLength() <= 63
                ? String.format(java.util.Locale.ROOT, "%,d", number)
                : String.format(
                        java.util.Locale.ROOT, "about 10^%d", number.toString().length() - 1);
    }

    private static Map<String, Object> map(Claim<?> claim) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", claim.id());
        map.put("section", claim.section());
        map.put("title", claim.title());
        map.put("provenance", claim.source().provenance().name());
        map.put("reference", claim.source().reference());
        map.put("words", claim.source().words());
        map.put("wording", claim.source().wording());
        map.put("hypotheses", claim.hypotheses());
        map.put("boundary", claim.boundary());
        if (!claim.reliesOn().isEmpty()) map.put("reliesOn", claim.reliesOn());
        map.putAll(map(claim.proposition()));
        map.put("controls", claim.controls().stream().map(ClaimsCommand::map).toList());
        return map;
    }

    private static Map<String, Object> map(Control<?> control) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", control.id());
        map.put("change", control.change());
        map.putAll(map(control.proposition()));
        return map;
    }

    private static Map<String, Object> map(Proposition<?> proposition) {
        var domains = new ArrayList<Map<String, Object>>();
        for (var domain : proposition.domains()) {
            var map = new LinkedHashMap<String, Object>();
            map.put("name", domain.name());
            map.put("dimension", domain.dimension());
            map.put("size", domain.size().toString());
            map.put("visits", range(domain));
            domains.add(map);
        }
        var map = new LinkedHashMap<String, Object>();
        map.put("statement", proposition.statement());
        map.put("formula", proposition.formula());
        map.put("domains", domains);
        return map;
    }
}
