// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/**
 * What we know of a node.
 *
 * @param connected whether we see and command it
 * @param fenced whether another instance has taken it from us
 * @param startedAtMicros when its Asterisk started, epoch microseconds
 * @param listedAtMicros when its books and ours were last compared; 0 since it connected
 * @param listingDueMicros when it shall be listed again because something is in doubt; 0 for never
 * @param doubts how many listings in a row were wanted and found something
 * @param heardAtMicros until when all that happened there has been told, as far as we know, epoch
 *     microseconds; it stands still from the loss of the node until its books have been compared
 */
public record NodeState(
    NodeId id,
    boolean connected,
    boolean fenced,
    long startedAtMicros,
    long listedAtMicros,
    long listingDueMicros,
    int doubts,
    long heardAtMicros) {

  /**
   * What was on its way in the last moment before a node was lost had been sent before, but not
   * told: so long can that take.
   */
  private static final long ON_ITS_WAY_MICROS = 250_000;

  /** How far apart the first listings of a row are; each is twice as far from the one before. */
  private static final long LISTING_MICROS = 1_000_000;

  private static final int MAX_DOUBLINGS = 6;

  /** Less than this is not worth a change. */
  private static final long GRAIN_MICROS = 50_000;

  static NodeState connected(NodeId id, long startedAtMicros, long heardAtMicros) {
    return new NodeState(id, true, false, startedAtMicros, 0, 0, 0, heardAtMicros);
  }

  static NodeState fenced(NodeId id) {
    return new NodeState(id, false, true, 0, 0, 0, 0, 0);
  }

  /** Lost; {@code lastWordMicros} is when the last word came, 0 where that is not known. */
  NodeState lost(long lastWordMicros) {
    boolean isKnown = listedAtMicros > 0 && lastWordMicros > 0;
    long heard = isKnown ? lastWordMicros - ON_ITS_WAY_MICROS : 0;
    return new NodeState(
        id, false, fenced, startedAtMicros, 0, 0, 0, StrictMath.max(heardAtMicros, heard));
  }

  NodeState listed(long atMicros, long askedAtMicros, boolean clean) {
    return new NodeState(
        id,
        connected,
        fenced,
        startedAtMicros,
        atMicros,
        0,
        clean ? 0 : doubts,
        StrictMath.max(heardAtMicros, askedAtMicros));
  }

  /** When it may be listed again at the earliest: ever later while listings do not help. */
  long nextListingMicros() {
    return listedAtMicros + (LISTING_MICROS << StrictMath.min(doubts, MAX_DOUBLINGS));
  }

  /**
   * A listing is wanted. The last one has helped if nothing was in doubt until the next might have
   * been: then this is the first of a new row, and what is refused tomorrow is not asked again a
   * minute later because of what was refused today. What is in doubt before a listing that was
   * wanted has come is one doubt with it: a node that refuses twenty things within a moment has not
   * been listed in vain twenty times.
   */
  NodeState doubted(long dueMicros, long nowMicros) {
    boolean isOneWithLast = listingDueMicros != 0;
    boolean isAnew = !isOneWithLast && nowMicros >= nextListingMicros();
    int further = isOneWithLast ? doubts : doubts + 1;
    return new NodeState(
        id,
        connected,
        fenced,
        startedAtMicros,
        listedAtMicros,
        dueMicros,
        isAnew ? 1 : further,
        heardAtMicros);
  }

  /** Something was told that happened there. What is told before the books agree fills no gap. */
  NodeState heard(long atMicros) {
    if (listedAtMicros == 0 || atMicros < heardAtMicros + GRAIN_MICROS) {
      return this;
    }
    return new NodeState(
        id, connected, fenced, startedAtMicros, listedAtMicros, listingDueMicros, doubts, atMicros);
  }
}
