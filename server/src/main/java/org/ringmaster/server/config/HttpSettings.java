// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.List;

/**
 * Where pages and API listen.
 *
 * @param address an IPv4 address
 * @param port 0 for a free one
 * @param names under which they are known, beside addresses and {@code localhost}
 */
public record HttpSettings(String address, int port, List<String> names) {}
