// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.journal.DiskRoom;
import org.ringmaster.server.file.FileRoom;
import org.ringmaster.server.http.Health;
import org.ringmaster.server.list.ListRoom;
import org.ringmaster.server.queuelog.QueueLogRoom;

/** What the platform says of its own parts: journal, journey store, snapshots, clock, nodes. */
final class SiteHealth implements Health {

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long MAX_AHEAD_SECONDS = 60;

  private final EngineRoom engineRoom;
  private final StoreRoom storeRoom;
  private final QueueLogRoom queueLog;
  private final FileRoom files;
  private final ListRoom lists;

  SiteHealth(
      EngineRoom engineRoom,
      StoreRoom storeRoom,
      QueueLogRoom queueLog,
      FileRoom files,
      ListRoom lists) {
    this.engineRoom = engineRoom;
    this.storeRoom = storeRoom;
    this.queueLog = queueLog;
    this.files = files;
    this.lists = lists;
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
    String unwritten = engineRoom.follower().failure();
    parts.add(
        new Part(
            "snapshots",
            unwritten.isEmpty(),
            unwritten.isEmpty()
                ? "the last is at fact " + engineRoom.follower().lastSnapshot()
                : unwritten + "; the journal grows meanwhile, and the next start takes longer"));
    if (queueLog.isWanted()) {
      String behind = queueLog.failure();
      parts.add(
          new Part(
              "queuelog",
              behind.isEmpty(),
              behind.isEmpty() ? "fact " + queueLog.writtenSequence() + " is in it" : behind));
    }
    String unfetched = files.failure();
    parts.add(
        new Part(
            "recordings",
            unfetched.isEmpty(),
            unfetched.isEmpty() ? "are in " + files.files().folder() : unfetched));
    List<String> missing = lists.missing();
    parts.add(
        new Part(
            "lists",
            missing.isEmpty(),
            missing.isEmpty() ? "all leads are there" : String.join(" ", missing)));
    parts.add(clock(engineRoom.clock().aheadMicros() / MICROS_PER_SECOND));
    for (NodeRow node : engineRoom.boards().trunks().nodes()) {
      parts.add(
          new Part(
              "node " + node.id(),
              node.sight() == NodeRow.Sight.CONNECTED,
              node.sight().name().toLowerCase(java.util.Locale.ROOT)));
    }
    return parts;
  }

  private static Part clock(long aheadSeconds) {
    return new Part(
        "clock",
        aheadSeconds < MAX_AHEAD_SECONDS,
        aheadSeconds == 0
            ? "is the machine's"
            : aheadSeconds
                + " s ahead of the machine's, which was set back; timers are right, and instants"
                + " will be when it has caught up");
  }

  private static String roomAdvice(DiskRoom room) {
    return room == DiskRoom.AMPLE ? "" : ": make room on the journal's disk";
  }
}
