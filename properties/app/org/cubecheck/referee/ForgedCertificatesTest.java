package org.cubecheck.referee;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * False certificates written to be taken for true ones: by numbers that overflow, by a statement left open, by what
 * hangs together but is not so.
 */
class ForgedCertificatesTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

    /**
     * A false certificate.
     *
     * @param why it is false
     * @param data as JSON, with ' for "
     */
    record Forgery(String kind, String why, String data) {
        @Override
        public String toString() {
            return kind + ": " + why;
        }
    }

    private static Forgery forged(String kind, String why, String data) {
        return new Forgery(kind, why, data);
    }

    private static final String UNSAID = "a hypothesis or a statement was left to the certificate";
    private static final String NEGATIVE = "an error is not below 0";
    private static final String OVERFLOW = "right in 32 bits only";

    /** Multipliers of values that come to other polynomials in 32 bits. */
    private static final String LARGE =
            "{'denominator':1,'coefficients':[-1073741824,1610612736,536870912,0],'multiplierDenominator':1,"
                    + "'multipliers':[[-1073741824,0,0],[1073741824,-805306368,-268435456]]}";

    static Stream<Forgery> forgeries() {
        return Stream.of(
                forged(
                        "composition-against-bound",
                        OVERFLOW,
                        "{'d':2,'m':3,'points':[0,1,2,3],'images':[0,1,2,3],'task':[1073741824,-2147483648,0,1073741824],"
                                + "'bound':'weighted','limit':1,'degree':2,'witness':[1,-1,-1,1]}"),
                forged(
                        "shift-error",
                        OVERFLOW,
                        "{'d':2,'m':2,'psi':[0,1,2,3],'radius':1,'transform':[0,1,2,3],'task':[1073741824,-2147483648,0,1073741824],"
                                + "'rule':'exact','hierarchical':" + LARGE + ",'flat':" + LARGE + "}"),
                forged(
                        "tasks-not-cheaper",
                        OVERFLOW,
                        "{'d':2,'m':3,'points':[0,1,2,3],'images':[0,1,2,3],'tasks':[[1073741824,-2147483648,0,1073741824]],"
                                + "'reading':'greatest','threshold':'none','saved':1,'flat':2,'hierarchical':3}"),
                forged(
                        "learning-curve-below",
                        "three latents, where two were said",
                        "{'dimension':3,'density':[1,1,0,0],'observed':true,'statement':'eight-more-than-half',"
                                + "'rows':[['8','5300149','13762560']]}"),
                forged("phase-diagram-differs", UNSAID, "{'drops':[1],'group':'ALL','transform':[0,1,2,4,3,5,6,7]}"),
                forged(
                        "phase-diagram-differs",
                        UNSAID,
                        "{'drops':[1],'group':'ALL','statement':'by-types','transform':[0,1,2,4,3,5,6,7]}"),
                forged(
                        "phase-diagram-differs",
                        UNSAID,
                        "{'drops':[1],'group':'ALL','statement':'last-drop-free','transform':[0,1,2,4,3,5,6,7]}"),
                forged("coefficient-not-granular", UNSAID, "{'values':[1,1],'degree':0,'set':0,'shift':1}"),
                forged(
                        "coefficient-not-granular",
                        UNSAID,
                        "{'values':[1,1],'degree':0,'set':0,'shift':1,'constants':false}"),
                forged(
                        "basis-minimiser",
                        UNSAID,
                        "{'basis':[0,1,2,3],'density':[0,0,1],'transform':[0,1,3,2],'rule':'not-a-coset'}"),
                forged(
                        "basis-minimiser",
                        UNSAID,
                        "{'basis':[0,1,2,3],'density':[0,0,1],'transform':[0,1,3,2],'rule':'no-drop'}"),
                forged(
                        "basis-minimiser",
                        UNSAID,
                        "{'basis':[0,1,2,3],'density':[0,0,1],'transform':[0,1,3,2],'rule':'density-rises'}"),
                forged("fold-raises-degree", UNSAID, "{'dimension':2,'taskDegree':1,'raised':2}"),
                forged("fold-raises-degree", UNSAID, "{'dimension':2,'taskDegree':1,'statement':'even','raised':2}"),
                forged("exact-degree-signed-least", UNSAID, "{'dimension':1,'taskDegree':1,'sum':2}"),
                forged(
                        "exact-degree-signed-least",
                        UNSAID,
                        "{'dimension':1,'taskDegree':1,'statement':'from-2','sum':2}"),
                forged(
                        "support-needs-degree",
                        UNSAID,
                        "{'m':1,'points':[0,1],'bound':0,'values':[1,-1],'witness':[1,-1]}"),
                forged(
                        "support-needs-degree",
                        UNSAID,
                        "{'m':1,'points':[0,1],'statement':'power','bound':0,'values':[1,-1],'witness':[1,-1]}"),
                forged(
                        "support-needs-degree",
                        UNSAID,
                        "{'m':1,'points':[0,1],'statement':'logarithm','bound':0,'values':[1,-1],'witness':[1,-1]}"),
                forged(
                        "support-needs-degree",
                        "two points, which are twice those of no latent",
                        "{'m':1,'points':[0,1],'statement':'twice-the-points','bound':0,'values':[1,-1],'witness':[1,-1]}"),
                forged(
                        "measured-bound-missed",
                        NEGATIVE,
                        "{'measure':'probe at low-degree tasks','statedAtMost':false,'boundMillionths':230000,"
                                + "'seeds':[1,2,3,4,5],'millionths':[-5,-5,-5,-5,-5]}"),
                forged(
                        "measured-bound-missed",
                        NEGATIVE,
                        "{'measure':'probe','statedAtMost':true,'boundMillionths':-1,"
                                + "'seeds':[1,2,3,4,5],'millionths':[5,6,7,8,9]}"),
                forged(
                        "measured-order-missed",
                        NEGATIVE,
                        "{'less':'with','more':'without','seeds':[1,2,3,4,5],"
                                + "'statedLessMillionths':[1,2,3,4,5],'statedMoreMillionths':[-1,-3,-5,-7,-9]}"),
                forged("not-a-monomial", UNSAID, "{'values':[1,0,0,-1],'degree':1}"),
                forged("not-a-monomial", UNSAID, "{'values':[1,0,0,-1],'statement':'boolean','degree':1}"),
                forged(
                        "depends-on-more",
                        UNSAID,
                        "{'values':[1,0,0,-1],'degree':1,'variables':2,'rule':'nisan-szegedy','bound':1}"),
                forged("no-predictor", UNSAID, "{'map':[0,0],'task':[1,-1],'points':[0,1]}"),
                forged("no-predictor", UNSAID, "{'statement':'invertible','map':[0,0],'task':[1,-1],'points':[0,1]}"),
                forged(
                        "fourier-expansion-differs",
                        UNSAID,
                        "{'values':[1],'valuesOver':1,'coefficients':[],'coefficientsOver':1,'degree':0}"),
                forged(
                        "fourier-expansion-differs",
                        UNSAID,
                        "{'example':'max','values':[1],'valuesOver':1,'coefficients':[],'coefficientsOver':1,'degree':0}"),
                forged("degree-not-variables", UNSAID, "{'values':[1,1,1,-1],'degree':2,'variables':2}"),
                forged(
                        "degree-not-variables",
                        UNSAID,
                        "{'example':'max','values':[1,-1,-1,1,-1,1,1,1],'degree':3,'variables':3}"),
                forged("fold-lowers-degree", UNSAID, "{'dimension':2,'taskDegree':2,'coordinates':[3,2],'lowered':3}"),
                forged(
                        "transform-classes",
                        "one of the two classes, by a lower degree than was said",
                        "{'dimension':2,'classes':2,'largestCoordinateDegree':1,'transforms':8,"
                                + "'representatives':[{'transform':[0,1,2,3],'size':8}]}"),
                forged("fold-lowers-degree", UNSAID, "{'dimension':1,'taskDegree':1,'coordinates':[1],'lowered':1}"));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void a_forgery_is_rejected(Forgery forgery) throws JsonProcessingException {
        var data = JSON.readValue(forgery.data.replace('\'', '"'), Map.class);
        assertThat(CheckCertificates.objection(forgery.kind, data))
                .as(forgery.why)
                .isPresent()
                .get()
                .asString()
                .doesNotStartWith(CheckCertificates.UNFORESEEN);
    }

    /** Rows that keep the total and all numbers of one and of two coordinates. */
    @Tag("thorough")
    @Test
    void a_census_that_keeps_the_laws_of_pairs_is_rejected() throws IOException {
        var census =
                census(JSON.readTree(Path.of("reports/reference/audit.json").toFile()));
        assertThat(objection(census)).isEmpty();
        var changes = Map.of(
                "[1,3,3,3]",
                2049028609L,
                "[1,3,3,4]",
                12255275517L,
                "[1,3,4,4]",
                22256418819L,
                "[1,4,4,4]",
                12655263743L);
        int changed = 0;
        for (var row : census.path("rows")) {
            var count = changes.get(row.path("degrees").toString());
            if (count == null) continue;
            ((ObjectNode) row).put("count", count);
            changed++;
        }
        assertThat(changed).isEqualTo(4);
        assertThat(objection(census)).contains("[1, 3, ").contains(" and is ");
    }

    private static String objection(JsonNode census) {
        return CheckCertificates.objection("degree-census", JSON.convertValue(census, Map.class))
                .orElse("");
    }

    private static JsonNode census(JsonNode report) {
        for (var claim : report.path("claims")) {
            for (var finding : claim.path("findings")) {
                for (var exhibit : finding.findValues("data")) {
                    if (claim.path("id").asText().equals("CENSUS-DEGREES")
                            && exhibit.path("dimension").asInt() == 4) return exhibit;
                }
            }
        }
        throw new AssertionError("no census of four latents in the reference report");
    }
}
