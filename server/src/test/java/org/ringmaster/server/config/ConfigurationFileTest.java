// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.Capacity;
import org.ringmaster.core.agent.Skill;
import org.ringmaster.core.agent.SkillLevel;
import org.ringmaster.core.announcement.Announcing;
import org.ringmaster.core.announcement.PositionStyle;
import org.ringmaster.core.announcement.WaitStyle;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.callback.CallbackInput;
import org.ringmaster.core.callback.CallbackMode;
import org.ringmaster.core.callback.CallbackPlan;
import org.ringmaster.core.callback.NumberRule;
import org.ringmaster.core.desk.DeskInput;
import org.ringmaster.core.journey.JourneyInput;
import org.ringmaster.core.medium.Medium;
import org.ringmaster.core.queue.Closing;
import org.ringmaster.core.queue.Hearing;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.queue.WaitKey;
import org.ringmaster.core.recording.RecordingInput;
import org.ringmaster.core.routing.Emptiness;
import org.ringmaster.core.routing.PenaltyStep;
import org.ringmaster.core.routing.Reserve;
import org.ringmaster.core.routing.Routing;
import org.ringmaster.core.routing.SkillNeed;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.core.supervision.SupervisionInput;
import org.ringmaster.core.talk.TalkInput;
import org.ringmaster.core.voicemail.VoicemailInput;
import org.ringmaster.dialer.campaign.CampaignInput;

class ConfigurationFileTest {
  private static final String OWN_ASTERISK =
      """
      nodes:
        berlin:
          ari: {url: "http://192.0.2.5:8088/ari", user: ringmaster, secret: "${file:secrets/ari}"}
          ami: {host: 192.0.2.5, user: ringmaster, secret: "${env:AMI_SECRET}", zone: America/Sao_Paulo}
          celfile: cel.json
      trunks:
        carrier:
          node: berlin
          contact: sip:198.51.100.7
          match: [198.51.100.7, 198.51.100.0/24]
          channels: 30
          cps: 4
      telephones:
        tel-1: {node: berlin, use: auto-answer, contact: "sip:192.0.2.9:5062"}
        no: {node: berlin, use: open, webrtc: yes}
      agents:
        zoë-is-not-allowed-but-zoe-is: &a
          number: 0815
          telephone: no
      """;

  @TempDir Path folder;

  @Test
  void theFirstConfigurationIsRightAndHasFiveAgentsOnRungAndOpenTelephones() throws Exception {
    Path file = folder.resolve("ringmaster.yaml");
    assertTrue(FirstConfiguration.writeIfMissing(file));
    assertFalse(FirstConfiguration.writeIfMissing(file));

    Configuration read = ConfigurationFile.read(file);

    assertEquals(5, read.agents().size());
    assertEquals(2, read.queues().size());
    assertEquals(2, read.numbers().size());
    assertEquals(List.of("outside"), read.trunks().stream().map(TrunkSettings::name).toList());
    assertEquals(
        2,
        read.telephones().stream()
            .filter(telephone -> telephone.telephone().use() == TelephoneUse.OPEN)
            .count());
    assertTrue(read.nodes().getFirst().lab());
    assertTrue(read.store().embedded());
    assertEquals("Dóra Dénes", assertNotNullAnd(read.agents().get(3).name()).text());
  }

  @Test
  void presetsHoldWhereNothingIsGiven() throws Exception {
    Configuration read =
        read("nodes: {edge: {lab: yes}}\nagents: {a: {number: 1}}\nqueues: {q: {agents: [a]}}\n");

    assertEquals(
        new Queue(
            new QueueId("q"),
            Strategy.LONGEST_IDLE,
            List.of(new AgentId("a")),
            15_000,
            5_000,
            0,
            false,
            0,
            Overflow.HANG_UP,
            "default",
            20_000,
            new Routing(
                List.of(), List.of(), List.of(), 0, 600_000, 0, List.of(), List.of(), 0, 60_000),
            new Hearing(
                Language.EN,
                new Announcing(
                    true,
                    0,
                    15_000,
                    PositionStyle.NO,
                    5,
                    WaitStyle.NO,
                    false,
                    60,
                    List.of(),
                    List.of(),
                    0,
                    false),
                List.of(),
                List.of())),
        read.queues().getFirst());
    assertEquals(new CellSettings(1), read.cell());
    assertEquals(new HttpSettings("127.0.0.1", 0, List.of()), read.http());
    assertEquals(
        new JournalSettings(Path.of("journal"), 604_800_000, 32 << 20, true, 172_800_000),
        read.journal());
  }

