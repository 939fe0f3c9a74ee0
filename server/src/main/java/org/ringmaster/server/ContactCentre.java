// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ringmaster.aribridge.node.AsteriskNode;
import org.ringmaster.aribridge.transport.EventLoops;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationInputs;
import org.ringmaster.server.config.NodeSettings;

/**
 * The platform, as the fields of one class: made in this order, started in this order, closed in
 * the opposite one.
 */
public final class ContactCentre implements AutoCloseable {

  private final Configuration configuration;
  private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
  private final EventLoops loops = new EventLoops(1);
  private final Map<NodeId, AsteriskNode> nodes = new LinkedHashMap<>();
  private final EngineRoom engineRoom;
  private final StoreRoom storeRoom;

  /**
   * Recovers everything; nothing runs yet.
   *
   * @param folder where the platform keeps what it writes
   * @param places where each node is
   */
  ContactCentre(Configuration configuration, Path folder, NodePlaces places) {
    this.configuration = configuration;
    engineRoom = new EngineRoom(configuration, folder, new NodeOutlet(nodes), failure::complete);
    storeRoom = new StoreRoom(configuration, folder, engineRoom.codec(), engineRoom.journal());
    for (NodeSettings node : configuration.nodes()) {
      nodes.put(node.id(), new AsteriskNode(places.of(node), loops, engineRoom.inlet()));
    }
  }

  /** Starts the ring, tells it the configuration, and connects to the nodes. */
  public void start() {
    engineRoom.start(configuration.cell().number());
    read(configuration);
    nodes.values().forEach(AsteriskNode::start);
    storeRoom.start();
  }

  /** Takes a configuration over; the kernel compares it with what was there before. */
  public void read(Configuration now) {
    for (Input input : ConfigurationInputs.of(now)) {
      engineRoom.inlet().offer(input, engineRoom.clock().micros());
    }
  }

  /** Where inputs enter. */
  public Inlet inlet() {
    return engineRoom.inlet();
  }

  /** What people look at. */
  public Boards boards() {
    return engineRoom.boards();
  }

  /** The journey store, once PostgreSQL is there. */
  public Optional<JourneyStore> store() {
    return storeRoom.store();
  }

  /** The last fact that is on disk. */
  public long syncedSequence() {
    return engineRoom.journal().synced().get();
  }

  /** Completed with the reason when kernel or journal have stopped: the process must end. */
  public CompletableFuture<Throwable> failure() {
    return failure;
  }

  @Override
  public void close() {
    nodes.values().forEach(AsteriskNode::close);
    engineRoom.close();
    storeRoom.close();
    loops.close();
  }
}
