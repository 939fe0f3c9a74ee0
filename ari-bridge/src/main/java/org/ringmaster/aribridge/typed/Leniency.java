// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.typed;

import ch.loway.oss.ari4java.tools.BaseAriAction;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets ari4java step over properties that a newer Asterisk adds. Its own switch for that logs a
 * warning for every property of every message, so its one mapper is told directly. Any thread.
 */
final class Leniency {
  private static final Logger log = LoggerFactory.getLogger(Leniency.class);
  private static boolean done;

  private Leniency() {}

  static synchronized void ensure() {
    if (done) {
      return;
    }
    done = true;
    try {
      Field mapper = BaseAriAction.class.getDeclaredField("mapper");
      mapper.setAccessible(true);
      ((ObjectMapper) mapper.get(null))
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    } catch (ReflectiveOperationException | RuntimeException changed) {
      log.debug("this ari4java keeps its mapper elsewhere", changed);
      BaseAriAction.setObjectMapperLessStrict();
    }
  }
}
