// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.typed;

import ch.loway.oss.ari4java.generated.ari_10_0_0.models.Message_impl_ari_10_0_0;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of messages that ari4java has models for; it throws at any other. Immutable. */
final class KnownMessages {
  private static final Set<String> TYPES = types();

  private KnownMessages() {}

  static boolean has(String type) {
    return TYPES.contains(type);
  }

  private static Set<String> types() {
    JsonSubTypes known = Message_impl_ari_10_0_0.class.getAnnotation(JsonSubTypes.class);
    if (known == null) {
      return new HashSet<>();
    }
    return Arrays.stream(known.value()).map(JsonSubTypes.Type::name).collect(Collectors.toSet());
  }
}
