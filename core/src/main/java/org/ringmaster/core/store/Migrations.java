// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The migrations of one module as they lie on the class path: the checksum of each by its file's
 * name. They tell whether there is anything for Flyway to do, without Flyway: the sums are the ones
 * that it writes into its table (CRC32 of the lines without their ends). Immutable.
 */
record Migrations(Map<String, Integer> sums) {
  private static final String CLASS_PATH = "classpath:";
  private static final String SUFFIX = ".sql";

  /** Those of a folder, named as Flyway names it: {@code classpath:...}. */
  static Migrations at(String location) {
    String folder = location.substring(CLASS_PATH.length()) + "/";
    ClassLoader loader = Migrations.class.getClassLoader();
    try {
      Map<String, Integer> sums = new TreeMap<>();
      for (String name : names(Objects.requireNonNull(loader.getResource(folder), folder))) {
        try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(folder + name))) {
          sums.put(name, sum(in));
        }
      }
      return new Migrations(sums);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the migrations in " + folder, e);
    }
  }

  /**
   * Whether just these have been applied, all with success. In doubt they were not: then Flyway
   * looks itself.
   */
  boolean areApplied(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Map<String, Integer> applied = new TreeMap<>();
      try (ResultSet there =
          statement.executeQuery("select to_regclass('" + table + "') is not null")) {
        if (!there.next() || !there.getBoolean(1)) {
          return false;
        }
      }
      try (ResultSet row =
          statement.executeQuery(
              "select script, coalesce(checksum, 0), success from "
                  + table
                  + " where type = 'SQL'")) {
        while (row.next()) {
          if (!row.getBoolean(3)) {
            return false;
          }
          applied.put(row.getString(1), row.getInt(2));
        }
      }
      return !sums.isEmpty() && applied.equals(sums);
    }
  }

  private static String[] names(URL folder) throws IOException {
    URLConnection connection = folder.openConnection();
    if (connection instanceof JarURLConnection jar) {
      String prefix = jar.getEntryName();
      return names(
          jar.getJarFile().stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith(prefix))
              .map(name -> name.substring(prefix.length())));
    }
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return names(files.map(file -> String.valueOf(file.getFileName())));
    } catch (URISyntaxException e) {
      throw new IOException(folder + " is no folder", e);
    }
  }

  private static String[] names(Stream<String> all) {
    return all.filter(name -> name.endsWith(SUFFIX)).toArray(String[]::new);
  }

  private static int sum(InputStream in) throws IOException {
    CRC32 sum = new CRC32();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      sum.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return (int) sum.getValue();
  }
}
