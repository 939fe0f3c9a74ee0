// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.campaign.Preview;
import org.ringmaster.dialer.campaign.PreviewRow;

/** The lead that an agent looks at, as JSON; who it is, is asked for apart. */
public final class LeadJson {

  private static final long MICROS_PER_MILLI = 1_000;

  private LeadJson() {}

  /** Writes the field {@code leadNotCalled}; null where there is nothing to tell. */
  public static void write(JsonGenerator out, PreviewRow.@Nullable NotCalled told)
      throws IOException {
    if (told == null) {
      out.writeNullField("leadNotCalled");
      return;
    }
    out.writeObjectFieldStart("leadNotCalled");
    out.writeStringField("campaign", told.campaign().value());
    out.writeStringField("list", told.list().value());
    out.writeNumberField("lead", told.lead());
    out.writeStringField("why", told.why());
    out.writeNumberField("atMillis", told.atMicros() / MICROS_PER_MILLI);
    out.writeEndObject();
  }

  /** Writes the field {@code lead}; null where the agent looks at none. */
  public static void write(JsonGenerator out, @Nullable PreviewRow row) throws IOException {
    if (row == null) {
      out.writeNullField("lead");
      return;
    }
    Preview preview = row.preview();
    out.writeObjectFieldStart("lead");
    out.writeStringField("campaign", preview.campaign().value());
    out.writeStringField("list", preview.list().value());
    out.writeNumberField("lead", preview.lead());
    out.writeNumberField("sinceMillis", preview.sinceMicros() / MICROS_PER_MILLI);
    if (preview.untilMicros() == 0) {
      out.writeNullField("untilMillis");
    } else {
      out.writeNumberField("untilMillis", preview.untilMicros() / MICROS_PER_MILLI);
    }
    out.writeBooleanField("dialsAtEnd", row.dialsAtEnd());
    out.writeBooleanField("wanted", !preview.isOnlyShown());
    out.writeArrayFieldStart("tried");
    for (PreviewRow.Tried tried : row.tried()) {
      out.writeStartObject();
      out.writeStringField("outcome", BoardJson.word(tried.outcome()));
      out.writeNumberField("times", tried.times());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
