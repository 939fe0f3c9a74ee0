// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;

/** Which addresses must not be contacted, and by whose word. */
public final class ConsentBoard implements Board {

  private final Map<String, ConsentRow> bans = new LinkedHashMap<>();
  private final BoardRows<String, ConsentRow> rows = new BoardRows<>(Function.identity());

  /** All that are in force. Any thread. */
  public Collection<ConsentRow> rows() {
    return rows.all();
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case JourneyFact.ConsentRefused f ->
          put(
              new ConsentRow(
                  f.identity(), f.scope(), f.address(), f.author(), envelope.recordedAtMicros()));
      case JourneyFact.ConsentGiven f -> {
        String key = key(f.identity(), f.scope());
        bans.remove(key);
        rows.mark(key);
      }
      default -> {}
    }
  }

  private static String key(IdentityId identity, ConsentScope scope) {
    return identity + " " + scope;
  }

  private void put(ConsentRow ban) {
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
    if (entity instanceof ConsentRow ban) {
      put(ban);
    }
  }
}
