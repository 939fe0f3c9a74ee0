// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringmaster.server.config.ValueType.ListOf;
import org.ringmaster.server.config.ValueType.MapOf;
import org.ringmaster.server.config.ValueType.Named;
import org.ringmaster.server.config.ValueType.Scalar;
import org.ringmaster.server.config.ValueType.Section;
import org.ringmaster.server.config.ValueType.WordOr;

/** The JSON Schema of {@code ringmaster.yaml}, for editors; made from the keys. */
public final class JsonSchema {
  private JsonSchema() {}

  /** The schema as a file, with a line feed at its end. */
  public static String text() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$comment", "SPDX-License-Identifier: Apache-2.0");
    schema.put("$id", "urn:ringmaster:configuration");
    schema.put("title", "ringmaster.yaml");
    schema.putAll(section(ConfigurationKeys.ROOT));
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    try {
      return mapper.writeValueAsString(schema) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a schema of plain maps cannot be written", e);
    }
  }

  private static Map<String, Object> section(Section section) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Key key : section.keys()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("description", key.description());
      if (key.preset() != null) {
        one.put("default", key.preset());
      }
      one.putAll(value(key.type()));
      properties.put(key.name(), one);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", List.of("object", "null"));
    schema.put("additionalProperties", false);
    schema.put("properties", properties);
    List<String> required = section.keys().stream().filter(Key::required).map(Key::name).toList();
    if (!required.isEmpty()) {
      schema.put("type", "object");
      schema.put("required", required);
    }
    return schema;
  }

  private static Map<String, Object> value(ValueType type) {
    return switch (type) {
      case Scalar scalar -> scalar.schema();
      case ListOf list -> {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("items", list.item().schema());
        yield schema;
      }
      case MapOf map -> {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", List.of("object", "null"));
        schema.put("additionalProperties", map.value().schema());
        yield schema;
      }
      case Section section -> section(section);
      case Named named -> {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", List.of("object", "null"));
        schema.put("propertyNames", Map.of("pattern", named.name().schema().get("pattern")));
        schema.put("additionalProperties", section(named.entry()));
        yield schema;
      }
      case WordOr both -> Map.of("anyOf", List.of(both.word().schema(), section(both.section())));
    };
  }
}
