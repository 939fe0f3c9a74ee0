// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.nio.file.Path;
import org.ringmaster.core.recording.RecordingRules;

/**
 * What is recorded, and where the files are kept.
 *
 * @param folder a relative path counts from the platform's folder
 */
public record RecordingSettings(RecordingRules rules, Path folder) {}
