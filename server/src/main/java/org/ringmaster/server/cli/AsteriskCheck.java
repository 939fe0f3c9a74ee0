// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.NodeSettings;
import org.ringmaster.server.config.TelephoneSettings;
import org.ringmaster.server.config.TrunkSettings;

/**
 * Whether an Asterisk of the user's own is as the platform needs it. Asks only, changes nothing.
 */
final class AsteriskCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OLDEST_MAJOR = 20;
  private static final int OK = 200;
  private static final int UNAUTHORISED = 401;
  static final List<String> MODULES =
      List.of(
          "res_ari_channels.so",
          "res_ari_bridges.so",
          "res_ari_playbacks.so",
          "res_ari_endpoints.so",
          "res_stasis_playback.so",
          "res_stasis_recording.so",
          "res_http_websocket.so",
          "res_pjsip.so",
          "res_rtp_asterisk.so",
          "chan_pjsip.so",
          "bridge_holding.so",
          "app_stasis.so");

  /** What takes callers while the platform is away: without it they hear a busy tone then. */
  static final List<String> FALLBACK_MODULES = List.of("app_queue.so", "res_clioriginate.so");

  /** What listens for answering machines. */
  static final List<String> SCREENING_MODULES = List.of("app_amd.so", "app_waitforsilence.so");

  private final Configuration configuration;
  private final NodeSettings node;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final List<Check> checks = new ArrayList<>();

  AsteriskCheck(Configuration configuration, NodeSettings node) {
    this.configuration = configuration;
    this.node = node;
  }

  /** Nothing for a node of the lab: the platform runs it, and says itself how it is. */
  List<Check> checks() {
    NodeSettings.Ari ari = node.ari();
    if (ari != null) {
      try {
        ari(ari);
      } catch (IOException e) {
        String what = e.getMessage() == null ? "not reached" : e.getMessage();
        checks.add(
            Check.fail(
                "ari " + node.id(),
                ari.url() + ": " + what,
                "enabled = yes   ; in http.conf [general] and ari.conf [general]"));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    NodeSettings.Ami ami = node.ami();
    if (ami != null) {
      checks.add(AmiCheck.check(node.id().value(), ami));
    }
    return checks;
  }

  private void ari(NodeSettings.Ari ari) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(ari, "/asterisk/info");
    String what = "ari " + node.id();
    if (answer.statusCode() == UNAUTHORISED) {
      checks.add(
          Check.fail(
              what,
              "user or password are wrong",
              "[" + ari.user() + "]   ; in ari.conf",
              "type = user",
              "password = (what nodes." + node.id() + ".ari.secret refers to)"));
      return;
    }
    if (answer.statusCode() != OK) {
      checks.add(
          Check.fail(what, "HTTP " + answer.statusCode(), "load = res_ari.so   ; in modules.conf"));
      return;
    }
    JsonNode info = json(answer.body());
    String version = info.path("system").path("version").asText("");
    checks.add(version(what, version));
    String name = info.path("config").path("name").asText("");
    if (!name.equals(node.id().value())) {
      checks.add(
          Check.warn(
              "systemname " + node.id(),
              name.isEmpty() ? "not set: ids of two Asterisks may meet" : "is " + name,
              "systemname = " + node.id() + "   ; in asterisk.conf [options]"));
    }
    modules(ari);
    endpoints(ari);
  }

  private static Check version(String what, String version) {
    String major = version.replaceAll("^\\D*(\\d+).*", "$1");
    boolean known = major.matches("\\d{1,4}");
    return known && Integer.parseInt(major) < OLDEST_MAJOR
        ? Check.fail(what, "Asterisk " + version + " is too old", "use 20 or newer; 22 is best")
        : Check.ok(what, "Asterisk " + version);
  }

  private void modules(NodeSettings.Ari ari) throws IOException, InterruptedException {
    Set<String> running = new HashSet<>();
    for (JsonNode module : json(get(ari, "/asterisk/modules").body())) {
      if (module.path("status").asText().equals("Running")) {
        running.add(module.path("name").asText());
      }
    }
    List<String> missing = MODULES.stream().filter(module -> !running.contains(module)).toList();
    String what = "media " + node.id();
    checks.add(
        missing.isEmpty()
            ? Check.ok(what, "all " + MODULES.size() + " modules for legs and media run")
            : Check.fail(
                what,
                "not running: " + String.join(", ", missing),
                missing.stream()
                    .map(module -> "load = " + module + "   ; in modules.conf")
                    .toArray(String[]::new)));
    useful(
        "fallback " + node.id(),
        "callers are lost while the platform is away",
        FALLBACK_MODULES,
        running);
    if (configuration.campaigns().stream().anyMatch(one -> one.screening() != null)) {
      useful("screening " + node.id(), "no answering machine is known", SCREENING_MODULES, running);
    }
  }

  /** Modules without which one thing does not work and calls do. */
  private void useful(String what, String otherwise, List<String> wanted, Set<String> running) {
    List<String> missing = wanted.stream().filter(module -> !running.contains(module)).toList();
    checks.add(
        missing.isEmpty()
            ? Check.ok(what, String.join(" and ", wanted) + " run")
            : Check.warn(
                what,
                "not running: " + String.join(", ", missing) + "; " + otherwise,
                missing.stream()
                    .map(module -> "load = " + module + "   ; in modules.conf")
                    .toArray(String[]::new)));
  }

  private void endpoints(NodeSettings.Ari ari) throws IOException, InterruptedException {
    Set<String> there = new HashSet<>();
    for (JsonNode endpoint : json(get(ari, "/endpoints/PJSIP").body())) {
      there.add(endpoint.path("resource").asText());
    }
    List<String> missing = new ArrayList<>();
    configuration.trunks().stream()
        .filter(trunk -> trunk.trunk().node().equals(node.id()) && !there.contains(trunk.name()))
        .forEach(trunk -> missing.add(trunk.name()));
    configuration.telephones().stream()
        .filter(one -> one.telephone().node().equals(node.id()) && !there.contains(one.name()))
        .forEach(one -> missing.add(one.name()));
    String what = "endpoints " + node.id();
    checks.add(
        missing.isEmpty()
            ? Check.ok(what, "all trunks and telephones are there")
            : Check.fail(
                what,
                "pjsip.conf does not have " + String.join(", ", missing),
                "./ringmaster config asterisk " + node.id() + " prints the lines to add"));
    settings(ari, there);
  }

  private void settings(NodeSettings.Ari ari, Set<String> there)
      throws IOException, InterruptedException {
    EndpointSettings settings = new EndpointSettings();
    for (TrunkSettings trunk : configuration.trunks()) {
      if (trunk.trunk().node().equals(node.id()) && there.contains(trunk.name())) {
        settings.compare(trunk.name(), false, endpoint(ari, trunk.name()));
      }
    }
    for (TelephoneSettings one : configuration.telephones()) {
      if (one.telephone().node().equals(node.id()) && there.contains(one.name())) {
        settings.compare(one.name(), one.transferKey(), endpoint(ari, one.name()));
      }
    }
    checks.add(settings.check("endpoint settings " + node.id()));
  }

  private JsonNode endpoint(NodeSettings.Ari ari, String name)
      throws IOException, InterruptedException {
    return json(get(ari, "/asterisk/config/dynamic/res_pjsip/endpoint/" + name).body());
  }

  private HttpResponse<String> get(NodeSettings.Ari ari, String route)
      throws IOException, InterruptedException {
    String login = ari.user() + ":" + ari.secret().reveal();
    String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ari.url().replaceAll("/+$", "") + route))
            .header("Authorization", "Basic " + basic)
            .timeout(PATIENCE)
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(String body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IOException("does not answer in JSON", e);
    }
  }
}
