// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.ami;

import org.asteriskjava.manager.action.AbstractManagerAction;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.event.ResponseEvent;

/** Asks Asterisk for all registrations at carriers. */
public final class RegistrationsAction extends AbstractManagerAction
    implements EventGeneratingAction {
  private static final long serialVersionUID = 1L;

  /** An action without parameters. */
  public RegistrationsAction() {}

  @Override
  public String getAction() {
    return "PJSIPShowRegistrationsOutbound";
  }

  @Override
  public Class<? extends ResponseEvent> getActionCompleteEventClass() {
    return OutboundRegistrationDetailCompleteEvent.class;
  }
}
