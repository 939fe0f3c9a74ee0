// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.asteriskconf.HostAddress;
import org.ringmaster.asteriskconf.OwnAsterisk;

/**
 * The lines that an Asterisk of the user's own needs: those that all need, and the endpoints of our
 * trunks and telephones. They are printed, never written; secrets are named, never shown.
 */
public final class AsteriskLines {
  private static final int HTTP_PORT = 8088;
  private static final int AMI_PORT = 5038;
  private static final String PJSIP = "pjsip.conf";
  private static final String SECRET = "SECRET";

  private final List<String> lines = new ArrayList<>();

  private AsteriskLines() {}

  /**
   * The lines by file name below {@code /etc/asterisk}.
   *
   * @param node a node that is not the lab's
   * @param from the address from which the platform comes to it
   */
  public static Map<String, String> of(
      Configuration configuration, NodeSettings node, HostAddress from) {
    NodeSettings.Ari ari = Objects.requireNonNull(node.ari());
    NodeSettings.Ami ami = node.ami();
    int port = URI.create(ari.url()).getPort();
    LabEdges edges = new LabEdges(configuration);
    OwnAsterisk own =
        new OwnAsterisk(
            new ConfName(node.id().value()),
            new HostAddress(address(ari)),
            port < 0 ? HTTP_PORT : port,
            ami == null ? AMI_PORT : ami.port(),
            new ConfName(ari.user()),
            new ConfName(ami == null ? ari.user() : ami.user()),
            from,
            node.celFile() == null
                ? "/var/log/asterisk/cel.json"
                : node.celFile().toAbsolutePath().toString(),
            edges.numbers(),
            edges.fallbackQueues(node.id()));
    Map<String, String> texts = new LinkedHashMap<>(new TreeMap<>(own.linesToAdd().texts()));
    AsteriskLines endpoints = new AsteriskLines();
    configuration.trunks().stream()
        .filter(trunk -> trunk.trunk().node().equals(node.id()))
        .forEach(endpoints::trunk);
    configuration.telephones().stream()
        .filter(telephone -> telephone.telephone().node().equals(node.id()))
        .forEach(endpoints::telephone);
    texts.merge(PJSIP, String.join("\n", endpoints.lines) + "\n", String::concat);
    return texts;
  }

  private static String address(NodeSettings.Ari ari) {
    String host = URI.create(ari.url()).getHost();
    return host != null && host.matches("[0-9.]+") ? host : "0.0.0.0";
  }

  private void trunk(TrunkSettings trunk) {
    String name = trunk.name();
    String contact = trunk.contact() == null ? "sip:HOST:PORT" : trunk.contact();
    String username = trunk.username();
    section(name, "endpoint", "context = from-trunk", "aors = " + name);
    add(
        "allow_transfer = no",
        "direct_media = no",
        "timers = yes",
        "send_connected_line = no",
        "disallow = all",
        "allow = alaw,ulaw");
    if (username != null) {
      add("outbound_auth = " + name);
    }
    section(name, "aor", "contact = " + contact, "qualify_frequency = 30");
    if (username != null) {
      section(
          name, "auth", "auth_type = userpass", "username = " + username, "password = " + SECRET);
    }
    if (!trunk.match().isEmpty()) {
      section(name, "identify", "endpoint = " + name);
      trunk.match().forEach(match -> add("match = " + match));
    }
    if (trunk.register()) {
      section(name, "registration", "outbound_auth = " + name, "server_uri = " + contact);
      add("client_uri = " + contact.replaceFirst("sip:", "sip:" + username + "@"));
      add("line = yes", "endpoint = " + name);
    }
  }

  private void telephone(TelephoneSettings telephone) {
    String name = telephone.name();
    String contact = telephone.contact();
    section(name, "endpoint", "context = telephones", "aors = " + name, "auth = " + name);
    if (telephone.transferKey()) {
      add("allow_transfer = yes", "set_var = PJSIP_TRANSFER_HANDLING()=ari-only");
    } else {
      add("allow_transfer = no");
    }
    add("direct_media = no", "timers = yes", "send_connected_line = no");
    if (telephone.browser()) {
      add("webrtc = yes");
    } else {
      add("disallow = all", "allow = alaw,ulaw");
    }
    section(name, "auth", "auth_type = userpass", "username = " + name, "password = " + SECRET);
    section(
        name,
        "aor",
        contact == null
            ? "max_contacts = 1"
            : "contact = " + contact.replaceFirst("sip:", "sip:" + name + "@"),
        "qualify_frequency = 30");
  }

  private void section(String name, String type, String... more) {
    add("", "[" + name + "]", "type = " + type);
    add(more);
  }

  private void add(String... more) {
    lines.addAll(List.of(more));
  }
}
