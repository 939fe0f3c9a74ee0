// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.ZoneId;
import java.util.List;

/** In which of a lead's time zones one of its numbers is. Works on any thread. */
final class NumberZones {

  private NumberZones() {}

  /**
   * Of some zones those in which a number may be; all of them where it tells nothing of these.
   *
   * @param number in E.164 without the plus
   */
  static List<ZoneId> among(List<ZoneId> zones, long number) {
    try {
      List<String> told =
          PhoneNumberToTimeZonesMapper.getInstance()
              .getTimeZonesForNumber(PhoneNumberUtil.getInstance().parse("+" + number, null));
      List<ZoneId> some = zones.stream().filter(zone -> told.contains(zone.getId())).toList();
      return some.isEmpty() ? zones : some;
    } catch (NumberParseException e) {
      return zones;
    }
  }
}
