// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a secret is to be found: a file or a variable of the environment.
 *
 * @param where {@code file} or {@code env}
 * @param name the file's path or the variable's name
 */
record SecretReference(String where, String name) {
  static final String PATTERN = "^\\$\\{(file|env):[^}]+\\}$";

  static final ValueType.Reader READER = SecretReference::parse;

  private static final Pattern WHOLE = Pattern.compile("\\$\\{(file|env):([^}]+)\\}");

  static SecretReference parse(String text) {
    Matcher matcher = WHOLE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a reference");
    }
    return new SecretReference(matcher.group(1), matcher.group(2));
  }

  /**
   * Fetches it.
   *
   * @param folder where relative paths begin
   * @throws IllegalArgumentException if it is not there; the message says why, without the secret
   */
  Secret fetch(Path folder, Map<String, String> environment) {
    return new Secret(where.equals("env") ? fromVariable(environment) : fromFile(folder));
  }

  private String fromVariable(Map<String, String> environment) {
    String value = environment.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("the variable " + name + " is not set");
    }
    return value;
  }

  private String fromFile(Path folder) {
    String text;
    try {
      text = Files.readString(folder.resolve(name));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException("the file " + name + " cannot be read", e);
    }
    String value = text.strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException("the file " + name + " is empty");
    }
    return value;
  }
}
