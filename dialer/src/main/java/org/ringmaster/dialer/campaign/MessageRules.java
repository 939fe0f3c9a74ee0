// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.List;
import org.ringmaster.core.call.Prompt;

/**
 * What a campaign without agents tells who answers, and which keys they may press.
 *
 * @param prompts the message
 * @param queueKey by which who hears it reaches the campaign's queue; empty for none
 * @param optOutKey by which they are never called again; empty for none
 * @param keyMillis how long after the message a key is waited for
 * @param callbackKey by which the campaign's queue calls them back; empty for none
 */
public record MessageRules(
    List<Prompt> prompts, String queueKey, String optOutKey, long keyMillis, String callbackKey) {}
