// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the messages that callers leave for a queue: who is greeted, what is recorded, and what
 * becomes of it until it is done. Never touches a file, and never decides who should have taken the
 * call.
 */
@NullMarked
package org.ringmaster.core.voicemail;

import org.jspecify.annotations.NullMarked;
