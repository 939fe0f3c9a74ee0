// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.List;
import java.util.Set;
import org.ringmaster.server.config.ValueType.Named;

/** Every name that is used must be an entry of its section. */
final class ReferenceRule {
  private final Branch root;
  private final List<Finding> findings;

  ReferenceRule(Branch root, List<Finding> findings) {
    this.root = root;
    this.findings = findings;
  }

  void check(List<NameUse> uses) {
    for (NameUse use : uses) {
      Set<String> known = root.branch(use.section()).entries().keySet();
      if (!known.contains(use.name())) {
        String near = Nearest.hint(use.name(), known);
        findings.add(
            new Finding(
                use.place(),
                use.path()
                    + " names \""
                    + use.name()
                    + "\", but there is no such "
                    + one(use.section())
                    + (near.isEmpty() ? " under " + use.section() : near)));
      }
    }
  }

  private static String one(String section) {
    Key key = ConfigurationKeys.ROOT.key(section).orElseThrow();
    return key.type() instanceof Named named ? named.one() : section;
  }
}
