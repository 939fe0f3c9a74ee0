// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;

/** Another instance that has taken the application and does nothing with it. */
final class Nobody implements AppSession {
  @Override
  public void tell(CallInput input, long atMicros) {}

  @Override
  public void hangingUp(LegId leg, HangupCause cause) {}

  @Override
  public void left(LegId leg, long atMicros) {}

  @Override
  public void replaced() {}

  @Override
  public void closed() {}
}
