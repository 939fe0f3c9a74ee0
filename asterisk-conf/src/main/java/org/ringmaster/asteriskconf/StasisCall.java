// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

/**
 * The words by which the dialplan tells Ringmaster why a leg enters it, as arguments of {@code
 * Stasis()}. The same table stands in {@code docs/reference/dialplan.md}.
 */
public final class StasisCall {
  /** The ARI application of the control socket. */
  public static final String APP = "ringmaster";

  /**
   * First argument: a caller dialled a number of ours; the second is the number, the third the
   * trunk.
   */
  public static final String INBOUND = "inbound";

  /**
   * First argument: an agent's telephone dialled; the second is what it dialled, the third its
   * name.
   */
  public static final String TELEPHONE = "telephone";

  /** The context that takes callers while Ringmaster is away; its extensions are our numbers. */
  public static final String FALLBACK_CONTEXT = "fallback";

  private StasisCall() {}
}
