// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ringmaster.server.cli.PromptUse.Sound;
import org.ringmaster.server.config.NodeSettings;

/**
 * Whether a node has every sound that the configuration can make it play, in a form that it can
 * play. Asterisk is asked by ARI what it knows; in a lab the files are looked at. Reads only.
 */
final class PromptCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int HEADER = 28;
  private static final int RATE_AT = 24;
  private static final int CHANNELS_AT = 22;

  /** What Asterisk plays to a telephone without a module of its own for it. */
  private static final Set<String> PLAYABLE =
      Set.of(
          "wav", "wav49", "ulaw", "alaw", "gsm", "g722", "g729", "siren7", "siren14", "sln",
          "sln12", "sln16", "sln24", "sln32", "sln44", "sln48", "sln96", "sln192", "slin", "ilbc");

  /** What Asterisk accepts as {@code .wav}. */
  private static final Set<Integer> WAV_RATES = Set.of(8_000);

  private PromptCheck() {}

  /** By ARI: the sounds that Asterisk had when it started or last read its folders. */
  static Check check(String node, NodeSettings.Ari ari, Map<Sound, String> uses) {
    String what = "sounds " + node;
    try {
      String login = ari.user() + ":" + ari.secret().reveal();
      String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .build()
              .send(
                  HttpRequest.newBuilder(URI.create(ari.url().replaceAll("/+$", "") + "/sounds"))
                      .header("Authorization", "Basic " + basic)
                      .timeout(PATIENCE)
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        return Check.warn(
            what,
            "not looked for: HTTP " + answer.statusCode(),
            "load = res_ari_sounds.so   ; in modules.conf");
      }
      return judged(what, uses, known(JSON.readTree(answer.body())), Map.of());
    } catch (IOException e) {
      return Check.warn(what, "not looked for: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Check.warn(what, "not looked for: interrupted");
    }
  }

  /** The formats of each sound that Asterisk tells of. */
  static Map<Sound, Set<String>> known(JsonNode sounds) {
    Map<Sound, Set<String>> known = new TreeMap<>();
    for (JsonNode sound : sounds) {
      for (JsonNode format : sound.path("formats")) {
        String language = format.path("language").asText("");
        known
            .computeIfAbsent(
                new Sound(language, sound.path("id").asText("")), it -> new TreeSet<>())
            .add(format.path("format").asText(""));
      }
    }
    return known;
  }

  /** In a folder of sounds: also whether each is in a form that Asterisk can play. */
  static Check check(String node, Path folder, Map<Sound, String> uses) {
    Map<Sound, Set<String>> known = new TreeMap<>();
    Map<Sound, String> wrong = new TreeMap<>();
    for (Sound sound : uses.keySet()) {
      for (String format : PLAYABLE) {
        Path file = folder.resolve(sound.language()).resolve(sound.name() + "." + format);
        if (Files.exists(file)) {
          known.computeIfAbsent(sound, it -> new TreeSet<>()).add(format);
          String fault = format.equals("wav") ? fault(file) : null;
          if (fault != null) {
            wrong.put(sound, fault);
          }
        }
      }
    }
    return judged("sounds " + node, uses, known, wrong);
  }

  /** What is wrong with a WAV file, or null. */
  static @Nullable String fault(Path file) {
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(HEADER);
    } catch (IOException e) {
      return "cannot be read: " + e.getMessage();
    }
    boolean isWav =
        bytes.length == HEADER
            && new String(bytes, 0, 4, StandardCharsets.US_ASCII).equals("RIFF")
            && new String(bytes, 8, 4, StandardCharsets.US_ASCII).equals("WAVE");
    if (!isWav) {
      return "is no WAV file";
    }
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int rate = header.getInt(RATE_AT);
    int channels = header.getShort(CHANNELS_AT);
    return WAV_RATES.contains(rate) && channels == 1
        ? null
        : "has " + rate + " Hz and " + channels + (channels == 1 ? " channel" : " channels");
  }

  /** What that means. */
  static Check judged(
      String what,
      Map<Sound, String> uses,
      Map<Sound, Set<String>> known,
      Map<Sound, String> wrong) {
    List<String> fix = new ArrayList<>();
    int missing = 0;
    int paths = 0;
    for (Map.Entry<Sound, String> use : uses.entrySet()) {
      Sound sound = use.getKey();
      Set<String> formats = known.getOrDefault(sound, Set.of());
      if (sound.name().startsWith("/")) {
        paths++; // A file of its own, of which Asterisk does not tell.
      } else if (formats.isEmpty()) {
        missing++;
        fix.add(
            sound
                + " is missing, for "
                + use.getValue()
                + ": put "
                + sound
                + ".wav among the sounds");
      } else if (formats.stream().noneMatch(PLAYABLE::contains)) {
        fix.add(
            sound
                + " is there as "
                + String.join(", ", formats)
                + " only: add it as wav, 8 kHz, 16 bits, mono");
      }
    }
    wrong.forEach(
        (sound, fault) ->
            fix.add(
                sound + ".wav " + fault + ": make it 8 kHz, 16 bits, mono, or Asterisk is silent"));
    String seen = uses.size() - missing + " of " + uses.size() + " sounds are there";
    String detail =
        paths == 0 ? seen : seen + ", " + paths + " of them paths that were not looked for";
    return fix.isEmpty()
        ? Check.ok(what, detail)
        : Check.warn(what, detail, fix.toArray(String[]::new));
  }
}
