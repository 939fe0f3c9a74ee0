// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.agent.Capacity;
import org.ringmaster.core.agent.PauseLimit;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.agent.Skill;
import org.ringmaster.core.agent.SkillLevel;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.Attestation;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.desk.Disposition;
import org.ringmaster.core.desk.DispositionRule;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.medium.Medium;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.supervision.SupervisionPolicy;
import org.ringmaster.core.talk.AllowedNumber;
import org.ringmaster.core.talk.TalkCodes;
import org.ringmaster.core.talk.TalkRules;
import org.ringmaster.dialer.load.PostalZones;

/** Makes records of a file without findings. */
final class ConfigurationReader {
  private final Branch root;
  private final SecretReader secrets;
  private final Path folder;

  ConfigurationReader(Branch root, SecretReader secrets, Path folder) {
    this.root = root;
    this.secrets = secrets;
    this.folder = folder;
  }

  Configuration read(PostalZones postalZones) {
    QueueReader queues = new QueueReader(root);
    return new Configuration(
        each("nodes", this::node),
        each("trunks", this::trunk),
        each("telephones", this::telephone),
        each("agents", this::agent),
        each("pausereasons", this::pauseReason),
        each("queues", queues::queue),
        each("calendars", queues::calendar),
        each("numbers", queues::number),
        each("users", this::user),
        new CellSettings(root.branch("cell").wholeInt("number")),
        journal(root.branch("journal")),
        new JourneySettings(root.branch("journey").whole("remember")),
        store(root.branch("store")),
        queueLog(root.branch("queuelog")),
        http(root.branch("http")),
        each("dispositions", this::disposition),
        new CallbackReader(root).plans(),
        root.textOrNull("region"),
        transfers(root.branch("transfers")),
        supervision(root.branch("supervision")),
        RecordingReader.recording(root),
        new VoicemailReader(root).plans(),
        root.text("pauseringing").equals("takeback"),
        dispositionRules(),
        each("campaigns", new CampaignReader(root, queues)::plan),
        postalZones);
  }

  private static TalkRules transfers(Branch keys) {
    List<AllowedNumber> numbers = new ArrayList<>();
    keys.branch("numbers")
        .entries()
        .forEach(
            (pattern, rule) -> {
              String hours = rule.textOrNull("hours");
              numbers.add(
                  new AllowedNumber(
                      pattern,
                      new TrunkId(rule.text("trunk")),
                      hours == null ? null : new CalendarId(hours)));
            });
    String[] places = keys.text("parkpos").split("-", 2);
    return new TalkRules(
        numbers,
        keys.whole("timeout"),
        keys.whole("parkingtime"),
        Integer.parseInt(places[0]),
        Integer.parseInt(places[1]),
        codes(keys.branch("codes")));
  }

  private static TalkCodes codes(Branch keys) {
    return new TalkCodes(
        code(keys, "hold"),
        code(keys, "complete"),
        code(keys, "cancel"),
        code(keys, "swap"),
        code(keys, "conference"),
        code(keys, "park"),
        code(keys, "transfer"),
        code(keys, "consult"),
        code(keys, "record"),
        code(keys, "card"));
  }

  private static String code(Branch keys, String what) {
    String text = keys.text(what);
    return text.equals("none") ? "" : text;
  }

  /** An entry with its name. */
  record Entry(String name, Branch keys) {}

  private <T> List<T> each(String section, Function<Entry, T> reader) {
    return root.branch(section).entries().entrySet().stream()
        .map(entry -> reader.apply(new Entry(entry.getKey(), entry.getValue())))
        .toList();
  }

  private NodeSettings node(Entry entry) {
    Branch keys = entry.keys();
    String celFile = keys.textOrNull("celfile");
    String recordings = keys.textOrNull("recordings");
    return new NodeSettings(
        new NodeId(entry.name()),
        keys.yes("lab"),
        keys.givenBranch("ari").map(this::ari).orElse(null),
        keys.givenBranch("ami").map(this::ami).orElse(null),
        celFile == null ? null : folder.resolve(celFile),
        recordings == null ? null : folder.resolve(recordings));
  }

  private NodeSettings.Ari ari(Branch keys) {
    return new NodeSettings.Ari(keys.text("url"), keys.text("user"), mustSecret(keys));
  }

  private NodeSettings.Ami ami(Branch keys) {
    String zone = keys.textOrNull("zone");
    return new NodeSettings.Ami(
        keys.text("host"),
        keys.wholeInt("port"),
        keys.text("user"),
        mustSecret(keys),
        zone == null ? ZoneId.systemDefault() : ZoneId.of(zone));
  }

  private TrunkSettings trunk(Entry entry) {
    Branch keys = entry.keys();
    return new TrunkSettings(
        new Trunk(
            new TrunkId(entry.name()),
            new NodeId(keys.text("node")),
            keys.wholeInt("channels"),
            keys.wholeInt("cps"),
            attestation(keys.textOrNull("attestation"))),
        keys.textOrNull("contact"),
        keys.list("match", String.class),
        keys.textOrNull("username"),
        secrets.secret(keys, "secret"),
        keys.yes("register"));
  }

