// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** An editor that knows the schema says the same as the reader, as far as a schema can. */
class JsonSchemaTest {
  private static final com.networknt.schema.JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(JsonSchema.text());

  @Test
  void theFirstConfigurationIsAccepted() {
    assertEquals(Set.of(), findings(FirstConfiguration.text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nodes: {e: {lab: yes}}\nusers:\n",
        "nodes: {e: {ari: {url: 'http://h:8088/ari', user: u, secret: '${env:S}'}}}",
        "nodes: {e: {lab: yes}}\nagents: {a: {number: 12}}\nqueues: {q: {agents: [a], timeout: 20, retry: 500ms,"
            + " wrapuptime: 1.5, autopause: no, maxwait: 2m, overflow: {prompt: ['number:3', bye]}}}",
        "nodes: {e: {lab: yes}}\nqueues: {q: {agents: [], overflow: hangup, maxwait: 60}}",
        "nodes: {e: {lab: yes}}\njournal: {segmentsize: 16M, keep: 30d, inputs: off}\nhttp: {bindport: 8080}",
        "nodes: {e: {lab: yes}}\ncalendars: {c: {zone: UTC, hours: ['mon-fri 09:00-18:00'], holidays: ['2026-12-25']}}",
      })
  void whatTheReaderTakesTheSchemaTakes(String text) throws ConfigurationRefused {
    ConfigurationFile.read("x.yaml", text, Path.of("."), Map.of("S", "long-enough"));
    assertEquals(Set.of(), findings(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "queues: {}",
        "nodes: {e: {lab: yes, zzz: 1}}",
        "nodes: {e: {lab: maybe}}",
        "nodes: {'e f': {lab: yes}}",
        "nodes: {e: {lab: yes}}\nqueues: {q: {agents: []}, r: {timeout: 5}}",
        "nodes: {e: {lab: yes}}\nqueues: {q: {agents: [], strategy: loudest}}",
        "nodes: {e: {lab: yes}}\nqueues: {q: {agents: [], timeout: soon}}",
        "nodes: {e: {lab: yes}}\nqueues: {q: {agents: a}}",
        "nodes: {e: {lab: yes}}\ntrunks: {outside: {node: e, secret: hunter2hunter2}}",
        "nodes: {e: {lab: yes}}\ntrunks: {outside: {node: e, cps: -1}}",
        "nodes: {e: {lab: yes}}\ncalendars: {c: {zone: UTC, hours: ['all day']}}",
        "nodes: {e: {lab: yes}}\nusers: {u: {role: boss, password: '${env:S}'}}",
      })
  void whatTheSchemaRefusesTheReaderRefuses(String text) {
    assertFalse(findings(text).isEmpty(), text);
    assertThrows(
        ConfigurationRefused.class,
        () -> ConfigurationFile.read("x.yaml", text, Path.of("."), Map.of("S", "long-enough")));
  }

  private static Set<ValidationMessage> findings(String text) {
    Object plain = new Yaml().load(text);
    JsonNode tree = new ObjectMapper().valueToTree(plain);
    return SCHEMA.validate(tree);
  }
}
