// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Decision;

/** Who hears whom: opens bridges, moves legs between them, and mends what a node lost. */
final class Bridging {

  /** How long somebody waits in silence in a room that was empty. */
  private static final long MUSIC_MICROS = 200_000;

  /** How long a room that nobody needs stays open: who has left may be followed by others. */
  private static final long SPARE_MICROS = 60_000_000;

  private final CallBooks books;

  Bridging(CallBooks books) {
    this.books = books;
  }

  /** Puts a leg into its node's room of a kind, opening the room at first use. */
  void rest(LegId id, BridgeKind kind, @Nullable String musicClass, Decision decision) {
    Leg leg = books.leg(id);
    if (leg != null) {
      BridgeId own = ownRoom(leg, kind, musicClass);
      BridgeId room = own == null ? room(leg.node(), kind, musicClass, decision) : own;
      move(room, List.of(leg), decision);
    }
  }

  /** Whoever waits in a room of that kind stays there, or comes back to it. */
  private @Nullable BridgeId ownRoom(Leg leg, BridgeKind kind, @Nullable String musicClass) {
    BridgeId id = leg.wantedBridge() == null ? leg.bridge() : leg.wantedBridge();
    Bridge room = id == null ? null : books.bridge(id);
    boolean isSuch =
        room != null
            && room.kind() == kind
            && room.node().equals(leg.node())
            && Objects.equals(room.musicClass(), musicClass);
    return isSuch ? id : null;
  }

  /** Joins legs of one call in its talk bridge, opening it at first use. */
  void connect(CallId call, List<LegId> ids, Decision decision) {
    List<Leg> joining = new ArrayList<>();
    for (LegId id : ids) {
      Leg leg = books.leg(id);
      if (leg != null) {
        joining.add(leg);
      }
    }
    if (joining.isEmpty()) {
      return;
    }
    Bridge talk = books.talkBridge(call);
    BridgeId bridge =
        talk == null
            ? open(joining.get(0).node(), BridgeKind.TALK, call, null, decision)
            : talk.id();
    move(bridge, joining, decision);
  }

  /**
   * Whoever comes into an empty waiting room finds its music gone. It is asked for only if somebody
   * is there a little later: Asterisk makes a pair of channels for it each time, which who is
   * connected at once does not need.
   */
  void entered(BridgeId id, Decision decision) {
    Bridge bridge = books.bridge(id);
    if (bridge != null && !bridge.kind().mixes() && books.index.countIn(id) == 1) {
      decision.remindAt(decision.nowMicros() + MUSIC_MICROS, new CallInput.MusicDue(id));
    }
  }

  /** Somebody came into an empty room a little while ago. */
  void musicDue(CallInput.MusicDue in, Decision decision) {
    Bridge bridge = books.bridge(in.bridge());
    if (bridge != null && books.index.countIn(in.bridge()) > 0) {
      decision.ask(new CallCommand.PlayMusic(bridge.node(), in.bridge(), bridge.musicClass()));
    }
  }

  /** Somebody has left a room, or is not on the way into it any more. */
  void vacated(@Nullable BridgeId id, Decision decision) {
    if (id != null && books.index.isSpare(id)) {
      decision.remindAt(decision.nowMicros() + SPARE_MICROS, new CallInput.RoomDue(id));
    }
  }

  /**
   * One empty room of a kind is kept for who comes next. What is decided here cannot meet who is on
   * the way in: they count as in it from the moment they are sent, and nobody is sent into a room
   * that is struck out.
   */
  void roomDue(CallInput.RoomDue in, Decision decision) {
    if (books.index.isSpare(in.bridge())) {
      close(in.bridge(), decision);
    }
  }

  /** Reminders are not kept over a start, and rooms may have become empty unseen. */
  void lookAtRooms(NodeId node, Decision decision) {
    for (Bridge bridge : books.bridges.values()) {
      if (bridge.node().equals(node)) {
        vacated(bridge.id(), decision);
      }
    }
  }

  /** Who came and went while a node was away may have left a waiting room without its music. */
  void playAgain(NodeId node, Decision decision) {
    for (Bridge bridge : List.copyOf(books.bridges.values())) {
      boolean isRoom = bridge.kind() != BridgeKind.TALK && bridge.node().equals(node);
      if (isRoom && books.index.countIn(bridge.id()) > 0) {
        decision.ask(new CallCommand.PlayMusic(bridge.node(), bridge.id(), bridge.musicClass()));
      }
    }
  }

  /** A bridge is gone that we did not close: those who were meant to be in it get another. */
  void lost(Bridge bridge, Decision decision) {
    lost(List.of(bridge), decision);
  }

  /**
   * Bridges are gone that we did not close. All are struck out before anybody is given another, who
   * else might be sent from one that is gone into the next.
   */
  void lost(List<Bridge> gone, Decision decision) {
    List<List<LegId>> wanting = new ArrayList<>();
    gone.forEach(bridge -> wanting.add(wanting(bridge)));
    gone.forEach(bridge -> decision.record(new CallFact.BridgeClosed(bridge.id())));
    for (int i = 0; i < gone.size(); i++) {
      mend(gone.get(i), wanting.get(i), decision);
    }
  }

