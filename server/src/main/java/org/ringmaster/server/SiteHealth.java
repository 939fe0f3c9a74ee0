// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.journal.DiskRoom;
import org.ringmaster.server.http.Health;

/** What the platform says of its own parts: journal, journey store, nodes. */
final class SiteHealth implements Health {

  private final EngineRoom engineRoom;
  private final StoreRoom storeRoom;

  SiteHealth(EngineRoom engineRoom, StoreRoom storeRoom) {
    this.engineRoom = engineRoom;
    this.storeRoom = storeRoom;
  }

  @Override
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    DiskRoom room = engineRoom.journal().room();
    parts.add(new Part("journal", room == DiskRoom.AMPLE, "disk room " + room + roomAdvice(room)));
    String storeFailure = storeRoom.failure();
    parts.add(
        new Part(
            "store",
            storeFailure.isEmpty(),
            storeFailure.isEmpty()
                ? "fact " + storeRoom.appliedSequence() + " is in PostgreSQL"
                : storeFailure));
    for (NodeRow node : engineRoom.boards().trunks().nodes()) {
      parts.add(
          new Part(
              "node " + node.id(),
              node.sight() == NodeRow.Sight.CONNECTED,
              node.sight().name().toLowerCase(java.util.Locale.ROOT)));
    }
    return parts;
  }

  private static String roomAdvice(DiskRoom room) {
    return room == DiskRoom.AMPLE ? "" : ": make room on the journal's disk";
  }
}
