// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.nio.file.Path;

/**
 * The journal.
 *
 * @param folder where it lies; a relative path counts from the var folder
 * @param segmentBytes size of one of its files
 * @param inputs whether inputs are recorded beside the facts
 */
public record JournalSettings(
    Path folder, long keepMillis, long segmentBytes, boolean inputs, long inputsKeepMillis) {}
