// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page {@code docs/reference/laws.md}; made from the presets. */
public final class LawsPage {
  private static final String HEAD =
      """
      <!-- SPDX-License-Identifier: Apache-2.0 -->
      <!-- Made from laws.yaml in org.ringmaster.server.config by its test. -->
      # Presets of laws

      A campaign names them with [`law`](configuration.md#campaigns), such as `law: [ftc-sales, us-states]`
      ([how](../how-to/run-a-campaign.md#hold-a-campaign-to-presets-of-laws)). Of several the strictest value holds.

      - They are engineering values, no legal advice. Rules differ by place, trade and kind of call, and change. What is right for your calls says somebody who may say so.
      - **verified** means that the rule's own text, a copy or quote of it, or the guidance of who made it was read for this value. **not verified** means that it was remembered, or read
        where others tell of it only; the strictest reading stands there. Have these looked up before you rely on them.
      - What the campaign does not say itself is as strict as its presets. What it says and is looser is refused, with its line, the preset and the source. Stricter is always right.
      - The platform shows which presets a campaign names, their date and what is not verified. It never says that a law was kept.
      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  private LawsPage() {}

  /** The page's text. */
  public static String text() {
    LawsPage made = new LawsPage();
    Laws.all().forEach(made::chapter);
    return made.page.toString();
  }

  private void chapter(Law law) {
    page.append("\n## `").append(law.name()).append("`\n\n");
    page.append(law.title()).append(". Written down on ").append(law.date()).append(".\n\n");
    page.append("| key | value | meaning | status | source |\n|---|---|---|---|---|\n");
    for (LawRule rule : law.rules()) {
      row(
          "`" + rule.field().key() + "`",
          rule.bound(),
          rule.field().meaning() + more(rule.text()),
          rule.status(),
          rule.source());
    }
    notes(law, "The platform does by itself:", true);
    notes(law, "No key says it, so it stays yours:", false);
  }

  private static String more(@Nullable String text) {
    return text == null ? "" : ". " + text;
  }

  private void notes(Law law, String head, boolean byPlatform) {
    List<LawNote> notes =
        law.notes().stream().filter(note -> note.byPlatform() == byPlatform).toList();
    if (notes.isEmpty()) {
      return;
    }
    page.append('\n').append(head).append("\n\n");
    for (LawNote note : notes) {
      page.append("- ").append(note.text()).append(" (").append(note.source()).append("; ");
      page.append(Law.status(note.isVerified())).append(")\n");
    }
  }

  private void row(String... cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
