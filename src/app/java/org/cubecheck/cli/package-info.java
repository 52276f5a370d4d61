/**
 * The command line: parse, run, write, exit code.
 *
 * <p>A command is one package-private class {@code NameCommand implements Callable<Integer>} with picocli annotations,
 * named in the list of {@link org.cubecheck.cli.Main}. It writes its result to {@code Console.out()} and everything
 * else to {@code Console.err()}, returns an exit code of {@link org.cubecheck.cli.Exit}, throws {@link
 * org.cubecheck.cli.BadInput} with one clear line for what the user got wrong, and writes files through {@link
 * org.cubecheck.cli.Folder}, never half.
 */
package org.cubecheck.cli;
