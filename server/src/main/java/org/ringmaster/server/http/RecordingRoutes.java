// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.file.FileEnd;
import org.ringmaster.core.file.FileInput;
import org.ringmaster.core.file.FileUse;
import org.ringmaster.core.history.PastRecordings;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.recording.RecordingAct;
import org.ringmaster.core.recording.RecordingInput;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.file.FileRoom;
import org.ringmaster.server.file.RecordedFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be asked of recordings: agents begin, pause and stop those of their own talks,
 * supervisors those of all; supervisors list and hear them, which is written down before a byte
 * leaves; administrators delete them.
 */
final class RecordingRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingRoutes.class);
  private static final long PATIENCE_SECONDS = 10;
  private static final long DAY_MICROS = 86_400_000_000L;
  private static final int USUAL_LINES = 100;
  private static final int MOST_LINES = 1_000;

  private final Requests requests;
  private final Past past;
  private final FileRoom files;

  RecordingRoutes(Requests requests, Past past, FileRoom files) {
    this.requests = requests;
    this.past = past;
    this.files = files;
  }

  List<Route> routes() {
    return List.of(
        Route.later("POST", "/api/agents/{agent}/call/record/{act}", Role.AGENT, this::byAgent),
        Route.later(
            "POST",
            "/api/calls/{call}/record/{act}",
            Role.SUPERVISOR,
            asked -> ask(asked, null, new CallId(asked.part("call")))),
        Route.later("GET", "/api/recordings", Role.SUPERVISOR, this::list),
        Route.later("GET", "/api/calls/{call}/recording", Role.SUPERVISOR, this::one),
        Route.later("GET", "/api/recordings/{recording}/file", Role.SUPERVISOR, this::file),
        Route.later("POST", "/api/recordings/{recording}/delete", Role.ADMIN, this::delete));
  }

  private CompletionStage<Reply> byAgent(WebRequest asked) {
    AgentId agent = new AgentId(asked.part("agent"));
    return asked.who().mayActFor(agent)
        ? ask(asked, agent, null)
        : CompletableFuture.completedFuture(
            Reply.error(403, asked.who().name() + " may not do this for agent " + agent + "."));
  }

  private CompletionStage<Reply> ask(
      WebRequest asked, @Nullable AgentId agent, @Nullable CallId call) {
    RecordingAct act =
        HistoryRoutes.word(RecordingAct.class, "act", asked.part("act").toLowerCase(Locale.ROOT));
    return requests
        .ask(
            new RecordingInput.Ask(agent, call, act, new Author(asked.who().name())),
            asked.who().name())
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenApply(AgentRoutes::reply);
  }

  private CompletionStage<Reply> list(WebRequest asked) {
    long clock = past.nowMicros().getAsLong();
    String from = asked.first("from", "");
    String to = asked.first("to", "");
    PastRecordings.Question question =
        new PastRecordings.Question(
            given(asked, "queue"),
            given(asked, "agent"),
            from.isEmpty()
                ? clock - 7 * DAY_MICROS
                : Times.micros("from", from, past.zone(), clock),
            to.isEmpty() ? clock + DAY_MICROS : Times.micros("to", to, past.zone(), clock),
            HistoryRoutes.number(asked, "most", USUAL_LINES, 1, MOST_LINES));
    return past.read(
        readers -> {
          List<PastRecordings.Line> lines = readers.recordings().list(question);
          return Reply.json(200, out -> RecordingJson.list(out, lines));
        });
  }

  private static @Nullable String given(WebRequest asked, String name) {
    String text = asked.first(name, "");
    return text.isEmpty() ? null : text;
  }

  private CompletionStage<Reply> one(WebRequest asked) {
    CallId call = new CallId(asked.part("call"));
    return past.read(
        readers ->
            readers
                .recordings()
                .of(call)
                .map(whole -> Reply.json(200, out -> RecordingJson.whole(out, whole)))
                .orElseGet(() -> Reply.error(404, "Nothing of call " + call + " was recorded.")));
  }

  /** The file itself, after it is in the journal who had it. */
  private CompletionStage<Reply> file(WebRequest asked) {
    return file(asked, new RecordingId(asked.part("recording")));
  }

  /** The file of a recording that who asks may hear. */
  CompletionStage<Reply> file(WebRequest asked, RecordingId recording) {
    FileUse use = asked.wants("download") ? FileUse.TAKEN : FileUse.HEARD;
    String name = asked.who().name();
    return past.read(
        readers -> {
          PastRecordings.FileLine line = kept(readers, recording);
          Answer answer =
              requests
                  .ask(new FileInput.Use(recording, line.call(), use, new Author(name)), name)
                  .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                  .join();
          return answer instanceof Answer.Refused refused
              ? Reply.error(503, refused.why())
              : content(recording, line, use);
        });
  }

  private static PastRecordings.FileLine kept(Past.Readers readers, RecordingId recording)
      throws java.sql.SQLException {
    PastRecordings.FileLine line =
        readers
            .recordings()
            .file(recording)
            .orElseThrow(() -> new RefusedRequest(404, "No recording " + recording + ".", null));
    if (line.deleted()) {
      throw new RefusedRequest(410, "Recording " + recording + " was deleted.", null);
    }
    if (!line.kept()) {
      throw new RefusedRequest(
          409, "Recording " + recording + " is not fetched from its node yet.", null);
    }
    return line;
  }

  private Reply content(RecordingId recording, PastRecordings.FileLine line, FileUse use) {
    Path path =
        files
            .files()
            .find(recording)
            .orElseThrow(
                () ->
                    new RefusedRequest(
                        500, "The file of " + recording + " is not in its folder.", null));
    try {
      if (!RecordedFiles.sha256(path).equals(line.sha256())) {
        LOG.error("{} is not what was recorded: its hash is another one", path);
        return Reply.error(500, "The file of " + recording + " was changed after it was recorded.");
      }
      Reply reply =
          new Reply(200, "audio/wav", Files.readAllBytes(path), List.of())
              .with("cache-control", "no-store")
              .with("x-sha256", line.sha256());
      return use == FileUse.TAKEN
          ? reply.with("content-disposition", "attachment; filename=\"" + recording + ".wav\"")
          : reply;
    } catch (IOException e) {
      LOG.error("{} cannot be read", path, e);
      return Reply.error(500, "The file of " + recording + " cannot be read.");
    }
  }

  private CompletionStage<Reply> delete(WebRequest asked) {
    RecordingId recording = new RecordingId(asked.part("recording"));
    Author author = new Author(asked.who().name());
    return past.read(
        readers -> {
          PastRecordings.FileLine line = kept(readers, recording);
          try {
            files.sweep().delete(recording, line.call(), FileEnd.ASKED, author);
          } catch (IOException e) {
            return Reply.error(503, "It could not be deleted: " + e.getMessage() + ".");
          }
          return AgentRoutes.reply(new Answer.Accepted("Deleted."));
        });
  }
}