  @Test
  void whatCallersHearAndMayPressIsReadWithTheNumbersOwnLanguage() throws Exception {
    Configuration read =
        read(
            """
            nodes: {edge: {lab: yes}}
            trunks: {outside: {node: edge}}
            region: DE
            agents: {a: {number: 1}}
            queues:
              q:
                agents: [a]
                language: es
                announceposition: more
                announcepositionlimit: 3
                announcewait: precise
                announceround: 30s
                announcefrequency: 90s
                announcethanks: [queue-thankyou]
                periodicannounce: [one, two]
                periodicannouncefrequency: 2m
                randomperiodicannounce: yes
                whisper: [queue-q]
                keys: {"0": queue r, "*": announce, "1": callback}
                callback: {trunk: outside, mode: agent-first}
              r: {agents: [a]}
            numbers:
              "4930": {queue: q, language: pt, welcomeprompts: [hello, our-notice]}
            """);

    assertEquals(
        List.of(Prompt.sound("hello"), Prompt.sound("our-notice")),
        read.numbers().getFirst().welcomePrompts());

    CallbackPlan callback = read.callbacks().getFirst();
    assertEquals(CallbackMode.AGENT_FIRST, callback.mode());
    assertEquals(new NumberRule("49", "00", "0"), callback.numbers());
    assertEquals(
        List.of(
            Prompt.sound("vm-num-i-have"),
            Prompt.sound("vm-tocallnum"),
            Prompt.sound("vm-calldiffnum")),
        callback.confirmPrompts());
    Hearing hearing = read.queues().getFirst().hearing();
    assertEquals(Language.ES, hearing.language());
    assertEquals(
        new Announcing(
                true,
                90_000,
                15_000,
                PositionStyle.MORE,
                3,
                WaitStyle.PRECISE,
                false,
                30,
                List.of(Prompt.sound("queue-thankyou")),
                List.of(Prompt.sound("one"), Prompt.sound("two")),
                120_000,
                true)
            .offeringCallbacks(),
        hearing.announcing());
    assertEquals(
        List.of(
            new WaitKey("0", WaitChoice.QUEUE, new QueueId("r")),
            new WaitKey("*", WaitChoice.ANNOUNCE, null),
            new WaitKey("1", WaitChoice.CALLBACK, null)),
        hearing.keys());
    assertEquals(List.of(Prompt.sound("queue-q")), hearing.whisper());
    assertEquals(Language.PT, read.numbers().getFirst().language());
  }

  @Test
  void routingIsReadAsAsterisksFilesHaveItAndSkillsWithTheirRelaxation() throws Exception {
    Configuration read =
        read(
            """
            nodes: {edge: {lab: yes}}
            agents:
              a: {number: 1, skills: {spanish: 8}, capacity: {voice: 1, webchat: 3}}
              b: {number: 2}
            queues:
              q:
                strategy: skills
                agents: [a, b]
                penalties: {b: 2}
                penaltysteps: ["60s any", "0 1"]
                skills: {spanish: 7}
                preferredskills: [sports]
                relax: ["1m spanish 0", "30s spanish 3"]
                weight: 2
                maxlen: 20
                joinempty: strict
                leavewhenempty: paused,unavailable
                sticky: 20s
                rejoin: 0
                reserve: 25%
            """);

    assertEquals(
        List.of(new SkillLevel(new Skill("spanish"), 8)), read.agents().getFirst().skills());
    assertEquals(
        List.of(new Capacity(Medium.VOICE, 1), new Capacity(Medium.WEBCHAT, 3)),
        read.agents().getFirst().capacities());
    Queue queue = read.queues().getFirst();
    assertEquals(Strategy.SKILLS, queue.strategy());
    assertEquals(
        new Routing(
            List.of(new Routing.Seat(new AgentId("b"), 2)),
            List.of(new PenaltyStep(0, 1, 0), new PenaltyStep(60_000, -1, 0)),
            List.of(
                new SkillNeed(
                    new Skill("spanish"),
                    7,
                    false,
                    List.of(
                        new SkillNeed.Relaxation(30_000, 3), new SkillNeed.Relaxation(60_000, 0))),
                new SkillNeed(new Skill("sports"), 0, true, List.of())),
            2,
            600_000,
            20,
            List.of(Emptiness.PENALTY, Emptiness.INVALID, Emptiness.PAUSED, Emptiness.UNAVAILABLE),
            List.of(Emptiness.PAUSED, Emptiness.UNAVAILABLE),
            20_000,
            0,
            new Reserve(0, 25)),
        queue.routing());
  }

