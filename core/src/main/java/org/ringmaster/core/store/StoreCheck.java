// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

/**
 * One thing that must not be found in the store.
 *
 * @param name short, for machines
 * @param meaning what is wrong where something is found, for people
 * @param offenders a query with one parameter, the cell, and one column of text: what offends
 */
public record StoreCheck(String name, String meaning, String offenders) {}
