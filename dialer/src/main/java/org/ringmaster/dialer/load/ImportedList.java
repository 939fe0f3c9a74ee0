// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.list.ImportLedger;
import org.ringmaster.dialer.list.Leads;

/**
 * What an import made of a file. Holds the leads, so that they stay in memory until the kernel has
 * taken them.
 *
 * @param sha256 of the segment, hexadecimal; empty where no row could be loaded, or none was wanted
 * @param sourceSha256 of the file as it came, hexadecimal
 * @param leads what was loaded; null where nothing was
 */
public record ImportedList(
    ImportLedger ledger, String sha256, String sourceSha256, @Nullable Leads leads) {}
