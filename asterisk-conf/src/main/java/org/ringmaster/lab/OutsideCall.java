// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

/**
 * A call that someone outside made.
 *
 * @param id the unique id of its leg in the Asterisk outside
 */
public record OutsideCall(String id) {}
