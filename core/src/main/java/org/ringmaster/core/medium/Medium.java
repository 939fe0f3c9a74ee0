// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.medium;

/** Over what a contact runs. */
public enum Medium {
  VOICE,
  SMS,
  WHATSAPP,
  EMAIL,
  WEBCHAT,
  BOT,
  STORE,
  SOCIAL,
  OTHER
}
