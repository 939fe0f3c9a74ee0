// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.rehearsal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A channel of the {@link StageAsterisk}, which owns it. */
final class StageLeg {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

  final String id;
  final String name;
  private final String number;
  private final String created = now();
  private String state;
  private @Nullable String bridge;

  StageLeg(String id, String name, String state, String number) {
    this.id = id;
    this.name = name;
    this.state = state;
    this.number = number;
  }

  /** Asterisk's way to write this instant. */
  static String now() {
    return STAMP.format(Instant.now());
  }

  void state(String newState) {
    state = newState;
  }

  /** The bridge it is in, or null. */
  @Nullable String bridge() {
    return bridge;
  }

  void bridge(@Nullable String newBridge) {
    bridge = newBridge;
  }

  /** The channel as Asterisk writes it. */
  String json() {
    return """
        {"id":"%s","name":"%s","state":"%s","protocol_id":"%s@127.0.0.1",\
        "caller":{"name":"Ann","number":"%s"},"connected":{"name":"","number":""},\
        "accountcode":"","dialplan":{"context":"inbound","exten":"49301000","priority":3,\
        "app_name":"Stasis","app_data":"ringmaster,inbound,49301000"},"creationtime":"%s",\
        "language":"en"}"""
        .formatted(id, name, state, id, number, created);
  }
}
