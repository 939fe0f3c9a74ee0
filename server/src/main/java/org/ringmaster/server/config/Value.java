// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

/**
 * A value that was read and fits its type.
 *
 * @param content what a {@link ValueType.Scalar} read, a {@code List<Value>} or a {@link Branch}
 * @param place where it stands
 */
record Value(Object content, Place place) {}
