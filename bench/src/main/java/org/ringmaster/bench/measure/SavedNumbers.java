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
 * The reports that are kept in the repository, the page of all of them, and the block of the README
 * that shows the most telling ones. No number in either is typed by hand.
 */
public final class SavedNumbers {
  static final String BEGIN = "<!-- numbers: written by ./ringmaster bench readme -->";
  static final String PAGE = "README.md";
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

  /** Keeps a report; one of some parts only is put into what is kept of the others. */
  void save(Report report) throws IOException {
    Files.createDirectories(folder());
    Path file = folder().resolve(report.name() + ".json");
    String json =
        report.isPart() && Files.exists(file)
            ? PartOfReport.into(Files.readString(file), report.json())
            : report.json();
    Files.writeString(file, json + "\n");
  }

  /** Writes the README's block and the page of all numbers anew; whether the README changed. */
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
    Files.createDirectories(folder());
    Files.writeString(folder().resolve(PAGE), page());
    return !after.equals(before);
  }

  private String block() throws IOException {
    Headlines headlines = headlines();
    return "\n### When things go wrong\n\n"
        + scorecard().text()
        + "\n### Beside others\n\n"
        + headlines.text()
        + "\n### What was aimed at\n\n"
        + headlines.aims()
        + "\n";
  }

  private String page() throws IOException {
    StringBuilder page = new StringBuilder();
    page.append("<!-- SPDX-License-Identifier: Apache-2.0 -->\n# All numbers\n\n");
    page.append("Written by `./ringmaster bench readme` from the reports in this folder, which ");
    page.append("`./ringmaster bench ... --save` keeps.\n");
    page.append("[How to measure](../how-to/measure.md) says what each of them does.\n");
    for (Path file : files()) {
      String name = file.getFileName().toString().replaceFirst("[.]json$", "");
      page.append("\n## bench ").append(name).append("\n\n");
      page.append(new NumbersTable(Files.readString(file)).text());
    }
    return page.toString();
  }

  /** The scorecard of all that is kept. */
  Scorecard scorecard() throws IOException {
    return new Scorecard(reports());
  }

  /** The headlines of all that is kept. */
  Headlines headlines() throws IOException {
    return new Headlines(reports());
  }

  private List<JsonNode> reports() throws IOException {
    List<JsonNode> reports = new ArrayList<>();
    for (Path file : files()) {
      reports.add(new ObjectMapper().readTree(file.toFile()));
    }
    return reports;
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