  @Test
  void anOwnAsteriskIsReachedWithSecretsFromElsewhere() throws Exception {
    Files.createDirectories(folder.resolve("secrets"));
    Files.writeString(folder.resolve("secrets/ari"), "from-the-file\n");

    Configuration read = read(OWN_ASTERISK.replace("zoë-is-not-allowed-but-zoe-is: &a", "zoe:"));

    NodeSettings node = read.nodes().getFirst();
    assertEquals("from-the-file", assertNotNullAnd(node.ari()).secret().reveal());
    assertEquals(
        new NodeSettings.Ami(
            "192.0.2.5",
            5038,
            "ringmaster",
            new Secret("from-the-env"),
            ZoneId.of("America/Sao_Paulo")),
        node.ami());
    assertEquals(folder.resolve("cel.json"), node.celFile());
    assertFalse(read.toString().contains("from-the"), "secrets are never printed");
    assertEquals(List.of("198.51.100.7", "198.51.100.0/24"), read.trunks().getFirst().match());
    assertEquals(4, read.trunks().getFirst().trunk().legsPerSecond());
    assertEquals("no", read.telephones().get(1).name(), "a name is a name, whatever YAML thinks");
    assertTrue(read.telephones().get(1).browser());
    assertEquals("0815", read.agents().getFirst().number(), "digits keep their zeros");
    assertNull(read.agents().getFirst().name());
  }

  @Test
  void aQueueMayHaveANameForPeople() throws Exception {
    Configuration read =
        read(
            "nodes: {edge: {lab: yes}}\nagents: {a: {number: 1}}\n"
                + "queues: {q: {name: \"Vertrieb, S\u00fcd\", agents: [a]}, p: {agents: [a]}}\n");
    assertEquals("Vertrieb, S\u00fcd", read.queues().getFirst().name());
    assertEquals(new QueueId("q"), read.queues().getFirst().id());
    assertNull(read.queues().getLast().name());
  }

  @Test
  void hoursHolidaysOverflowAndPromptsAreRead() throws Exception {
    Configuration read =
        read(
            """
            nodes: {edge: {lab: yes}}
            trunks: {outside: {node: edge}}
            agents: {a: {number: 1}}
            queues:
              q: {agents: [a], timeout: 1.5, maxwait: 2m, overflow: {number: "+4930", trunk: outside}}
              r: {agents: [], maxwait: 500ms, overflow: {prompt: [sorry, "number:3", "tone:beep"]}}
            calendars:
              office: {zone: America/Sao_Paulo, hours: [sat-sun 10:00-24:00, "mon,wed 09:00-12:30"], holidays: [2026-12-25]}
            numbers:
              "+4930*1": {queue: q, hours: office, closedprompts: [closed]}
            """);

    assertEquals(1_500, read.queues().getFirst().ringMillis());
    assertEquals("+4930", read.queues().getFirst().overflow().number());
    assertEquals(
        List.of(Prompt.sound("sorry"), Prompt.number(3), new Prompt(Prompt.Kind.TONE, "beep")),
        read.queues().get(1).overflow().prompts());
    assertEquals(
        List.of(
            new OpenHours(DayOfWeek.SATURDAY, 600, 1440),
            new OpenHours(DayOfWeek.SUNDAY, 600, 1440),
            new OpenHours(DayOfWeek.MONDAY, 540, 750),
            new OpenHours(DayOfWeek.WEDNESDAY, 540, 750)),
        read.calendars().getFirst().hours());
    assertEquals(new CalendarId("office"), read.numbers().getFirst().hours());
  }

