// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.ami;

import org.asteriskjava.manager.event.ResponseEvent;
import org.jspecify.annotations.Nullable;

/** One registration at a carrier, as the answer to {@link RegistrationsAction} lists it. */
public final class OutboundRegistrationDetailEvent extends ResponseEvent {
  private static final long serialVersionUID = 1L;

  private @Nullable String objectName;
  private @Nullable String status;

  /** Made by asterisk-java. */
  public OutboundRegistrationDetailEvent(Object source) {
    super(source);
  }

  /** The name of its section in pjsip.conf. */
  public @Nullable String getObjectName() {
    return objectName;
  }

  /** Called by asterisk-java. */
  public void setObjectName(String objectName) {
    this.objectName = objectName;
  }

  /** {@code Registered}, {@code Unregistered}, {@code Rejected} and others. */
  public @Nullable String getStatus() {
    return status;
  }

  /** Called by asterisk-java. */
  public void setStatus(String status) {
    this.status = status;
  }
}
