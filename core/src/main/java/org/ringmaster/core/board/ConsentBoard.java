// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ringmaster.core.journey.ContactScope;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;

/** Which addresses must not be contacted, and by whose word. */
public final class ConsentBoard implements Board {

  private final Map<String, ContactBan> bans = new LinkedHashMap<>();
  private final BoardRows<String, ContactBan> rows = new BoardRows<>(Function.identity());

  /** All that are in force. Any thread. */
  public Collection<ContactBan> rows() {
    return rows.all();
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case JourneyFact.ContactForbidden f ->
          put(
              new ContactBan(
                  f.identity(), f.scope(), f.address(), f.author(), envelope.recordedAtMicros()));
      case JourneyFact.ContactPermitted f -> {
        String key = key(f.identity(), f.scope());
        bans.remove(key);
        rows.mark(key);
      }
      default -> {}
    }
  }

  private static String key(IdentityId identity, ContactScope scope) {
    return identity + " " + scope;
  }

  private void put(ContactBan ban) {
    bans.put(ban.key(), ban);
    rows.mark(ban.key());
  }

  @Override
  public void publish() {
    rows.publish(bans::get);
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    bans.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    if (entity instanceof ContactBan ban) {
      put(ban);
    }
  }
}
