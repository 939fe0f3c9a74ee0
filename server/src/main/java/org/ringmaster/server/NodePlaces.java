// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.ami.AmiAddress;
import org.ringmaster.aribridge.node.NodeSettings;
import org.ringmaster.aribridge.transport.AriAddress;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabAsterisk;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.LabEdges;
import org.ringmaster.server.file.FileFetcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where each configured node's ARI is: as the file says, or where the lab runs it. */
public final class NodePlaces {

  private static final Logger LOG = LoggerFactory.getLogger(NodePlaces.class);
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final Supplier<? extends @Nullable Lab> lab;

  /** Places of nodes of which some may be the lab's; null where there is no lab. */
  public NodePlaces(@Nullable Lab lab) {
    this(() -> lab);
  }

  /** The same with a lab that is waited for when a place is asked for. */
  NodePlaces(Supplier<? extends @Nullable Lab> lab) {
    this.lab = lab;
  }

  /**
   * How a node is spoken with.
   *
   * @throws IllegalArgumentException where its URL cannot be used, with a sentence
   */
  NodeSettings of(org.ringmaster.server.config.NodeSettings node) {
    return NodeSettings.of(node.id(), node.lab() ? inLab(node.id()) : own(node));
  }

  /**
   * Lets the lab's Asterisks take a changed configuration over, while calls go on: telephones,
   * numbers, fallback queues. Nodes that came or went wait for the next start.
   *
   * @return sentences about what it has not taken over
   */
  List<String> takeOver(Configuration now) {
    String left;
    try {
      Lab running = lab.get();
      if (running != null) {
        running.apply(LabEdges.of(now));
      }
      return List.of();
    } catch (IllegalArgumentException e) {
      left = "the lab stays as it is until the next start: " + e.getMessage();
    } catch (RuntimeException e) {
      left = "the lab has not taken all of it over (reload once more): " + e.getMessage();
    }
    LOG.warn("{}", left);
    return List.of(left);
  }

  /** The file a node's CEL goes to; null where it is on another machine. */
  @Nullable Path celFile(org.ringmaster.server.config.NodeSettings node) {
    return node.lab() ? asterisk(node.id()).celFile() : node.celFile();
  }

  /** Where a node's recordings are; the folder where it is on this machine and known. */
  FileFetcher.Place recordingsOf(org.ringmaster.server.config.NodeSettings node) {
    if (node.lab()) {
      Path folder = asterisk(node.id()).recordings();
      return new FileFetcher.Place(inLab(node.id()), folder);
    }
    return new FileFetcher.Place(own(node), node.recordings());
  }

  /** The lab's Asterisk of that name. */
  LabAsterisk asterisk(NodeId id) {
    Lab running = Objects.requireNonNull(lab.get(), "a node with lab: yes needs the lab");
    return running.edges().stream()
        .filter(edge -> edge.node().value().equals(id.value()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the lab runs no node " + id));
  }

  /** Where the node's AMI is, if the configuration knows one. */
  @Nullable AmiAddress amiOf(org.ringmaster.server.config.NodeSettings node) {
    if (node.lab()) {
      LabAsterisk edge = asterisk(node.id());
      return new AmiAddress("127.0.0.1", edge.amiPort(), false, edge.amiUser(), edge.amiSecret());
    }
    var ami = node.ami();
    return ami == null
        ? null
        : new AmiAddress(ami.host(), ami.port(), false, ami.user(), ami.secret().value());
  }

  private AriAddress inLab(NodeId id) {
    LabAsterisk edge = asterisk(id);
    return new AriAddress(
        id.value(), "127.0.0.1", edge.httpPort(), edge.ariUser(), edge.ariSecret());
  }

  private static AriAddress own(org.ringmaster.server.config.NodeSettings node) {
    var ari = Objects.requireNonNull(node.ari(), "a node that is not the lab's has ari:");
    URI url = URI.create(ari.url());
    boolean tls = "https".equals(url.getScheme());
    int port = url.getPort() > 0 ? url.getPort() : tls ? HTTPS : HTTP;
    String path = url.getPath() == null ? "" : url.getPath();
    String prefix =
        path.endsWith("/ari") ? path.substring(0, path.length() - "/ari".length()) : path;
    return new AriAddress(
        node.id().value(), url.getHost(), port, tls, prefix, ari.user(), ari.secret().value());
  }
}
