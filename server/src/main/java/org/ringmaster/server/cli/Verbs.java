// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.util.ArrayList;
import java.util.List;

/** All verbs, in the order in which the help and the reference page show them. */
final class Verbs {
  static final List<CommandTree.Noun> NOUNS =
      List.of(
          new CommandTree.Noun("queue", "Where callers wait."),
          new CommandTree.Noun("agent", "Who answers calls."),
          new CommandTree.Noun("call", "Calls and what happened to them."),
          new CommandTree.Noun("recording", "What was recorded of talks."),
          new CommandTree.Noun("campaign", "Outbound work."),
          new CommandTree.Noun("callback", "Callers who are called back, their place kept."),
          new CommandTree.Noun("message", "Messages that callers left."),
          new CommandTree.Noun("list", "Whom campaigns call, and whom nobody calls."),
          new CommandTree.Noun("dnc", "Numbers that must not be called."),
          new CommandTree.Noun("history", "Figures of the past, and the calls behind them."),
          new CommandTree.Noun("board", "What was on the boards at a past second."),
          new CommandTree.Noun("trunk", "The carriers."),
          new CommandTree.Noun("telephone", "What agents are rung on."),
          new CommandTree.Noun("node", "The Asterisks."),
          new CommandTree.Noun("db", "The journey store."),
          new CommandTree.Noun("config", "The configuration file."),
          new CommandTree.Noun("user", "Who may open the pages."));

  private Verbs() {}

  static List<Verb> all(Runner runner) {
    List<Verb> all = new ArrayList<>();
    all.addAll(QueueVerbs.all());
    all.addAll(AgentVerbs.all());
    all.addAll(CallVerbs.all());
    all.addAll(TalkVerbs.all());
    all.addAll(SupervisionVerbs.all());
    all.addAll(RecordingVerbs.all());
    all.addAll(SteeringVerbs.all());
    all.addAll(CampaignVerbs.all());
    all.add(CampaignCheck.verb());
    all.add(CampaignDraftVerb.verb());
    all.addAll(ForecastVerbs.all());
    all.addAll(CallbackVerbs.all());
    all.addAll(MessageVerbs.all());
    all.addAll(ListVerbs.all());
    all.addAll(AudienceVerbs.all());
    all.addAll(HistoryVerbs.all());
    all.addAll(PastVerbs.all());
    all.addAll(NodeVerbs.all());
    all.addAll(StoreVerbs.all());
    all.addAll(ConfigVerbs.all());
    all.addAll(UserVerbs.all());
    all.add(ReplayVerb.verb());
    all.add(Doctor.verb());
    all.addAll(UpVerbs.all(runner));
    return List.copyOf(all);
  }
}
