// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

/** What kind of address an identity is. */
public enum IdentityKind {
  TELEPHONE,
  MAIL,
  WHATSAPP,
  COOKIE,
  CRM
}
