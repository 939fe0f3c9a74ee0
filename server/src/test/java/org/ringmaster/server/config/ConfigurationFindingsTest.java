// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFindingsTest {
  private static final String SOUND =
      """
      nodes:
        edge: {lab: yes}
      trunks:
        outside: {node: edge}
      telephones:
        tel01: {node: edge}
        tel02: {node: edge}
      agents:
        anna: {number: 1001, telephone: tel01}
        ben: {number: 1002, telephone: tel02}
      queues:
        sales:
          agents: [anna]
      numbers:
        "4930": {queue: sales}
      """;

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongFiles")
  void everyKindOfMistakeIsToldWithItsPlace(String change, String to, String line) {
    assertEquals(line, refusal(replaced(change, to)));
  }

  static Stream<Arguments> wrongFiles() {
    return Stream.of(
            callbackMistakes(),
            agentRuleMistakes(),
            hearingMistakes(),
            routingMistakes(),
            firstMistakes(),
            secondMistakes(),
            thirdMistakes(),
            fourthMistakes())
        .flatMap(List::stream)
        .map(parts -> Arguments.of(parts.get(0), parts.get(1), "x.yaml:" + parts.get(2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://[::1/ari",
        "http://host:99999/ari",
        "http://host:0/ari",
        "http://under_score:8088/ari",
        "http://user:secret@host:8088/ari",
        "http://host:8088",
        "http://host:8088/ari?app=x",
        "ftp://host/ari",
        "host:8088/ari"
      })
  void whatNoAriCanBeReachedByIsTold(String url) {
    String ari = "ari: {url: \"" + url + "\", user: us, secret: \"${env:S}\"}";
    assertEquals(
        "x.yaml:2:21: nodes.edge.ari.url is not the URL of an ARI: \""
            + url
            + "\" (http://HOST:PORT/ari, no login in it)",
        refusal(replaced("lab: yes", ari)).lines().findFirst().orElseThrow());
  }

  private static List<List<String>> agentRuleMistakes() {
    return Stream.of(
            List.of(
                "dispositions: {forced: yes}",
                "14:28: queues.sales.dispositions has \"forced: yes\", which needs otherwise: what it"
                    + " was where nobody says so in time"),
            List.of(
                "dispositions: {codes: [sold]}",
                "14:28: queues.sales.dispositions.codes names \"sold\", but there is no such"
                    + " disposition under dispositions"),
            List.of(
                "autopause: {noanswer: 200}",
                "14:27: queues.sales.autopause.noanswer is not a whole number: \"200\" (from 0 to"
                    + " 100)"))
        .map(
            parts ->
                List.of(
                    "agents: [anna]\n", "agents: [anna]\n    " + parts.get(0) + "\n", parts.get(1)))
        .toList();
  }

  private static List<List<String>> callbackMistakes() {
    return Stream.of(
            List.of(
                "keys: {\"1\": callback}",
                "14:11: queues.sales.keys offers a callback, but the queue has no callback section:"
                    + " add callback.trunk"),
            List.of(
                "voicemail: {maxmsg: 5}",
                "14:16: queues.sales.voicemail never happens without a key that leads there,"
                    + " \"overflow: voicemail\" or a number with \"closedvoicemail: yes\""),
            List.of(
                "closing: {prompts: [bye]}",
                "14:5: queues.sales.closing does not say when: add hours, or give the numbers that"
                    + " lead to the queue the same"),
            List.of(
                "keys: {\"2\": voicemail}\n    voicemail: {maxmessage: 10s, minmessage: 10s}",
                "15:46: queues.sales.voicemail.minmessage is no shorter than maxmessage: no message"
                    + " would ever be kept"),
            List.of(
                "keys: {\"1\": callback}\n    callback: {trunk: inside}",
                "15:23: queues.sales.callback.trunk names \"inside\", but there is no such trunk under"
                    + " trunks"),
            List.of(
                "keys: {\"1\": callback}\n    callback: {trunk: outside, retry: 2h, expire: 1h}",
                "15:39: queues.sales.callback.retry is no shorter than expire: there would never be a"
                    + " second try"))
        .map(
            parts ->
                List.of(
                    "agents: [anna]\n", "agents: [anna]\n    " + parts.get(0) + "\n", parts.get(1)))
        .toList();
  }

  private static List<List<String>> hearingMistakes() {
    return Stream.of(
            List.of(
                "announcefrequency: 60s",
                "14:24: queues.sales.announcefrequency has nothing to say: set announceposition or"
                    + " announcewait, or leave it out"),
            List.of(
                "announceposition: some",
                "14:23: queues.sales.announceposition is not one of no, yes, limit, more: \"some\""),
            List.of(
                "announcewait: lessthan",
                "14:19: queues.sales.announcewait is not one of no, precise, padded, less-than:"
                    + " \"lessthan\": did you mean \"less-than\"?"),
            List.of(
                "announcepositionlimit: 3",
                "14:28: queues.sales.announcepositionlimit needs announceposition to be limit or"
                    + " more"),
            List.of(
                "periodicannounce: [queue-periodic-announce]",
                "14:23: queues.sales.periodicannounce needs periodicannouncefrequency"),
            List.of(
                "memberdelay: 1500ms",
                "14:18: queues.sales.memberdelay is no whole number of seconds, of which silence is"
                    + " made"),
            List.of(
                "reportholdtime: 3s",
                "14:21: queues.sales.reportholdtime is not yes or no: \"3s\""),
            List.of(
                "language: de", "14:15: queues.sales.language is not one of en, es, pt: \"de\""),
            List.of(
                "keys: {\"0\": overflow}",
                "14:11: queues.sales.keys names \"0\", which leads to the overflow, but the queue has"
                    + " none"),
            List.of(
                "keys: {\"0\": queue support}",
                "14:11: queues.sales.keys names \"0\", which leads to the queue \"support\", but there"
                    + " is no such queue"),
            List.of(
                "keys: {\"0\": queue sales}",
                "14:11: queues.sales.keys names \"0\", which leads to the queue itself"),
            List.of(
                "keys: {\"0\": dance}",
                "14:17: queues.sales.keys.0 is not what a key leads to: \"dance\" (overflow, queue"
                    + " NAME, announce, callback or voicemail)"))
        .map(
            parts ->
                List.of(
                    "agents: [anna]\n", "agents: [anna]\n    " + parts.get(0) + "\n", parts.get(1)))
        .toList();
  }

  private static List<List<String>> routingMistakes() {
    return List.of(
        List.of(
            "agents: [anna]\n",
            "agents: [anna]\n    skills: {spanish: 7}\n",
            "14:13: queues.sales.skills asks for \"spanish\" at 7, and none of its agents has it: its"
                + " callers would wait for ever. Give it to an agent, or relax it to 0"),
        List.of(
            "agents: [anna]\n",
            "agents: [anna]\n    relax: [\"30s spanish 3\"]\n",
            "14:13: queues.sales.relax names \"spanish\", which is not among its skills"),
        List.of(
            "agents: [anna]\n",
            "agents: [anna]\n    penalties: {ben: 2}\n",
            "14:16: queues.sales.penalties names \"ben\", who does not serve it"),
        List.of(
            "agents: [anna]\n",
            "agents: [anna]\n    joinempty: asleep\n",
            "14:16: queues.sales.joinempty is not yes, no, strict, loose, or states of agents:"
                + " \"asleep\" (yes, no, strict, loose, or some of"
                + " paused,penalty,inuse,ringing,unavailable,invalid,unknown,wrapup)"),
        List.of(
            "1001, telephone: tel01",
            "1001, telephone: tel01, capacity: {voice: 2}",
            "9:52: agents.anna.capacity has more than one call at once; a telephone carries one"),
        List.of(
            "1001, telephone: tel01",
            "1001, telephone: tel01, capacity: {voice: 0}",
            "13:13: queues.sales.agents have all a capacity of 0 by voice: its callers would wait for"
                + " ever"),
        List.of(
            "agents: [anna]\n",
            "agents: [anna]\n    reserve: 120%\n",
            "14:14: queues.sales.reserve is not a number of agents or a share of them: \"120%\" (0 to"
                + " 1000, or 0% to 100%)"),
        List.of(
            "agents: [anna]\n",
            "agents: [anna]\n    maxpassedover: 0\n  gold: {agents: [anna], weight: 1, reserve: 1}\n",
            "14:20: queues.sales.maxpassedover is 0, and the reserve of queues.gold may keep \"anna\""
                + " from its callers for ever"),
        List.of(
            "agents: [anna]\n",
            "agents: [anna, anna]\n",
            "13:20: queues.sales.agents names \"anna\" twice"),
        List.of(
            "agents: [anna]\n",
            "agents: [anna]\n    name: \"Sales\\nWaiting: 99\"\n",
            "14:11: queues.sales.name is not a text: \"Sales?Waiting: 99\" (one line, at most"
                + " 200 characters)"));
  }

  private static List<List<String>> firstMistakes() {
    return List.of(
        List.of(
            "  \"4930\": {queue: sales}",
            "  \"+493012345678\": {queue: sales}\n  \"03012345678\": {queue: sales}\nregion:"
                + " DE",
            "16:3: numbers.03012345678 is the number of numbers.+493012345678 (line 15), spelled"
                + " otherwise"),
        List.of(
            "numbers:",
            "region: de\nnumbers:",
            "14:9: region is not a region: \"de\": did you mean \"DE\"?"),
        List.of(
            "agents: [anna]\n",
            "agents: [anna]\n    stratgy: ringall\n",
            "14:5: unknown key \"stratgy\" under queues.sales: did you mean \"strategy\"?"),
        List.of(
            "agents: [anna]\n",
            "agents: [anna]\n    musiconhold: jazz\n",
            "14:5: unknown key \"musiconhold\" under queues.sales: did you mean"
                + " \"musicclass\"?"),
        List.of(
            "numbers:",
            "nmbers:",
            "14:1: unknown key \"nmbers\" at the top: did you mean \"numbers\"?"),
        List.of(
            "edge: {lab: yes}",
            "edge: {lab: yes, zzzzzz: 1}",
            "2:20: unknown key \"zzzzzz\" under nodes.edge: known are lab, ari, ami, celfile,"
                + " recordings"),
        List.of(
            "agents: [anna]\n",
            "agents: [anna]\n    timeout: 5\n    timeout: 6\n",
            "15:5: duplicate key \"timeout\" under queues.sales: it stands on line 14 already"),
        List.of(
            "ben: {number: 1002",
            "anna: {number: 1002",
            "10:3: duplicate key \"anna\" under agents: it stands on line 9 already"),
        List.of(
            "agents: [anna]\n",
            "agents: [anna]\n    timeout: soon\n",
            "14:14: queues.sales.timeout is not a duration from 1s to 10m: \"soon\" (seconds, or"
                + " with a unit: 500ms, 20s, 2m, 1h, 7d)"),
        List.of(
            "agents: [anna]\n",
            "agents: [anna]\n    timeout: 11m\n",
            "14:14: queues.sales.timeout is not a duration from 1s to 10m: \"11m\" (seconds, or"
                + " with a unit: 500ms, 20s, 2m, 1h, 7d)"),
        List.of(
            "agents: [anna]\n",
            "agents: [anna]\n    strategy: longest-idel\n",
            "14:15: queues.sales.strategy is not one of longest-idle, ringall, leastrecent, fewestcalls, random, rrmemory, rrordered, linear, wrandom, skills: \"longest-idel\":"
                + " did you mean \"longest-idle\"?"),
        List.of(
            "agents: [anna]\n",
            "agents: [anna]\n    autopause: maybe\n",
            "14:16: queues.sales.autopause is not yes or no: \"maybe\""),
        List.of(
            "agents: [anna]",
            "agents: anna",
            "13:13: queues.sales.agents must be a list, such as [anna, ben]; it is the text"
                + " \"anna\""),
        List.of(
            "agents: [anna]",
            "agents: [[anna]]",
            "13:14: queues.sales.agents must be the name of an agent; it is a list"));
  }

  private static List<List<String>> secondMistakes() {
    return List.of(
        List.of(
            "agents: [anna]",
            "agents:",
            "13:12: queues.sales.agents must be a list, such as [anna, ben]; it is empty"),
        List.of(
            "agents: [anna]",
            "strategy: ringall",
            "12:3: missing key \"agents\" under queues.sales"),
        List.of(
            "edge: {lab: yes}",
            "edge: here",
            "2:3: nodes.edge has neither \"lab: yes\" nor \"ari\": how is it reached?\n"
                + "x.yaml:2:9: nodes.edge must have keys, such as \"lab\"; it is the text"
                + " \"here\""),
        List.of(
            "agents: [anna]",
            "agents: [ana]",
            "13:14: queues.sales.agents names \"ana\", but there is no such agent: did you mean"
                + " \"anna\"?"),
        List.of(
            "agents: [anna]",
            "agents: [zacharias]",
            "13:14: queues.sales.agents names \"zacharias\", but there is no such agent under"
                + " agents"),
        List.of(
            "{queue: sales}",
            "{queue: slaes}",
            "15:19: numbers.4930.queue names \"slaes\", but there is no such queue: did you mean"
                + " \"sales\"?"),
        List.of(
            "\"4930\":",
            "\"49 30\":",
            "15:3: \"49 30\" under numbers cannot name a number: digits, * and #, perhaps + in"
                + " front"),
        List.of(
            "telephone: tel02",
            "telephone: tel01",
            "10:34: agents.ben.telephone is \"tel01\", which agents.anna has already (line 9)"),
        List.of(
            "number: 1002",
            "number: 1001",
            "10:17: agents.ben.number is \"1001\", which agents.anna has already (line 9)"),
        List.of(
            "outside: {node",
            "tel01: {node",
            "4:3: trunks.tel01 hangs on a lab, whose one trunk is called \"outside\"\n"
                + "x.yaml:6:3: telephones.tel01 has the name of the trunk on line 4; both become"
                + " endpoints of Asterisk"),
        List.of(
            "outside: {node: edge}",
            "outside: {node: edge, secret: hunter2hunter2}",
            "4:33: trunks.outside.secret is written in plain; put the secret into a file that"
                + " only you can read and write ${file:PATH}, or into the environment and write"
                + " ${env:NAME}"));
  }

  private static List<List<String>> thirdMistakes() {
    return List.of(
        List.of(
            "outside: {node: edge}",
            "outside: {node: edge, secret: \"${env:NOT_SET}\"}",
            "4:33: trunks.outside.secret: the variable NOT_SET is not set"),
        List.of(
            "outside: {node: edge}",
            "outside: {node: edge, secret: \"${file:no/such/file}\"}",
            "4:33: trunks.outside.secret: the file no/such/file cannot be read"),
        List.of(
            "outside: {node: edge}",
            "outside: {node: edge, secret: \"${env:SHORT}\"}",
            "4:33: trunks.outside.secret: a secret of Asterisk has 8 to 128 letters, digits and"
                + " _ - . ~"),
        List.of(
            "outside: {node: edge}",
            "outside: {node: edge, register: yes}",
            "4:35: trunks.outside has \"register: yes\", which needs username and secret"),
        List.of(
            "outside: {node: edge}",
            "outside: {node: edge, cps: -1}",
            "4:30: trunks.outside.cps is not a whole number: \"-1\" (from 0 to 10000)"),
        List.of(
            "lab: yes",
            "lab: no",
            "2:3: nodes.edge has neither \"lab: yes\" nor \"ari\": how is it reached?"),
        List.of(
            "lab: yes",
            "lab: yes, celfile: x",
            "2:29: nodes.edge has \"lab: yes\", which brings its own celfile"),
        List.of(
            "agents: [anna]",
            "agents: [anna, ben, anna]\n    maxwait: 1m\n    overflow: hangup",
            "13:25: queues.sales.agents names \"anna\" twice"),
        List.of(
            "agents: [anna]",
            "agents: [anna]\n    overflow: {prompt: [bye]}",
            "14:15: queues.sales.overflow never happens without maxwait, maxlen, joinempty, leavewhenempty or a key that leads there"),
        List.of(
            "agents: [anna]",
            "agents: [anna]\n    maxwait: 60\n    overflow: {queue: sales}",
            "15:23: queues.sales.overflow.queue is the queue itself"),
        List.of(
            "agents: [anna]",
            "agents: [anna]\n    maxwait: 60\n    overflow: {}",
            "15:5: queues.sales.overflow must have one of queue, prompt, number; it has none"));
  }

  private static List<List<String>> fourthMistakes() {
    return List.of(
        List.of(
            "agents: [anna]",
            "agents: [anna]\n    maxwait: 60\n    overflow: {number: 112}",
            "15:5: queues.sales.overflow must have number and trunk together"),
        List.of(
            "agents: [anna]",
            "agents: [anna]\n    maxwait: 60\n    overflow: hang-up",
            "15:15: queues.sales.overflow is not one of hangup, voicemail: \"hang-up\": did you mean"
                + " \"hangup\"?"),
        List.of(
            "numbers:",
            "calendars:\n  office: {zone: Europe/Berln}\nnumbers:",
            "15:18: calendars.office.zone is not a time zone: \"Europe/Berln\": did you mean"
                + " \"Europe/Berlin\"?"),
        List.of(
            "numbers:",
            "calendars:\n  office: {zone: UTC, hours: [mon-fri 18:00-09:00]}\nnumbers:",
            "15:31: calendars.office.hours is not hours: \"mon-fri 18:00-09:00\" (days and times,"
                + " such as mon-fri 09:00-18:00)"),
        List.of(
            "numbers:",
            "calendars:\n  office: {zone: UTC, holidays: [2026-02-30]}\nnumbers:",
            "15:34: calendars.office.holidays is not a date: \"2026-02-30\" (year-month-day, such"
                + " as 2026-12-25)"),
        List.of(
            "numbers:",
            "users:\n  maria: {role: boss, password: secret}\nnumbers:",
            "15:17: users.maria.role is not one of admin, supervisor, agent, viewer: \"boss\"\n"
                + "x.yaml:15:33: users.maria.password is not a password's hash; write what"
                + " `ringmaster user hash` prints, or ${file:PATH} or ${env:NAME}"),
        List.of("numbers:", "store: {user: me}\nnumbers:", "14:15: store.user needs store.url"),
        List.of(
            "numbers:",
            "store: {keep: 3h}\nnumbers:",
            "14:15: store.keep is not a duration from 1d to 36500d: \"3h\" (seconds, or with a unit:"
                + " 500ms, 20s, 2m, 1h, 7d)"),
        List.of(
            "numbers:",
            "pausereasons:\n  a: {digit: 1}\n  b: {digit: 1}\nnumbers:",
            "16:14: pausereasons.b.digit is \"1\", which pausereasons.a has already (line 15)"),
        List.of(
            "numbers:",
            "journal: {segmentsize: 2G}\nnumbers:",
            "14:24: journal.segmentsize is not a size from 1M to 1G: \"2G\" (bytes, or with a"
                + " unit: 512K, 64M, 2G)"),
        List.of("nodes:\n", "nodes: [\n", "3:1: not YAML: expected ',' or ']', but got <scalar>"));
  }

  @Test
  void allMistakesAreToldAtOnceInTheFilesOrder() {
    String text =
        SOUND
            .replace("numbers:", "nmbers:")
            .replace("agents: [anna]", "agents: [ana]\n    timeout: x");
    assertEquals(
        """
        x.yaml:13:14: queues.sales.agents names "ana", but there is no such agent: did you mean "anna"?
        x.yaml:14:14: queues.sales.timeout is not a duration from 1s to 10m: "x" (seconds, or with a unit: 500ms, 20s, 2m, 1h, 7d)
        x.yaml:15:1: unknown key "nmbers" at the top: did you mean "numbers"?""",
        refusal(text));
  }

  @Test
  void anEmptyFileLacksItsNodes() {
    assertEquals("x.yaml:1:1: missing key \"nodes\" at the top", refusal(""));
  }

  @Test
  void aFileThatIsAListIsRefused() {
    assertEquals(
        "x.yaml:1:1: the file must have keys, such as \"nodes\"; it is a list\n"
            + "x.yaml:1:1: missing key \"nodes\" at the top",
        refusal("- a\n- b\n"));
  }

  private static String replaced(String change, String to) {
    assertEquals(2, SOUND.split(java.util.regex.Pattern.quote(change), -1).length, change);
    return SOUND.replace(change, to);
  }

  private static String refusal(String text) {
    return assertThrows(
            ConfigurationRefused.class,
            () -> ConfigurationFile.read("x.yaml", text, Path.of("."), Map.of("SHORT", "short")))
        .getMessage();
  }
}
