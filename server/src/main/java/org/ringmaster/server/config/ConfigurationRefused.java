// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.List;
import java.util.stream.Collectors;

/** The file cannot be used. Its message is all the findings, one a line, in the file's order. */
public final class ConfigurationRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  ConfigurationRefused(String file, List<Finding> findings) {
    super(findings.stream().map(finding -> finding.line(file)).collect(Collectors.joining("\n")));
    this.findings = List.copyOf(findings);
  }

  /** Everything that is wrong, in the file's order. */
  public List<Finding> findings() {
    return findings;
  }
}
