package org.cubecheck.experiment;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.util.Locale;

/** The device that networks are trained on. */
public final class Accelerator {

    static {
        // Unless the user says otherwise: nothing is downloaded, and one thread, with which the same seeds give the
        // same numbers.
        set("ai.djl.offline", "true");
        set("ai.djl.pytorch.num_threads", "1");
        set("ai.djl.pytorch.num_interop_threads", "1");
        set("org.slf4j.simpleLogger.defaultLogLevel", "error");
    }

    private final Device device;
    private final String line;

    private static void set(String property, String value) {
        if (System.getProperty(property) == null) System.setProperty(property, value);
    }

    private Accelerator(Device device, String line) {
        this.device = device;
        this.line = line;
    }

    /**
     * @param choice {@code cpu}, {@code gpu}, or {@code auto}: a GPU where there is one
     * @throws IllegalArgumentException if the choice is none of these, or a GPU is asked for and none is found
     */
    public static Accelerator of(String choice) {
        var wish = choice.toLowerCase(Locale.ROOT);
        if (!wish.matches("cpu|gpu|auto"))
            throw new IllegalArgumentException("a device is cpu, gpu or auto, not " + choice);
        if (wish.equals("cpu")) return new Accelerator(Device.cpu(), "CPU");
        if (Engine.getInstance().getGpuCount() > 0) return new Accelerator(Device.gpu(), "GPU 0 (CUDA)");
        if (wish.equals("gpu"))
            throw new IllegalArgumentException(
                    "no CUDA GPU is found, or the program was built without the profile gpu; use cpu or auto");
        return new Accelerator(Device.cpu(), "CPU (no CUDA GPU found)");
    }

    /** The device in words: that no GPU was found, where that is so. */
    public String line() {
        return line;
    }

    Device device() {
        return device;
    }

    static String engine() {
        return Engine.getInstance().getEngineName() + " " + Engine.getInstance().getVersion();
    }
}
