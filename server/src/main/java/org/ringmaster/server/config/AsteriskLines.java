// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.queue.InboundNumber;

/**
 * The lines that an Asterisk of the user's own needs. They are printed, never written; secrets are
 * named, never shown.
 */
public final class AsteriskLines {
  private final Configuration configuration;
  private final NodeSettings node;
  private final List<String> lines = new ArrayList<>();

  private AsteriskLines(Configuration configuration, NodeSettings node) {
    this.configuration = configuration;
    this.node = node;
  }

  /** All lines for a node, file by file. */
  public static List<String> of(Configuration configuration, NodeSettings node) {
    AsteriskLines made = new AsteriskLines(configuration, node);
    made.platform();
    made.dialplan();
    made.file("pjsip.conf");
    configuration.trunks().stream()
        .filter(trunk -> trunk.trunk().node().equals(node.id()))
        .forEach(made::trunk);
    configuration.telephones().stream()
        .filter(telephone -> telephone.telephone().node().equals(node.id()))
        .forEach(made::telephone);
    return List.copyOf(made.lines);
  }

  private void platform() {
    file("asterisk.conf");
    add("[options]", "systemname = " + node.id() + "   ; unique ids tell where a call was");
    file("http.conf");
    add("[general]", "enabled = yes");
    NodeSettings.Ari ari = node.ari();
    if (ari != null) {
      file("ari.conf");
      add("[general]", "enabled = yes", "websocket_write_timeout = 5000   ; 100 is too strict");
      add(
          "[" + ari.user() + "]",
          "type = user",
          "password = (what nodes." + node.id() + ".ari.secret refers to)");
    }
    NodeSettings.Ami ami = node.ami();
    if (ami != null) {
      file("manager.conf");
      add("[general]", "enabled = yes", "port = " + ami.port());
      add("[" + ami.user() + "]", "secret = (what nodes." + node.id() + ".ami.secret refers to)");
      add(
          "read = system,call,reporting,cel,user,security",
          "write = system,call,reporting,command");
    }
  }

  private void dialplan() {
    file("extensions.conf");
    add("[from-trunk]");
    for (InboundNumber number : configuration.numbers()) {
      add(
          "exten => "
              + number.number()
              + ",1,Stasis(ringmaster,inbound,${EXTEN},${CHANNEL(endpoint)})",
          " same => n,Playback(please-try-call-later)   ; here only while Ringmaster is away",
          " same => n,Hangup(41)");
    }
    add(
        "[telephones]",
        "exten => _[0-9*#+]!,1,Stasis(ringmaster,telephone,${FILTER(0-9*#+,${EXTEN})},${CHANNEL(endpoint)})",
        " same => n,Hangup(41)");
  }

  private void trunk(TrunkSettings trunk) {
    String name = trunk.name();
    add("[" + name + "]", "type = endpoint", "context = from-trunk", "aors = " + name);
    add("direct_media = no", "allow_transfer = no");
    if (trunk.username() != null) {
      add("outbound_auth = " + name);
    }
    String contact = trunk.contact() == null ? "sip:HOST:PORT" : trunk.contact();
    add("[" + name + "]", "type = aor", "contact = " + contact, "qualify_frequency = 30");
    if (trunk.username() != null) {
      add(
          "[" + name + "]",
          "type = auth",
          "auth_type = userpass",
          "username = " + trunk.username());
      add("password = (what trunks." + name + ".secret refers to)");
    }
    if (!trunk.match().isEmpty()) {
      add("[" + name + "]", "type = identify", "endpoint = " + name);
      trunk.match().forEach(match -> add("match = " + match));
    }
    if (trunk.register()) {
      add("[" + name + "]", "type = registration", "outbound_auth = " + name);
      add(
          "server_uri = " + contact,
          "client_uri = " + contact.replace("sip:", "sip:" + trunk.username() + "@"));
      add("line = yes", "endpoint = " + name);
    }
  }

  private void telephone(TelephoneSettings telephone) {
    String name = telephone.name();
    add("[" + name + "]", "type = endpoint", "context = telephones", "aors = " + name);
    add("auth = " + name, "direct_media = no", "allow_transfer = no");
    if (telephone.browser()) {
      add("webrtc = yes");
    }
    add("[" + name + "]", "type = auth", "auth_type = userpass", "username = " + name);
    add("password = (the telephone's)");
    add("[" + name + "]", "type = aor");
    add(
        telephone.contact() == null
            ? "max_contacts = 1"
            : "contact = " + telephone.contact().replace("sip:", "sip:" + name + "@"));
  }

  private void file(String name) {
    lines.add((lines.isEmpty() ? "" : "\n") + "; ---- " + name);
  }

  private void add(String... more) {
    lines.addAll(List.of(more));
  }
}
