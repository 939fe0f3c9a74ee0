// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringmaster.core.codec.CodecException;
import org.ringmaster.core.journal.JournalException;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.ConfigurationRefused;

/** {@code replay}: takes a journal again and proves that it gives the same state. */
final class ReplayVerb {
  private ReplayVerb() {}

  static Verb verb() {
    return Verb.of(
            "replay",
            "Reads a journal from its beginning, counts its facts and compares the state with every"
                + " snapshot. Needs no running platform and disturbs none.",
            ReplayVerb::run,
            Verb.Parameter.may("FOLDER", "The journal's folder; the configured one without it."))
        .with(
            new Verb.Option(
                "--inputs",
                "",
                "Decide about the recorded inputs again too, and compare the facts with the"
                    + " journal's."));
  }

  private static int run(Invocation call) throws Failure {
    Path folder = call.optional("FOLDER").map(Path::of).orElse(configured(call));
    if (!Files.isDirectory(folder)) {
      throw Failure.of("there is no journal in " + folder);
    }
    try {
      Replay replay = Replay.of(folder);
      boolean same = replay.same();
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("folder", folder.toString());
      answer.put("firstSequence", replay.firstSequence());
      answer.put("lastSequence", replay.lastSequence());
      answer.put("facts", replay.facts());
      answer.put("stateHash", Replay.hex(replay.stateHash()));
      answer.put("snapshots", replay.snapshots().stream().map(Replay.Compared::map).toList());
      List<String> lines = new ArrayList<>(replay.lines());
      if (call.flag("--inputs")) {
        InputReplay inputs = InputReplay.of(folder);
        same &= inputs.same();
        answer.put("inputs", inputs.map());
        lines.addAll(inputs.lines());
      }
      answer.put("same", same);
      if (call.json()) {
        call.terminal().json(answer);
      } else {
        call.terminal().lines(lines);
      }
      return same ? ExitCode.OK : ExitCode.FAILED;
    } catch (JournalException | CodecException e) {
      throw Failure.of(String.valueOf(e.getMessage()));
    }
  }

  private static Path configured(Invocation call) {
    try {
      Configuration read = ConfigurationFile.read(call.configuration());
      return call.varFolder().resolve(read.journal().folder());
    } catch (ConfigurationRefused e) {
      return call.varFolder().resolve("journal");
    }
  }
}
