// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Personal;

/**
 * An address that must not be contacted.
 *
 * @param sinceMicros epoch microseconds
 */
public record ConsentRow(
    IdentityId identity, ConsentScope scope, Personal address, Author author, long sinceMicros) {

  String key() {
    return identity + " " + scope;
  }
}
