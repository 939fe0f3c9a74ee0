// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.list;

import org.ringmaster.core.kernel.Personal;

/** One further cell of a lead: the column's name and what stood in it. */
public record LeadField(String column, Personal value) {}
