// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import org.ringmaster.core.supervision.SupervisionFact;

/** What supervisors did at a call, in sentences. Pure functions. */
final class SupervisionSentences {

  private SupervisionSentences() {}

  static String of(SupervisionFact fact) {
    return switch (fact) {
      case SupervisionFact.Asked f ->
          "Supervisor "
              + f.author()
              + " wants to attend the talk of "
              + f.agent()
              + "; telephone "
              + f.telephone()
              + " is rung.";
      case SupervisionFact.Listened f ->
          "Supervisor " + f.author() + " listens to " + f.agent() + ".";
      case SupervisionFact.Whispered f ->
          "Supervisor " + f.author() + " whispers to " + f.agent() + ".";
      case SupervisionFact.Barged f ->
          "Supervisor " + f.author() + " joins the talk of " + f.agent() + ".";
      case SupervisionFact.TookOver f ->
          "Supervisor " + f.author() + " takes the caller over from " + f.agent() + ".";
      case SupervisionFact.AgentTold f -> f.agent() + " was told that somebody listens.";
      case SupervisionFact.Ended f ->
          "Supervisor "
              + f.author()
              + switch (f.end()) {
                case SUPERVISOR -> " left.";
                case NOT_ANSWERED -> " did not answer the telephone.";
                case TALK_OVER -> " left, as the talk was over.";
                case LOST -> " was lost.";
              };
    };
  }
}
