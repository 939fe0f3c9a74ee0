// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A queue_log read by calls, each named by its caller's number instead of Asterisk's id. */
final class LogTale {

  /** One line without its instant. */
  record Said(String queue, String agent, String event, List<String> fields) {}

  final Map<String, List<Said>> calls = new TreeMap<>();
  final List<Said> besides = new ArrayList<>();

  /** Reads a log; a prefix of queues' names is left out, and so are queues without it. */
  LogTale(List<String> lines, String prefix) {
    Map<String, String> callers = new LinkedHashMap<>();
    for (String line : lines) {
      String[] all = line.split("\\|", -1);
      boolean ours = all[2].startsWith(prefix) || all[2].equals("NONE");
      boolean wanted = ours && !all[4].equals("QUEUESTART") && !all[4].equals("CONFIGRELOAD");
      if (wanted) {
        String queue = all[2].equals("NONE") ? all[2] : all[2].substring(prefix.length());
        List<String> fields = new ArrayList<>(List.of(all).subList(5, all.length));
        if (all[4].equals("ENTERQUEUE")) {
          callers.put(all[1], fields.get(1));
        }
        if (all[4].equals("CONNECT")) {
          fields.set(1, "LEG");
        } else if (all[4].equals("ATTENDEDTRANSFER") && fields.getFirst().equals("BRIDGE")) {
          fields.set(1, "BRIDGE");
        }
        Said said = new Said(queue, all[3], all[4], fields);
        if (callers.containsKey(all[1])) {
          calls.computeIfAbsent(callers.get(all[1]), id -> new ArrayList<>()).add(said);
        } else {
          besides.add(said);
        }
      }
    }
  }

  /** In what two tales differ, seconds within two; nothing where they tell the same. */
  static List<String> differences(LogTale one, LogTale other) {
    List<String> found = new ArrayList<>();
    if (!one.calls.keySet().equals(other.calls.keySet())) {
      found.add("callers " + one.calls.keySet() + " and " + other.calls.keySet());
    }
    for (Map.Entry<String, List<Said>> call : one.calls.entrySet()) {
      List<Said> same = other.calls.getOrDefault(call.getKey(), Collections.emptyList());
      if (!alike(call.getValue(), same)) {
        found.add(call.getKey() + ":\n  " + call.getValue() + "\n  " + same);
      }
    }
    if (!alike(one.besides, other.besides)) {
      found.add("besides calls:\n  " + one.besides + "\n  " + other.besides);
    }
    return found;
  }

  private static boolean alike(List<Said> one, List<Said> other) {
    boolean alike = one.size() == other.size();
    for (int i = 0; alike && i < one.size(); i++) {
      alike = alike(one.get(i), other.get(i));
    }
    return alike;
  }

  private static boolean alike(Said one, Said other) {
    boolean alike =
        one.event().equals(other.event())
            && one.queue().equals(other.queue())
            && one.agent().equals(other.agent())
            && one.fields().size() == other.fields().size();
    for (int i = 0; alike && i < one.fields().size(); i++) {
      long within = one.event().startsWith("RING") ? 2_000 : isSeconds(one.event(), i) ? 2 : 0;
      alike =
          within == 0
              ? one.fields().get(i).equals(other.fields().get(i))
              : Math.abs(
                      Long.parseLong(one.fields().get(i)) - Long.parseLong(other.fields().get(i)))
                  <= within;
    }
    return alike;
  }

  private static boolean isSeconds(String event, int field) {
    return switch (event) {
      case "CONNECT" -> field == 0 || field == 2;
      case "COMPLETEAGENT", "COMPLETECALLER" -> field < 2;
      case "ABANDON", "EXITWITHTIMEOUT", "EXITEMPTY", "WITHDRAW" -> field == 2;
      case "EXITWITHKEY" -> field == 3;
      case "BLINDTRANSFER", "ATTENDEDTRANSFER" -> field == 2 || field == 3;
      default -> false;
    };
  }
}
