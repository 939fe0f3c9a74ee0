// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.journey.NumberPrefix;
import org.ringmaster.core.kernel.Personal;

/**
 * One spelling for the many in which trunks tell who calls.
 *
 * @param region the country we are in; null: only numbers with + in front are understood
 */
public record CallerNumbers(@Nullable String region) {
  private static final Pattern INTERNAL = Pattern.compile("[0-9]{5,6}");

  /** Whether it is known whose number that is: one of the world, or a short internal one. */
  public boolean isReadable(Personal number) {
    return NumberPrefix.isMeant(number.text())
        || INTERNAL.matcher(number.text()).matches()
        || NumberSpellings.international(number.text(), region).isPresent();
  }

  /**
   * The number as all the world writes it, {@code +4930123456}; as it came where it is an internal
   * one or not known to be any.
   */
  public Personal normal(Personal number) {
    String told = number.text();
    if (NumberPrefix.isMeant(told)) {
      return number;
    }
    return NumberSpellings.international(told, region)
        .filter(world -> !world.equals(told))
        .map(Personal::new)
        .orElse(number);
  }
}
