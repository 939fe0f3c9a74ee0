// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

/**
 * What a preset of law tells beside its values, because no key of a campaign can say it.
 *
 * @param byPlatform whether the platform does it by itself; else it stays with whoever runs it
 * @param isVerified whether the rule's own text, a copy of it or the guidance of who made it was
 *     read for it
 * @param source which rule, and where it was read
 * @param text what it is
 */
public record LawNote(boolean byPlatform, boolean isVerified, String source, String text) {}
