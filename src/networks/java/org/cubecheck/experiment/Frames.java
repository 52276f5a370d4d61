package org.cubecheck.experiment;

import java.util.Map;

/**
 * The frames of the cube that tasks of degree at most an even k cannot tell apart: the latents themselves, and for each
 * j the latents with every other one multiplied by z_j. With z_i = y_0 y_i they are the d + 1 stars among the products
 * y_i y_j of the folded (d+1)-cube, and the products are the edges of a complete graph on d + 1 vertices.
 */
final class Frames {

    private Frames() {}

    /** Frame 0 is the latents; frame j, 1..d, has z_i z_j in place of z_i for i other than j. */
    static double[][] frame(double[][] latents, int j) {
        var rows = new double[latents.length][latents[0].length];
        for (int z = 0; z < rows.length; z++) {
            for (int i = 0; i < rows[z].length; i++)
                rows[z][i] = latents[z][i] * (j == 0 || j == i + 1 ? 1 : latents[z][j - 1]);
        }
        return rows;
    }

    /** All products of two of y_0 = 1, y_1 = z_1, ..., y_d = z_d: the latents and their pairwise products. */
    static double[][] products(double[][] latents) {
        int d = latents[0].length;
        var rows = new double[latents.length][d * (d + 1) / 2];
        for (int z = 0; z < rows.length; z++) {
            int at = 0;
            for (int a = 0; a <= d; a++) {
                for (int b = a + 1; b <= d; b++) rows[z][at++] = (a == 0 ? 1 : latents[z][a - 1]) * latents[z][b - 1];
            }
        }
        return rows;
    }

    /** Which frame a representation is nearest to, by the assignment error, and how near it is. */
    static void measure(Map<String, Double> values, double[][] representation, double[][] latents) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        double probe = Double.POSITIVE_INFINITY;
        for (int j = 0; j <= latents[0].length; j++) {
            var recovery = RecordedMetrics.recovery(representation, frame(latents, j));
            probe = Math.min(probe, recovery.probe());
            if (recovery.assigned() < least) {
                least = recovery.assigned();
                nearest = j;
            }
        }
        // By how much the nearest frame is nearer than the latents: 0 where the latents are the nearest.
        values.put("lost", RecordedMetrics.recovery(representation, latents).assigned() - least);
        values.put("frame", (double) nearest);
        values.put("frame-assigned", least);
        values.put("frame-probe", probe);
        // Each coordinate of the representation against the product that it is given; the roles of the two tables are
        // exchanged.
        values.put(
                "products-assigned",
                RecordedMetrics.recovery(products(latents), representation).assigned());
    }
}
