// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

/**
 * Which of several installations with one store this is.
 *
 * @param number 1 to 99
 */
public record CellSettings(int number) {}
