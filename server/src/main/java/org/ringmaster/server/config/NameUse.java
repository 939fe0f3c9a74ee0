// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

/**
 * A value that must be the name of an entry elsewhere.
 *
 * @param section the section it must be in
 * @param name the name used
 * @param path the key that uses it
 * @param place where
 */
record NameUse(String section, String name, String path, Place place) {}
