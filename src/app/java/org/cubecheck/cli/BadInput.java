package org.cubecheck.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Supplier;

/** The user gave something that cannot be used; the message says in one line what was given and what is accepted. */
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadInput(String message) {
        super(message);
    }

    BadInput(String message, Throwable cause) {
        super(message, cause);
    }

    /** Runs what reads the user's input: its complaints about values and ranges are about the input. */
    static <X> X in(String where, Supplier<X> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException | ArithmeticException complaint) {
            throw new BadInput(where + ": " + complaint.getMessage(), complaint);
        }
    }

    /** Why a file could not be read or written, in a few words without its name. */
    static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) return "no such file or folder";
        if (failure instanceof AccessDeniedException) return "no right to";
        var said = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return Optional.ofNullable(said).orElseGet(() -> failure.getClass().getSimpleName());
    }
}