  private List<LegId> wanting(Bridge bridge) {
    List<LegId> wanting = new ArrayList<>();
    for (LegId id : books.index.legsIn(bridge.id())) {
      Leg leg = books.leg(id);
      if (leg != null && bridge.id().equals(leg.wantedBridge()) && !leg.hangUpAsked()) {
        wanting.add(id);
      }
    }
    return wanting;
  }

  private void mend(Bridge bridge, List<LegId> wanting, Decision decision) {
    if (bridge.kind() == BridgeKind.TALK) {
      // Whoever is alone has lost the other one: the end of their talk is decided elsewhere.
      if (wanting.size() > 1 && bridge.call() != null) {
        connect(bridge.call(), wanting, decision);
      } else {
        wanting.forEach(id -> staysWhereItIs(id, decision));
      }
    } else if (bridge.kind() != BridgeKind.ASIDE) { // That is for whoever opened it.
      wanting.forEach(leg -> rest(leg, bridge.kind(), bridge.musicClass(), decision));
    }
  }

  /** A leg that never came into a talk is in the room it was in before, until it is moved. */
  private void staysWhereItIs(LegId id, Decision decision) {
    Leg leg = books.leg(id);
    if (leg != null && leg.bridge() != null) {
      decision.record(new CallFact.BridgeWanted(id, leg.bridge()));
    }
  }

  /** Makes a leg by which another one is overheard, both sides of it or its party; its id. */
  LegId snoop(Leg of, boolean whispers, boolean both, Decision decision) {
    LegId id = new LegId(decision.newId('l'));
    decision.record(
        new CallFact.LegRequested(id, of.call(), of.node(), LegRole.SNOOP, null, null, null),
        decision.nowMicros());
    decision.ask(new CallCommand.SnoopLeg(of.node(), id, of.id(), whispers, both));
    return id;
  }

  /** Opens a bridge beside the talk of a leg's call. */
  BridgeId openAside(Leg leg, Decision decision) {
    return open(leg.node(), BridgeKind.ASIDE, leg.call(), null, decision);
  }

  /** Puts a leg into a bridge that lives. */
  void join(BridgeId bridge, LegId id, Decision decision) {
    Leg leg = books.leg(id);
    if (leg != null && books.bridge(bridge) != null) {
      move(bridge, List.of(leg), decision);
    }
  }

  /** Takes a leg out of whatever bridge it is in, or is on its way to. */
  void stepOut(LegId id, Decision decision) {
    Leg leg = books.leg(id);
    if (leg == null || leg.hangUpAsked()) {
      return;
    }
    BridgeId in = leg.wantedBridge() == null ? leg.bridge() : leg.wantedBridge();
    if (leg.wantedBridge() != null) {
      decision.record(new CallFact.BridgeWanted(id, null));
      vacated(in, decision);
    }
    if (in != null) {
      decision.ask(new CallCommand.LeaveBridge(leg.node(), in, id));
    }
  }

  /** Closes the talk bridge of a call that is over. */
  void close(CallId call, Decision decision) {
    Bridge bridge = books.talkBridge(call);
    close(bridge == null ? null : bridge.id(), decision);
  }

  /** Closes a bridge; nothing happens where it is closed. */
  void close(@Nullable BridgeId id, Decision decision) {
    Bridge bridge = id == null ? null : books.bridge(id);
    if (bridge != null) {
      decision.record(new CallFact.BridgeClosed(bridge.id()));
      decision.ask(new CallCommand.CloseBridge(bridge.node(), bridge.id()));
    }
  }

  private BridgeId room(
      NodeId node, BridgeKind kind, @Nullable String musicClass, Decision decision) {
    BridgeId room = books.index.room(node, kind, musicClass);
    return room == null ? open(node, kind, null, musicClass, decision) : room;
  }

  private BridgeId open(
      NodeId node,
      BridgeKind kind,
      @Nullable CallId call,
      @Nullable String musicClass,
      Decision decision) {
    BridgeId id = new BridgeId(decision.newId('b'));
    decision.record(new CallFact.BridgeOpened(id, node, kind, call, musicClass));
    decision.ask(new CallCommand.OpenBridge(node, id, kind, musicClass));
    return id;
  }

  private void move(BridgeId bridge, List<Leg> legs, Decision decision) {
    List<LegId> moving = new ArrayList<>();
    NodeId node = null;
    for (Leg leg : legs) {
      if (!leg.hangUpAsked() && !bridge.equals(leg.wantedBridge())) {
        decision.record(new CallFact.BridgeWanted(leg.id(), bridge));
        vacated(leg.wantedBridge(), decision);
        moving.add(leg.id());
        node = leg.node();
      }
    }
    if (node != null) {
      decision.ask(new CallCommand.JoinBridge(node, bridge, moving));
    }
  }
}
