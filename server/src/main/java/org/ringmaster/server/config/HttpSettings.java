// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

/**
 * Where pages and API listen.
 *
 * @param address an IPv4 address
 * @param port 0 for a free one
 */
public record HttpSettings(String address, int port) {}
