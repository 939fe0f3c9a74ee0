// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.ConsentRow;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.journey.NumberPrefix;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.dialer.board.ListBoard;
import org.ringmaster.dialer.campaign.CampaignRow;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.dialer.list.LoadedList;
import org.ringmaster.server.config.CallerNumbers;
import org.ringmaster.server.list.ListRoom;

/** Tells of one number by what it is not called: each no, since when, by whom, for what. */
final class ConsentCheck {

  private static final long MICROS_PER_MILLI = 1_000;
  private static final Pattern WORLD = Pattern.compile("\\+[1-9][0-9]{4,14}");

  private final Boards boards;
  private final ListRoom lists;
  private final CampaignBoard campaigns;

  ConsentCheck(Boards boards, ListRoom lists, CampaignBoard campaigns) {
    this.boards = boards;
    this.lists = lists;
    this.campaigns = campaigns;
  }

  /**
   * All that is known of a number.
   *
   * @param told as somebody wrote it, without blanks
   */
  Reply of(Personal told) {
    String number = new CallerNumbers(lists.region()).normal(told).text();
    if (!WORLD.matcher(number).matches()) {
      throw new RefusedRequest(
          400,
          "Whose number that is cannot be told: write it with + and its country, or set 'region'.",
          null);
    }
    long digits = Long.parseLong(number, 1, number.length(), 10);
    List<ConsentRow> refusals = refusals(number, digits);
    List<ListBoard.Row> protecting = new ArrayList<>();
    for (ListBoard.Row row : lists.board().rows()) {
      boolean isMissing = row.leads() == null && !row.list().retired();
      if (row.list().use() == ListUse.DO_NOT_CALL
          && (isMissing || row.leads() != null && row.leads().has(digits))) {
        protecting.add(row);
      }
    }
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeStringField("number", number);
          out.writeArrayFieldStart("protectedBy");
          for (ConsentRow row : refusals) {
            refusal(out, row);
          }
          for (ListBoard.Row row : protecting) {
            list(out, row, digits);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  /** However somebody wrote the number when it was refused, as the gates look for it. */
  private List<ConsentRow> refusals(String number, long digits) {
    Set<IdentityId> known = new HashSet<>();
    List<String> spellings = new ArrayList<>(List.of(number, Long.toString(digits)));
    campaigns.rows().forEach(row -> spellings.add(row.plan().prefix() + digits));
    for (String spelling : spellings) {
      known.add(Objects.requireNonNull(Journeys.telephone(new Personal(spelling))));
    }
    return boards.consents().rows().stream()
        .filter(
            row -> {
              long prefix = NumberPrefix.of(row.address().text());
              return known.contains(row.identity())
                  || prefix != NumberPrefix.NONE && NumberPrefix.holds(prefix, digits);
            })
        .sorted(
            Comparator.comparingLong(ConsentRow::sinceMicros)
                .thenComparing(row -> row.address().text()))
        .toList();
  }

  private void refusal(JsonGenerator out, ConsentRow row) throws IOException {
    boolean forCampaigns = row.scope() == ConsentScope.ANY || row.scope() == ConsentScope.CAMPAIGN;
    out.writeStartObject();
    out.writeStringField("entry", row.address().text());
    out.writeStringField("scope", BoardJson.word(row.scope()));
    out.writeNullField("list");
    out.writeNullField("fileName");
    out.writeBooleanField("missing", false);
    out.writeStringField("by", row.author().value());
    out.writeNumberField("sinceMillis", row.sinceMicros() / MICROS_PER_MILLI);
    campaigns(out, forCampaigns ? "" : null);
    out.writeEndObject();
  }

  private void list(JsonGenerator out, ListBoard.Row row, long digits) throws IOException {
    LoadedList list = row.list();
    out.writeStartObject();
    out.writeStringField("entry", row.leads() == null ? "" : row.leads().entryOf(digits));
    out.writeStringField("scope", BoardJson.word(ConsentScope.CAMPAIGN));
    out.writeStringField("list", list.list().value());
    out.writeStringField("fileName", list.fileName());
    out.writeBooleanField("missing", row.leads() == null);
    out.writeStringField("by", list.author().value());
    out.writeNumberField("sinceMillis", list.loadedMicros() / MICROS_PER_MILLI);
    campaigns(out, list.campaign());
    out.writeEndObject();
  }

  /**
   * Which campaigns do not call it.
   *
   * @param one its name; empty: all; null: none
   */
  private void campaigns(JsonGenerator out, @Nullable String one) throws IOException {
    out.writeArrayFieldStart("campaigns");
    for (CampaignRow row : campaigns.rows()) {
      if (one != null && (one.isEmpty() || one.equals(row.id().value()))) {
        out.writeString(row.id().value());
      }
    }
    out.writeEndArray();
  }
}
