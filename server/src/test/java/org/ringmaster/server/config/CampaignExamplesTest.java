// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** What the guide to campaigns shows can be copied into a file that has the rest. */
class CampaignExamplesTest {
  private static final Path GUIDE = Path.of("../docs/how-to/run-a-campaign.md");
  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final String REST =
      """
      nodes: {edge: {lab: yes}}
      trunks: {outside: {node: edge}}
      telephones:
        tel01: {node: edge, use: open}
        tel02: {node: edge, use: open}
        tel03: {node: edge, use: open}
      agents:
        alice: {number: 1001, telephone: tel01}
        bob: {number: 1002, telephone: tel02}
        carol: {number: 1003, telephone: tel03}
      queues:
        outbound: {agents: [alice]}
        reminded: {agents: [bob]}
      calendars:
        calling: {zone: America/Chicago, hours: [mon-fri 10:00-18:00]}
      campaigns:
        renewals: {queue: outbound, trunk: outside, hours: calling}
        reminders: {queue: reminded, trunk: outside, hours: calling, mode: preview}
      """;

  @TempDir Path folder;

  @Test
  void everyExampleOfTheGuidePassesTheCheck() throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(GUIDE));
    while (matcher.find()) {
      // A lab has one trunk.
      blocks.add(
          matcher
              .group(1)
              .replace("trunk: carrier", "trunk: outside")
              .replace("\n  carrier:\n", "\n  outside:\n"));
    }
    assertTrue(blocks.size() >= 5, blocks.size() + " examples");
    for (String block : blocks) {
      Map<Object, Object> whole = map(yaml().load(REST));
      merge(whole, map(yaml().load(block)));
      Path file = folder.resolve("ringmaster.yaml");
      Files.writeString(file, yaml().dump(whole));
      assertDoesNotThrow(() -> ConfigurationFile.read(file), block);
    }
  }

  /** Dates stay what they are, as the configuration's own reader leaves them. */
  private static Yaml yaml() {
    Resolver resolver =
        new Resolver() {
          @Override
          public void addImplicitResolver(Tag tag, Pattern form, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
              super.addImplicitResolver(tag, form, first, limit);
            }
          }
        };
    LoaderOptions options = new LoaderOptions();
    DumperOptions dumper = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options), new Representer(dumper), dumper, options, resolver);
  }

  private static void merge(Map<Object, Object> into, Map<Object, Object> more) {
    more.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> said && into.get(key) instanceof Map<?, ?> there) {
            Map<Object, Object> below = new LinkedHashMap<>(there);
            merge(below, new LinkedHashMap<>(said));
            into.put(key, below);
          } else {
            into.put(key, value);
          }
        });
  }

  private static Map<Object, Object> map(Object some) {
    return new LinkedHashMap<>((Map<?, ?>) some);
  }
}
