package org.cubecheck.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.cubecheck.audit.Auditor;
import org.cubecheck.audit.Progress;
import org.cubecheck.audit.Settings;
import org.cubecheck.referee.CheckCertificates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Audits claims. */
@Command(name = "audit", description = "Audit the claims: exhaustively, up to symmetry, by certificate or by sampling, controls included.")
final class AuditCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "CLAIM", arity = "0..*", description = "claims to audit, as 'claims' lists them; all if none is named")
  private List<String> ids = List.of();

  @Option(names = "--max-dimension", paramLabel = "D", description = "leave out domains of a higher dimension")
  private int maxDimension = Settings.DEFAULT.maxDimension();

  @Option(names = "--seed", paramLabel = "SEED", description = "from which every random draw is derived (default: 1)")
  private long seed = Settings.DEFAULT.seed();

  @Option(names = "--budget", paramLabel = "FACTOR", description = "multiplies the trials of sampled domains (default: 1)")
  private double budget = Settings.DEFAULT.budget();

  @Option(names = "--threads", paramLabel = "N", description = "how many threads visit points (default: the processors)")
  private int threads = Settings.DEFAULT.threads();

  @Override
  public Integer call() {
    var console = Console.of(spec);
    var settings = BadInput.in("settings", () -> new Settings(maxDimension, seed, budget, threads));
    var claims = Claims.named(ids);
    var report = new Auditor(settings, certificate -> CheckCertificates.objection(certificate.kind(), certificate.data()), Progress.SILENT).audit(claims);
    report.results().forEach(result -> console.out().printf("%s  %s: %s%n", result.asExpected() ? "ok  " : "FAIL", result.claim().id(), result.headline()));
    return report.asExpected() ? Exit.OK : Exit.DIFFERS;
  }
}
