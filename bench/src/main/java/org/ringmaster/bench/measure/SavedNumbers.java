// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The reports that are kept in the repository, and the block of the README that is made of them. No
 * number in it is typed by hand.
 */
public final class SavedNumbers {
  static final String BEGIN = "<!-- numbers: written by ./ringmaster bench readme -->";
  static final String END = "<!-- numbers: end -->";

  private final Path home;

  /** The numbers of the repository at a folder. */
  public SavedNumbers(Path home) {
    this.home = home;
  }

  static Path home() {
    return Path.of(System.getProperty("ringmaster.home", "."));
  }

  private Path folder() {
    return home.resolve("docs/numbers");
  }

  void save(Report report) throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve(report.name() + ".json"), report.json() + "\n");
  }

  /** Writes the README's block anew; whether it changed. */
  public boolean writeReadme() throws IOException {
    Path readme = home.resolve("README.md");
    String before = Files.readString(readme);
    int begin = before.indexOf(BEGIN);
    int end = before.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException("README.md has no block between " + BEGIN + " and " + END);
    }
    String after =
        before.substring(0, begin + BEGIN.length()) + "\n" + block() + before.substring(end);
    Files.writeString(readme, after);
    return !after.equals(before);
  }

  private String block() throws IOException {
    StringBuilder block = new StringBuilder();
    block.append("\n### When things go wrong\n\n").append(scorecard().text());
    for (Path file : files()) {
      String name = file.getFileName().toString().replaceFirst("[.]json$", "");
      block.append("\n### bench ").append(name).append("\n\n");
      block.append(new NumbersTable(Files.readString(file)).text());
    }
    return block.append('\n').toString();
  }

  /** The scorecard of all that is kept. */
  Scorecard scorecard() throws IOException {
    List<JsonNode> reports = new ArrayList<>();
    for (Path file : files()) {
      reports.add(new ObjectMapper().readTree(file.toFile()));
    }
    return new Scorecard(reports);
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
