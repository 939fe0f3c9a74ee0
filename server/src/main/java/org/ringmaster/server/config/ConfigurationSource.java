// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A configuration file and what was last read from it. A reload that finds anything wrong changes
 * nothing. May be used by any thread.
 */
public final class ConfigurationSource {
  private final Path file;
  private volatile Configuration current;

  private ConfigurationSource(Path file, Configuration current) {
    this.file = file;
    this.current = current;
  }

  /** Reads a file for the first time. */
  public static ConfigurationSource open(Path file) throws ConfigurationRefused {
    return new ConfigurationSource(file, ConfigurationFile.read(file));
  }

  /** Where it is read from. */
  public Path file() {
    return file;
  }

  /** What holds now. */
  public Configuration current() {
    return current;
  }

  /**
   * What a reload changed.
   *
   * @param configuration what holds now
   * @param changed names of the sections that differ from before
   * @param atNextStart those among them that count from the next start only
   * @param warnings sentences about who has not taken it over yet
   */
  public record Reload(
      Configuration configuration,
      List<String> changed,
      List<String> atNextStart,
      List<String> warnings) {

    /** The same with warnings. */
    public Reload warning(List<String> sentences) {
      return new Reload(configuration, changed, atNextStart, sentences);
    }
  }

  /** Reads the file again; the caller then offers {@link ConfigurationInputs} to the kernel. */
  public synchronized Reload reload() throws ConfigurationRefused {
    Configuration before = current;
    Configuration now = ConfigurationFile.read(file);
    current = now;
    return new Reload(
        now,
        Stream.concat(LIVE.stream(), AT_START.stream())
            .filter(part -> part.differs(before, now))
            .map(Part::section)
            .toList(),
        AT_START.stream().filter(part -> part.differs(before, now)).map(Part::section).toList(),
        List.of());
  }

  private record Part(String section, Function<Configuration, Object> value) {
    boolean differs(Configuration before, Configuration now) {
      return !Objects.equals(value.apply(before), value.apply(now));
    }
  }

  private static final List<Part> LIVE =
      List.of(
          new Part("trunks", Configuration::trunks),
          new Part("telephones", Configuration::telephones),
          new Part("agents", Configuration::agents),
          new Part("pausereasons", Configuration::pauseReasons),
          new Part("pauseringing", Configuration::pauseTakesBack),
          new Part("dispositions", Configuration::dispositions),
          new Part("queues", one -> List.of(one.queues(), one.dispositionRules())),
          new Part("calendars", Configuration::calendars),
          new Part("numbers", Configuration::numbers),
          new Part("zones", Configuration::postalZones),
          new Part("transfers", Configuration::transfers),
          new Part("journey", Configuration::journey),
          new Part("users", Configuration::users));

  private static final List<Part> AT_START =
      List.of(
          new Part("nodes", Configuration::nodes),
          new Part("cell", Configuration::cell),
          new Part("journal", Configuration::journal),
          new Part("store", Configuration::store),
          new Part("queuelog", Configuration::queueLog),
          new Part("http", Configuration::http));
}
