// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.desk;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;

/** What agents do on their page, and whether it is there. */
public sealed interface DeskInput extends Input {

  /** The dispositions that the configuration names now. */
  record DispositionsRead(Dispositions dispositions) implements DeskInput {}

  /** Sign an agent in by their page, on the telephone named or on their own. */
  record SignIn(AgentId agent, @Nullable TelephoneId telephone) implements DeskInput {}

  /** End an agent's pause by their page. */
  record Resume(AgentId agent) implements DeskInput {}

  /** Nothing was heard of an agent's page for too long: it sleeps, hangs or is closed. */
  record PageSilent(AgentId agent) implements DeskInput {}

  /** An agent's page that had been silent is heard again. */
  record PageHeard(AgentId agent) implements DeskInput {}

  /**
   * Keep what an agent writes about a contact, finished or not.
   *
   * @param seenVersion the version of the note that was changed; 0 where there was none
   */
  record KeepNote(AgentId agent, CallId call, long seenVersion, Personal text)
      implements DeskInput {}

  /** An agent says what a contact was. */
  record Dispose(AgentId agent, CallId call, Disposition disposition) implements DeskInput {}

  /** An agent wants this moment of a call to be found again. */
  record FlagMoment(AgentId agent, CallId call) implements DeskInput {}
}
