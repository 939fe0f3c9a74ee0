// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;

/** A connected application as Asterisk sees it. */
interface AppSession {

  /** Something to tell. */
  void tell(CallInput input, long atMicros);

  /** ChannelHangupRequest of a leg that nobody has subscribed to yet. */
  void hangingUp(LegId leg, HangupCause cause);

  /** StasisEnd of a leg that nobody has subscribed to yet. */
  void left(LegId leg, long atMicros);

  /** Another connection has taken the application. */
  void replaced();

  /** Asterisk is gone. */
  void closed();
}