  private static @Nullable Attestation attestation(@Nullable String level) {
    return level == null ? null : Attestation.valueOf(level);
  }

  private TelephoneSettings telephone(Entry entry) {
    Branch keys = entry.keys();
    return new TelephoneSettings(
        new Telephone(
            new TelephoneId(entry.name()), new NodeId(keys.text("node")), use(keys.text("use"))),
        keys.textOrNull("contact"),
        secrets.secret(keys, "secret"),
        keys.yes("webrtc"),
        keys.yes("transferkey"));
  }

  private static TelephoneUse use(String word) {
    return switch (word) {
      case "open" -> TelephoneUse.OPEN;
      case "auto-answer" -> TelephoneUse.AUTO_ANSWERED;
      default -> TelephoneUse.RUNG;
    };
  }

  private AgentProfile agent(Entry entry) {
    Branch keys = entry.keys();
    String telephone = keys.textOrNull("telephone");
    List<SkillLevel> skills = new ArrayList<>();
    keys.map("skills", Long.class)
        .forEach(
            (skill, level) -> skills.add(new SkillLevel(new Skill(skill), Math.toIntExact(level))));
    return new AgentProfile(
        new AgentId(entry.name()),
        Personal.ofNullable(keys.textOrNull("name")),
        keys.text("number"),
        telephone == null ? null : new TelephoneId(telephone),
        skills,
        capacities(keys),
        keys.whole("wrapuptime"));
  }

  private static List<Capacity> capacities(Branch keys) {
    List<Capacity> capacities = new ArrayList<>();
    keys.map("capacity", Long.class)
        .forEach(
            (medium, most) ->
                capacities.add(
                    new Capacity(
                        Medium.valueOf(medium.toUpperCase(Locale.ROOT)), Math.toIntExact(most))));
    return capacities;
  }

  private PauseReasonSettings pauseReason(Entry entry) {
    return new PauseReasonSettings(
        new PauseReason(entry.name()),
        entry.keys().wholeInt("digit"),
        entry.keys().textOrNull("name"),
        new PauseLimit(
            entry.keys().whole("most"),
            entry.keys().whole("mostaday"),
            entry.keys().wholeInt("atonce"),
            entry.keys().wholeInt("ofqueue"),
            entry.keys().text("beyond").equals("refuse")));
  }

  private List<DispositionRule> dispositionRules() {
    List<DispositionRule> rules = new ArrayList<>();
    root.branch("queues")
        .entries()
        .forEach(
            (queue, keys) ->
                keys.givenBranch("dispositions")
                    .ifPresent(found -> rules.add(dispositionRule(queue, found))));
    return rules;
  }

  private static DispositionRule dispositionRule(String queue, Branch keys) {
    String otherwise = keys.textOrNull("otherwise");
    return new DispositionRule(
        new QueueId(queue),
        keys.list("codes", String.class).stream().map(Disposition::new).toList(),
        keys.yes("forced") && otherwise != null ? new Disposition(otherwise) : null);
  }

  private DispositionSettings disposition(Entry entry) {
    return new DispositionSettings(
        new Disposition(entry.name()),
        entry.keys().wholeInt("digit"),
        entry.keys().textOrNull("name"));
  }

  private static SupervisionPolicy supervision(Branch keys) {
    return new SupervisionPolicy(
        keys.list("tellagent", Prompt.class), keys.whole("timeout"), keys.wholeInt("most"));
  }

  private UserSettings user(Entry entry) {
    Branch keys = entry.keys();
    String agent = keys.textOrNull("agent");
    return new UserSettings(
        entry.name(),
        Role.valueOf(keys.text("role").toUpperCase(Locale.ROOT)),
        password(keys),
        agent == null ? null : new AgentId(agent));
  }

  private PasswordHash password(Branch keys) {
    if (keys.contentOrNull("password") instanceof PasswordHash hash) {
      return hash;
    }
    return SecretReader.hash(Objects.requireNonNull(secrets.secret(keys, "password")));
  }

  private static JournalSettings journal(Branch keys) {
    return new JournalSettings(
        Path.of(keys.text("folder")),
        keys.whole("keep"),
        keys.whole("segmentsize"),
        keys.yes("inputs"),
        keys.whole("inputskeep"));
  }

  private StoreSettings store(Branch keys) {
    return new StoreSettings(
        keys.textOrNull("url"),
        keys.textOrNull("user"),
        secrets.secret(keys, "secret"),
        keys.contentOrNull("keep") instanceof Long keep ? keep : 0);
  }

  private static QueueLogSettings queueLog(Branch keys) {
    String file = keys.textOrNull("file");
    return new QueueLogSettings(file == null ? null : Path.of(file), keys.yes("table"));
  }

  private static HttpSettings http(Branch keys) {
    return new HttpSettings(
        keys.text("bindaddr"), keys.wholeInt("bindport"), keys.list("names", String.class));
  }

  private Secret mustSecret(Branch keys) {
    @Nullable Secret secret = secrets.secret(keys, "secret");
    return Objects.requireNonNull(secret);
  }
}
