// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.ami;

import org.asteriskjava.manager.event.ResponseEvent;

/** The end of the answer to {@link RegistrationsAction}. */
public final class OutboundRegistrationDetailCompleteEvent extends ResponseEvent {
  private static final long serialVersionUID = 1L;

  /** Made by asterisk-java. */
  public OutboundRegistrationDetailCompleteEvent(Object source) {
    super(source);
  }

  /** Not needed: asterisk-java writes a warning for each field of an event without a setter. */
  public void setEventList(String list) {}

  /** Not needed. */
  public void setListItems(Integer items) {}

  /** Not needed. */
  public void setRegistered(Integer count) {}

  /** Not needed. */
  public void setNotRegistered(Integer count) {}
}
