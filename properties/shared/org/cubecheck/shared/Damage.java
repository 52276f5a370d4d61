package org.cubecheck.shared;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damaged copies of what a reader accepts, and how many of them a run makes. */
public final class Damage {

    /** A try of jqwik is a batch of inputs; so many tries there are. */
    public static final int BATCHES = 30;

    private Damage() {}

    /**
     * How many inputs a batch has: together about {@code usual}, or as many as {@code -Dcubecheck.fuzz=100000} asks for
     * if that is more.
     */
    public static int batch(int usual) {
        return (int) ((Math.max(usual, Long.getLong("cubecheck.fuzz", 0)) + BATCHES - 1) / BATCHES);
    }

    /**
     * Bytes flipped, set, cut, doubled, or a token of the format put where it does not belong; sometimes nothing but
     * noise.
     */
    public static byte[] of(byte[] original, List<String> tokens, RandomGenerator random) {
        if (random.nextInt(20) == 0) {
            var noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = original.clone();
        for (int times = 1 + random.nextInt(4); times > 0 && bytes.length > 0; times--) {
            // Headers are where damage tells, so half of it goes there.
            int at = random.nextBoolean() ? random.nextInt(bytes.length) : random.nextInt(Math.min(bytes.length, 130));
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                case 3 ->
                    Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), (byte)
                            (random.nextBoolean() ? 0xFF : '9'));
                case 4 ->
                    bytes = spliced(
                            bytes, at, tokens.get(random.nextInt(tokens.size())).getBytes(StandardCharsets.UTF_8));
                default -> bytes = spliced(bytes, at, Arrays.copyOfRange(bytes, at / 2, at));
            }
        }
        return bytes;
    }

    /** The same for a text; bytes that are no UTF-8 become the sign for that. */
    public static String of(String original, List<String> tokens, RandomGenerator random) {
        return new String(of(original.getBytes(StandardCharsets.UTF_8), tokens, random), StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] bytes, int at, byte[] inserted) {
        var longer = new byte[bytes.length + inserted.length];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(inserted, 0, longer, at, inserted.length);
        System.arraycopy(bytes, at, longer, at + inserted.length, bytes.length - at);
        return longer;
    }

    /** The bytes that this thread has allocated so far: a header that lies about sizes must not cost memory. */
    public static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
