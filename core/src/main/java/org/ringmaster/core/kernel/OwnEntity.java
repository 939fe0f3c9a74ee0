// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

/**
 * A record of a snapshot that only the deciders of its own package take back; no board does. For
 * what there are many thousands of: a start that shows each of them to everybody spends most of its
 * time on those who pass it over.
 */
public interface OwnEntity {}
