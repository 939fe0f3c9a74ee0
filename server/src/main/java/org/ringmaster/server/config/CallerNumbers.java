// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Personal;

/**
 * One spelling for the many in which trunks tell who calls.
 *
 * @param region the country we are in; null: only numbers with + in front are understood
 */
public record CallerNumbers(@Nullable String region) {

  /**
   * The number as all the world writes it, {@code +4930123456}; as it came where it is an internal
   * one or not known to be any.
   */
  public Personal normal(Personal number) {
    String told = number.text();
    return NumberSpellings.international(told, region)
        .filter(world -> !world.equals(told))
        .map(Personal::new)
        .orElse(number);
  }
}
