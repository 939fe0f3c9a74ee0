// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.core.store.StoreException;
import org.ringmaster.core.store.StoreSettings;

/** Whether the journey store is reached, new enough, and keeps what it has said it keeps. */
final class DatabaseCheck {
  private static final String WHAT = "database";
  private static final int MAJOR_UNIT = 10_000;

  private DatabaseCheck() {}

  static List<Check> checks(org.ringmaster.server.config.StoreSettings settings, Path varFolder) {
    if (settings.embedded() && !Files.isDirectory(StorePlace.folder(varFolder))) {
      return List.of(Check.ok(WHAT, "a PostgreSQL beside the platform, made at the first up"));
    }
    try (StorePlace place = StorePlace.open(settings, varFolder)) {
      return checks(place.address());
    } catch (StoreException e) {
      return List.of(Check.fail(WHAT, String.valueOf(e.getMessage())));
    }
  }

  private static List<Check> checks(StoreAddress address) {
    try (Connection connection = address.connect("ringmaster doctor")) {
      StoreSettings settings = StoreSettings.of(connection);
      List<Check> checks = new ArrayList<>();
      String server = "PostgreSQL " + settings.serverVersion() + " at " + address.shown();
      checks.add(
          settings.serverVersionNumber() / MAJOR_UNIT >= StoreSettings.OLDEST_MAJOR
              ? Check.ok(WHAT, server)
              : Check.fail(
                  WHAT, server + " is too old", "use " + StoreSettings.OLDEST_MAJOR + " or newer"));
      checks.add(setting("fsync", settings.fsync()));
      checks.add(setting("full_page_writes", settings.fullPageWrites()));
      checks.add(setting("synchronous_commit", settings.synchronousCommit()));
      return checks;
    } catch (SQLException e) {
      return List.of(
          Check.fail(
              WHAT,
              address.shown() + " is not reached: " + e.getMessage(),
              "calls go on without it; see store.url, store.user and store.secret"));
    }
  }

  private static Check setting(String name, String value) {
    return value.equals("off")
        ? Check.warn(
            WHAT + " " + name,
            "off: a power cut may lose what was stored",
            name + " = on   ; in postgresql.conf")
        : Check.ok(WHAT + " " + name, value);
  }
}
