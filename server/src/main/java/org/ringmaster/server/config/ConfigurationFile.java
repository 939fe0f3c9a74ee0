// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.load.PostalZones;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code ringmaster.yaml}: all of it is right, or all findings are told at once. */
public final class ConfigurationFile {
  private static final Place TOP = new Place(1, 1);
  private static final String POSTAL_CODES = "postalcodes";

  /** Who has mapped a wrong column has one for each line. */
  private static final int MOST_LINES = 20;

  private ConfigurationFile() {}

  /**
   * Reads a file; secrets come from the files and the environment it refers to.
   *
   * @throws ConfigurationRefused if anything in it is wrong
   */
  public static Configuration read(Path file) throws ConfigurationRefused {
    return read(file, System.getenv());
  }

  static Configuration read(Path file, Map<String, String> environment)
      throws ConfigurationRefused {
    Path folder = file.toAbsolutePath().getParent();
    return read(file.toString(), text(file), folder == null ? file : folder, environment);
  }

  /**
   * Reads a text.
   *
   * @param name what findings call it
   * @param folder where relative paths begin
   */
  static Configuration read(String name, String text, Path folder, Map<String, String> environment)
      throws ConfigurationRefused {
    List<Finding> findings = new ArrayList<>();
    Node top = composed(name, text);
    ShapeReader shapes = new ShapeReader(findings);
    Branch root = shapes.section(top, ConfigurationKeys.ROOT, "", TOP);
    new ReferenceRule(root, findings).check(shapes.uses());
    new AgreementRule(root, findings).check();
    SecretReader secrets = new SecretReader(folder, environment, findings);
    secrets.fetchAll(root);
    PostalZones postalZones = postalZones(root, folder, findings);
    if (!findings.isEmpty()) {
      findings.sort(
          Comparator.comparingInt((Finding finding) -> finding.place().line())
              .thenComparingInt(finding -> finding.place().column()));
      throw new ConfigurationRefused(name, findings);
    }
    return new ConfigurationReader(root, secrets, folder).read(postalZones);
  }

  /** The table that the file names; each of its lines that is wrong becomes a finding. */
  private static PostalZones postalZones(Branch root, Path folder, List<Finding> findings) {
    Branch zones = root.branch("zones");
    String file = zones.textOrNull(POSTAL_CODES);
    if (file == null) {
      return PostalZones.NONE;
    }
    Place place = zones.placeOf(POSTAL_CODES);
    List<String> troubles = new ArrayList<>();
    PostalZones read = PostalZones.read(folder.resolve(file), file, troubles::add);
    troubles.stream()
        .limit(MOST_LINES)
        .forEach(each -> findings.add(new Finding(place, "zones.postalcodes: " + each)));
    if (troubles.size() > MOST_LINES) {
      int more = troubles.size() - MOST_LINES;
      findings.add(new Finding(place, "zones.postalcodes: and " + more + " lines more"));
    }
    return read;
  }

  private static @Nullable Node composed(String name, String text) throws ConfigurationRefused {
    try {
      return new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      Place place = e.getProblemMark() == null ? TOP : Place.of(e.getProblemMark());
      throw refused(name, place, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw refused(name, TOP, "not YAML: " + e.getMessage());
    }
  }

  private static String text(Path file) throws ConfigurationRefused {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw refused(
          file.toString(),
          TOP,
          "there is no such file; ./ringmaster up writes a first one where there is none");
    } catch (CharacterCodingException e) {
      throw refused(file.toString(), TOP, "the file is not UTF-8 text");
    } catch (IOException e) {
      throw refused(file.toString(), TOP, "the file cannot be read: " + e.getMessage());
    }
  }

  private static ConfigurationRefused refused(String name, Place place, String text) {
    return new ConfigurationRefused(name, List.of(new Finding(place, text)));
  }
}
