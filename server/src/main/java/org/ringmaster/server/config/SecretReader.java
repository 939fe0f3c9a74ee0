// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fetches the secrets that the file refers to, each once. */
final class SecretReader {
  private final Path folder;
  private final Map<String, String> environment;
  private final List<Finding> findings;
  private final Map<SecretReference, Secret> fetched = new HashMap<>();

  SecretReader(Path folder, Map<String, String> environment, List<Finding> findings) {
    this.folder = folder;
    this.environment = environment;
    this.findings = findings;
  }

  /** Fetches all below a branch; what is not there, or cannot be used, becomes a finding. */
  void fetchAll(Branch branch) {
    branch.all().forEach((key, value) -> fetch(branch, key, value));
  }

  /** A secret that was fetched; null if the key is not given. */
  @Nullable Secret secret(Branch branch, String key) {
    Object content = branch.contentOrNull(key);
    return content == null ? null : fetched.get(content);
  }

  private void fetch(Branch branch, String key, Value value) {
    if (value.content() instanceof Branch below) {
      fetchAll(below);
    } else if (value.content() instanceof SecretReference reference) {
      String path = branch.path() + "." + key;
      try {
        Secret secret = reference.fetch(folder, environment);
        fetched.put(reference, secret);
        if (branch.path().startsWith("users.")) {
          asHash(secret);
        } else if (!branch.path().equals("store")) {
          asAsteriskTakesIt(secret);
        }
      } catch (IllegalArgumentException e) {
        findings.add(new Finding(value.place(), path + ": " + e.getMessage()));
      }
    }
  }

  private static void asHash(Secret secret) {
    if (secret.reveal().startsWith(PasswordHash.PREFIX)) {
      hash(secret);
    }
  }

  /** A password is hashed now; what is a hash already stays. */
  static PasswordHash hash(Secret secret) {
    String text = secret.reveal();
    return text.startsWith(PasswordHash.PREFIX) ? new PasswordHash(text) : PasswordHash.of(text);
  }

  private static void asAsteriskTakesIt(Secret secret) {
    try {
      asterisk(secret);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a secret of Asterisk has 8 to 128 letters, digits and _ - . ~", e);
    }
  }

  /** The secret as Asterisk's files take it. */
  static org.ringmaster.asteriskconf.Secret asterisk(Secret secret) {
    return new org.ringmaster.asteriskconf.Secret(secret.reveal());
  }
}
