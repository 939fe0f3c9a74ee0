// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

/** Why a campaign that had no lead left to dial has one again. */
public enum ResumeReason {
  /** A list was loaded for it. */
  LIST_LOADED("a list was loaded"),
  /** Leads that were forbidden may be called again. */
  LEADS_PERMITTED("leads that were forbidden may be called again"),
  /** By its new rules leads are left that were not by the old ones. */
  RULES_CHANGED("its rules leave leads to call again");

  private final String words;

  ResumeReason(String words) {
    this.words = words;
  }

  /** A few words for people. */
  public String words() {
    return words;
  }
}
