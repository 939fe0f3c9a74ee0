// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ringmaster.server.config.ConfigurationRefused;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The command line: finds the verb, runs it, and turns every failure into a sentence and a code.
 */
public final class Cli {
  private final List<Verb> verbs;
  private final Terminal terminal;
  private final Surroundings surroundings;
  private final boolean ownsProcess;

  /**
   * A command line.
   *
   * @param runner what {@code up --foreground} hands over to
   */
  public Cli(Runner runner, Terminal terminal, Surroundings surroundings) {
    this(runner, terminal, surroundings, false);
  }

  private Cli(Runner runner, Terminal terminal, Surroundings surroundings, boolean ownsProcess) {
    this.ownsProcess = ownsProcess;
    this.terminal = terminal;
    this.surroundings = surroundings;
    verbs = Verbs.all(runner);
  }

  /** The command line of this process. */
  public static Cli ofProcess(Runner runner) {
    Terminal terminal = new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err));
    return new Cli(
        runner, terminal, Surroundings.of(System.getProperties(), System.getenv()), true);
  }

  /** Runs one command and returns its exit code. */
  public int run(String... arguments) {
    CommandTree tree = tree(arguments);
    ParseResult parsed;
    try {
      parsed = tree.engine(terminal).parseArgs(arguments);
    } catch (ParameterException e) {
      return misused(e);
    }
    if (CommandLine.printHelpIfRequested(parsed)) {
      return ExitCode.OK;
    }
    List<ParseResult> chain = new ArrayList<>(List.of(parsed));
    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
      chain.add(parsed);
    }
    Verb verb = tree.verb(parsed);
    if (verb == null) {
      parsed.commandSpec().commandLine().usage(terminal.err());
      return ExitCode.USAGE;
    }
    if (ownsProcess && !verb.words().equals("up")) {
      // What a passing command has to say is its answer; only the platform tells what it does.
      ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    }
    try {
      return verb.action().run(invocation(tree, chain));
    } catch (Failure e) {
      terminal.error(String.valueOf(e.getMessage()));
      return e.exitCode();
    }
  }

  /**
   * The tree of what the first word may mean; of everything where it means nothing. The whole tree
   * takes picocli most of a second, by which the platform would start later.
   */
  private CommandTree tree(String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    List<Verb> meant =
        verbs.stream().filter(verb -> (verb.words() + " ").startsWith(first + " ")).toList();
    return new CommandTree(Verbs.NOUNS, meant.isEmpty() ? verbs : meant, Version.text());
  }

  /** The sentences for a configuration that is refused, each finding on its own line. */
  static int refused(ConfigurationRefused refused, Terminal terminal) {
    terminal.err().println(refused.getMessage());
    return ExitCode.USAGE;
  }

  private Invocation invocation(CommandTree tree, List<ParseResult> chain) {
    Map<String, String> words = tree.words(chain);
    String configuration = words.get(CommandTree.CONFIG);
    String varFolder = words.get(CommandTree.VAR);
    return new Invocation(
        words,
        tree.flags(chain),
        configuration == null ? surroundings.configuration() : Path.of(configuration),
        varFolder == null ? surroundings.varFolder() : Path.of(varFolder),
        terminal);
  }

  private int misused(ParameterException e) {
    terminal.error(String.valueOf(e.getMessage()));
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      if (!near.isEmpty()) {
        terminal.err().println("Did you mean: " + String.join(" or ", near) + "?");
      }
    }
    terminal.err().println("See: ringmaster " + path(e.getCommandLine()) + "--help");
    return ExitCode.USAGE;
  }

  private static String path(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    int blank = name.indexOf(' ');
    return blank < 0 ? "" : name.substring(blank + 1) + " ";
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
