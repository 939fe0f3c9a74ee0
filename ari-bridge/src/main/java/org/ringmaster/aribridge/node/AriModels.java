// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import ch.loway.oss.ari4java.generated.ari_10_0_0.models.AsteriskInfo_impl_ari_10_0_0;
import ch.loway.oss.ari4java.generated.ari_10_0_0.models.Bridge_impl_ari_10_0_0;
import ch.loway.oss.ari4java.generated.ari_10_0_0.models.Channel_impl_ari_10_0_0;
import ch.loway.oss.ari4java.generated.models.AsteriskInfo;
import ch.loway.oss.ari4java.generated.models.Bridge;
import ch.loway.oss.ari4java.generated.models.Channel;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads ARI's answers into ari4java's models, off the hot path. A newer Asterisk's unknown
 * properties are skipped. Any thread.
 */
final class AriModels {
  private static final ObjectMapper JSON =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  private AriModels() {}

  /** The channels of a list, or null when it cannot be read. */
  static @Nullable List<Channel> channels(String json) {
    Channel[] channels = read(json, Channel_impl_ari_10_0_0[].class);
    return channels == null ? null : List.of(channels);
  }

  /** The bridges of a list, or null when it cannot be read. */
  static @Nullable List<Bridge> bridges(String json) {
    Bridge[] bridges = read(json, Bridge_impl_ari_10_0_0[].class);
    return bridges == null ? null : List.of(bridges);
  }

  /** What an Asterisk says of itself, or null when it cannot be read. */
  static @Nullable AsteriskInfo info(String json) {
    return read(json, AsteriskInfo_impl_ari_10_0_0.class);
  }

  private static <T> @Nullable T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException unreadable) {
      return null;
    }
  }
}
