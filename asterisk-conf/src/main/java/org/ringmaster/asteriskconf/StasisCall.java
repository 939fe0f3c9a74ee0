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

  /**
   * First argument: a leg of ours has listened to what answered; the second is {@code AMDSTATUS},
   * the third {@code AMDCAUSE}.
   */
  public static final String SCREENED = "screened";

  /** First argument: a leg of ours has waited for silence; the second is {@code WAITSTATUS}. */
  public static final String SILENT = "silent";

  /** The context into which such legs are sent. */
  public static final String SCREENING_CONTEXT = "ringmaster-screening";

  /** The context that takes callers while Ringmaster is away; its extensions are our numbers. */
  public static final String FALLBACK_CONTEXT = "fallback";

  private StasisCall() {}
}