  @Test
  void whereCallersLeaveMessagesAndWhatBecomesOfThemAtTheEndOfTheHoursIsRead() throws Exception {
    Configuration read =
        read(
            """
            nodes: {edge: {lab: yes}}
            trunks: {outside: {node: edge}}
            agents: {a: {number: 1}}
            calendars: {office: {zone: UTC}}
            queues:
              q: {agents: [a], maxwait: 2m, overflow: voicemail, voicemail: {greeting: [hi], maxmsg: 7}}
              r: {agents: [a], keys: {"9": voicemail}, closing: {then: overflow, grace: 5m, hours: office}, overflow: {queue: q}}
              s: {agents: [a], closing: {prompts: [bye]}}
              t: {agents: [a], closing: {hours: office, then: voicemail}}
            numbers:
              "4930": {queue: s, hours: office, closedvoicemail: yes}
            """);
    assertEquals(Overflow.voicemail(new QueueId("q")), read.queues().getFirst().overflow());
    assertEquals(
        List.of("q", "r", "s", "t"),
        read.voicemails().stream().map(plan -> plan.queue().value()).toList());
    assertEquals(List.of(Prompt.sound("hi")), read.voicemails().getFirst().greeting());
    assertEquals(7, read.voicemails().getFirst().most());
    assertEquals(180_000, read.voicemails().get(1).maxMillis());
    CalendarId office = new CalendarId("office");
    assertEquals(new Closing(office, 300_000, null), read.queues().get(1).closing());
    assertEquals(
        new Closing(
            office,
            0,
            new Overflow(Overflow.Kind.PROMPT, null, List.of(Prompt.sound("bye")), null, null)),
        read.queues().get(2).closing());
    assertEquals(Overflow.voicemail(new QueueId("t")), read.queues().get(3).closing().target());
    assertTrue(read.numbers().getFirst().takesMessages());
  }

  @Test
  void numbersThatAgentsMayCallAreReadInTheirOrder() throws Exception {
    Configuration read =
        read(
            """
            nodes: {edge: {lab: yes}}
            trunks: {outside: {node: edge}}
            transfers:
              numbers:
                "_0[1-9]X.": {trunk: outside}
                "110": {trunk: outside}
              timeout: 20s
              parkpos: 801-805
            """);
    assertEquals(2, read.transfers().numbers().size());
    assertTrue(read.transfers().numbers().getFirst().matches("03012"));
    assertFalse(read.transfers().numbers().getFirst().matches("00112"));
    assertFalse(read.transfers().numbers().getFirst().matches("03"));
    assertEquals(20_000, read.transfers().ringMillis());
    assertEquals(801, read.transfers().firstSlot());
  }

  @Test
  void inputsNameThingsBeforeTheyAreUsed() throws Exception {
    assertEquals(
        List.of(
            CallInput.TrunksRead.class,
            CallInput.TelephonesRead.class,
            AgentInput.PauseReasonsRead.class,
            QueueInput.CalendarsRead.class,
            AgentInput.AgentsRead.class,
            QueueInput.QueuesRead.class,
            QueueInput.NumbersRead.class,
            TalkInput.RulesRead.class,
            DeskInput.DispositionsRead.class,
            CallbackInput.PlansRead.class,
            VoicemailInput.PlansRead.class,
            SupervisionInput.PolicyRead.class,
            RecordingInput.RulesRead.class,
            JourneyInput.RememberRead.class,
            CampaignInput.PlansRead.class),
        ConfigurationInputs.of(read(FirstConfiguration.text())).stream()
            .map(Object::getClass)
            .toList());
  }

  @Test
  void aMissingOrUnreadableFileIsAFinding() throws IOException {
    Path missing = folder.resolve("none.yaml");
    assertEquals(
        missing
            + ":1:1: there is no such file; ./ringmaster up writes a first one where there is none",
        assertThrows(ConfigurationRefused.class, () -> ConfigurationFile.read(missing))
            .getMessage());
    Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
    assertEquals(
        latin + ":1:1: the file is not UTF-8 text",
        assertThrows(ConfigurationRefused.class, () -> ConfigurationFile.read(latin)).getMessage());
  }

  @Test
  void aPasswordsHashMatchesOnlyThePassword() throws Exception {
    PasswordHash hash = PasswordHash.of("grün & 12");
    assertTrue(hash.matches("grün & 12"));
    assertFalse(hash.matches("grun & 12"));
    assertFalse(hash.toString().contains(hash.text()));
    Configuration read =
        read(
            "nodes: {edge: {lab: yes}}\nusers:\n  m: {role: supervisor, password: \""
                + hash.text()
                + "\"}\n  e: {role: admin, password: \"${env:AMI_SECRET}\"}\n");
    assertEquals(Role.SUPERVISOR, read.users().getFirst().role());
    assertTrue(read.users().getFirst().password().matches("grün & 12"));
    assertTrue(read.users().get(1).password().matches("from-the-env"));
  }

  private Configuration read(String text) throws ConfigurationRefused {
    return ConfigurationFile.read("x.yaml", text, folder, Map.of("AMI_SECRET", "from-the-env"));
  }

  private static <T> T assertNotNullAnd(T value) {
    assertNotNull(value);
    return value;
  }
}
