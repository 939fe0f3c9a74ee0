// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

/**
 * Something we ask the world to do. Always a record; leaves only after the facts beside it are
 * synced.
 */
public interface Command {}
