// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.file;

/**
 * What is known of a file that is kept.
 *
 * @param sha256 of the file as it is kept, hexadecimal
 * @param lengthMillis how long its sound lasts
 */
public record KeptFile(String sha256, long bytes, long lengthMillis) {}
