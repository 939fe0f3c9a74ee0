// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What a campaign did in a stretch of time, for whoever wants to judge it: attempts, what was
 * counted of abandoned calls, the lists of numbers that must not be called, and the rules, each
 * with its hash. Says what was counted and by which formula, never what that means in law. Used by
 * any thread.
 */
public final class EvidencePack {
  private final PastAttempts attempts;

  /** Packs of what a store tells. */
  public EvidencePack(PastAttempts attempts) {
    this.attempts = attempts;
  }

  /** Writes one part of the pack. */
  @FunctionalInterface
  private interface Part {
    void write(Writer out) throws SQLException, IOException;
  }

  /**
   * Writes a pack as a zip; the stream is left open. All of it is of one moment of the store.
   *
   * @param fromMicros the first instant, epoch microseconds
   * @param untilMicros the first one after it
   */
  public void write(String campaign, long fromMicros, long untilMicros, OutputStream out)
      throws SQLException, IOException {
    attempts.look(connection -> write(connection, campaign, fromMicros, untilMicros, out));
  }

  private void write(
      Connection connection, String campaign, long fromMicros, long untilMicros, OutputStream out)
      throws SQLException, IOException {
    EvidenceTables tables =
        new EvidenceTables(connection, attempts.cell(), campaign, fromMicros, untilMicros);
    String readme = readme(campaign, fromMicros, untilMicros, tables, whole(tables, untilMicros));
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("README.txt", to -> to.write(readme));
    parts.put(
        "attempts.csv", to -> attempts.csv(connection, campaign, fromMicros, untilMicros, to));
    parts.put("ledgers.csv", tables::ledgers);
    parts.put("do-not-call.csv", tables::doNotCall);
    parts.put("rules.json", tables::rules);
    StringBuilder sums = new StringBuilder();
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      sums.append(add(zip, part.getKey(), part.getValue()))
          .append("  ")
          .append(part.getKey())
          .append('\n');
    }
    add(zip, "SHA256SUMS", to -> to.write(sums.toString()));
    zip.finish();
    zip.flush();
  }

  private static String readme(
      String campaign, long fromMicros, long untilMicros, EvidenceTables tables, String whole)
      throws SQLException {
    return """
      What is here of campaign %s, dialled from %s until before %s.
      Made at %s.
      %s

      attempts.csv      every attempt that was dialled in that time; times carry their offset
      ledgers.csv       abandoned calls of each day (%s), counted in three ways, each for
                        itself. Days are those of the campaign's clock and begin at midnight, also
                        the first, of which attempts.csv may hold a part only. A day that is cut by
                        the end of the time, or of which the store did not hold all, is no whole
                        day, and says until when it is counted. Where nothing is counted there is
                        no percentage:
                        us    47 CFR 64.1200(a)(7), 16 CFR 310.4(b)(4): of calls answered by a
                              person, those for which no agent was there in time; the 30 days that
                              end with that day
                        ofcom Ofcom's formula of 2010 with its reasoned estimate of machines among
                              the abandoned calls; that day. Since 2017 there is no rate below
                              which nothing is asked
                        house of that day's live answers, those that were abandoned, beside the
                              share that the campaign's rules allow
                        In all of them people who were given up as answering machines count as
                        abandoned: of what was given up the share that agents who heard some of it
                        found to be people, in the 30 days that end with that day
      do-not-call.csv   the lists of numbers that held for the campaign, with the hash of what was
                        loaded and of the file as it came
      rules.json        the rules by which it was dialled, each with the instant from which it held
      SHA256SUMS        the hash of each of these files; check with: sha256sum -c SHA256SUMS

      Time for an agent is counted from the end of the greeting where it is known (greeting, ms in
      attempts.csv), else from the answer, which is stricter. It is known where the rules screen for
      machines and the detector told it, and where they let the node listen for it (hearsGreeting)
      and it was heard; of two ends the earlier counts. Where the rules say so (holdsFromAnswer) it
      is counted from the answer all the same. Who came to an agent while they still spoke
      has not waited, and their greeting ends there.
      Beside it stand what the detector took the call for, what followed, whether it counts as a
      machine's answer, and what an agent found it to be. Whether answers were screened stands in rules.json. Where agents heard none of what
      was given up as machines, how many people were among it is unknown, said so, and not in the
      percentages. Answers to a message without agents (mode AGENTLESS) are in no ledger. Numbers
      that were refused one by one are not among the lists. Outside of audits nobody marks
      machines that came to an agent, so that the estimate of machines among the abandoned calls
      is none, which is the stricter reading.

      Nothing here says whether a law was kept.
      """
        .formatted(
            campaign,
            PastAttempts.instant(fromMicros),
            PastAttempts.instant(untilMicros),
            PastAttempts.instant(micros(tables.madeAt())),
            whole,
            tables.zone());
  }

  private static long micros(OffsetDateTime instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant.toInstant());
  }

  /**
   * From when until when all is here: facts may be deleted after a while, and the store may have
   * read fewer than there are.
   */
  private static String whole(EvidenceTables tables, long untilMicros) throws SQLException {
    EvidenceTables.Held held = tables.held();
    if (held == null) {
      return "The store holds no fact of the platform yet: nothing of this can be called whole.";
    }
    String there =
        "The store holds the platform's facts up to fact "
            + held.sequence()
            + " of "
            + PastAttempts.instant(held.micros())
            + ".\n";
    String until =
        held.micros() >= untilMicros
            ? "until before " + PastAttempts.instant(untilMicros) + ".\n"
            : "up to that fact. What happened after it is not here, if anything did.\n";
    String since = tables.factsSince();
    return there
        + (since.isEmpty()
            ? "All of this is whole " + until + "No fact has been deleted."
            : "Facts before "
                + since
                + " are no longer kept (store: keep).\nFrom then on all of this is whole "
                + until
                + "Of the time before, attempts, ledgers and rules hold what the store had read"
                + " while\nthe facts were there, and do-not-call.csv lacks the lists that were"
                + " loaded then.");
  }

  /** Adds a file; its hash. */
  private static String add(ZipOutputStream zip, String name, Part part)
      throws SQLException, IOException {
    zip.putNextEntry(new ZipEntry(name));
    DigestOutputStream hashed = new DigestOutputStream(zip, sha256());
    Writer text = new BufferedWriter(new OutputStreamWriter(hashed, StandardCharsets.UTF_8));
    part.write(text);
    text.flush();
    zip.closeEntry();
    return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
