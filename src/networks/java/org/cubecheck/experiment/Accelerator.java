package org.cubecheck.experiment;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import java.util.Locale;
import java.util.function.Supplier;

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
     * @throws MissingNatives if a GPU is looked for where PyTorch has no native library
     */
    public static Accelerator of(String choice) {
        var wish = choice.toLowerCase(Locale.ROOT);
        if (!wish.matches("cpu|gpu|auto"))
            throw new IllegalArgumentException("a device is cpu, gpu or auto, not " + choice);
        if (wish.equals("cpu")) return new Accelerator(Device.cpu(), "CPU");
        if (loaded(Engine::getInstance).getGpuCount() > 0) return new Accelerator(Device.gpu(), "GPU 0 (CUDA)");
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

    /** Loads what trains. @throws MissingNatives if PyTorch has no native library here */
    public static void require() {
        loaded(Engine::getInstance);
    }

    /**
     * What a loader loads. The library says in many ways that the natives are not there: by the file that lists them, by
     * a download that it may not make, by the linker.
     */
    static <E> E loaded(Supplier<E> loader) {
        try {
            return loader.get();
        } catch (EngineException | LinkageError | IllegalStateException missing) {
            throw new MissingNatives(System.getProperty("os.name") + " on " + System.getProperty("os.arch"), missing);
        }
    }

    static String engine() {
        var engine = loaded(Engine::getInstance);
        return engine.getEngineName() + " " + engine.getVersion();
    }
}
