// SPDX-License-Identifier: Apache-2.0
// The agent's page. It shows what the server says and keeps nothing of its own but what is being written.

import { useEffect, useRef, useState } from "preact/hooks";
import { post } from "./ask";
import { Bookings } from "./bookings";
import { Caller } from "./caller";
import { useDesk } from "./deskline";
import { Dialog } from "./dialog";
import { Fetch, HandOn } from "./handon";
import { Lead, Recall, SkipReasons } from "./lead";
import { type Key, keysAreOn, turnKeys, useKeys } from "./keys";
import { Logo, Mark, STATE_WORD } from "./marks";
import type { AgentRow, DeskMessage, Word } from "./model";
import { Messages } from "./messages";
import { Note } from "./note";
import { Parked } from "./parked";
import { recordVerbs, TALK_VERBS, talkVerbs } from "./talk";
import { ThemeButton } from "./theme";
import { clock, timeOfDay, useSeconds } from "./time";
import { LogoutButton } from "./wallboard";

const STALE_MILLIS = 6_000;

export function DeskPage({ refused }: { refused: () => void }) {
  const desk = useDesk(refused);
  const now = useSeconds();
  const stale = desk.told !== undefined && (!desk.open || now - desk.heardAtMillis > STALE_MILLIS);
  return (
    <div class={stale ? "page desk stale" : "page desk"} data-stale={stale}>
      <header class="top">
        <h1>
          <Logo />
          My desk
        </h1>
        <span class="pulse">{stale ? "not live" : desk.told ? "live" : "connecting"}</span>
        <time class="clock">{timeOfDay(now + desk.clockOffsetMillis)}</time>
        <a class="quiet" href="/">
          Wallboard
        </a>
        <ThemeButton />
        <LogoutButton done={refused} />
      </header>
      <p class="banner" role="status">
        {stale && "Connection lost: nothing you press now arrives, and without this page you are paused."}
        {desk.noAgent && "Whoever has logged in is no agent: give the user an agent under users: in ringmaster.yaml."}
      </p>
      {desk.told?.agent && <Working told={desk.told} agent={desk.told.agent} nowMillis={now + desk.clockOffsetMillis} />}
    </div>
  );
}

interface WorkingProps {
  told: DeskMessage;
  agent: AgentRow;
  nowMillis: number;
}

function named(word: Word): string {
  return word.name ?? word.id;
}

function Working({ told, agent, nowMillis }: WorkingProps) {
  const [problem, setProblem] = useState("");
  const [asking, setAsking] = useState<string>();
  const note = useRef<HTMLTextAreaElement>(null);
  const telephone = useRef<HTMLInputElement>(null);
  const { state } = agent;
  const { work, call } = told;
  const lead = told.lead && !told.lead.wanted ? told.lead : undefined;
  const isIn = state !== "signed-out";
  const isAtHand = ["available", "paused", "wrap-up"].includes(state);
  const about = asking === "recall" ? work?.call : asking === "skip" && lead ? `${lead.list} ${lead.lead}` : undefined;

  // What was begun about one lead is never said of the next.
  const asked = useRef<string | undefined>(undefined);
  useEffect(() => {
    const other = asked.current !== undefined && about !== asked.current;
    const gone = (asking === "recall" || asking === "skip") && about === undefined;
    asked.current = about;
    if ((other || gone) && (asking === "recall" || asking === "skip")) {
      asked.current = undefined;
      setAsking(undefined);
    }
  }, [asking, about]);

  const ask = async (verb: string, body: unknown = {}) => {
    const answer = await post<{ done?: string }>(`/api/desk/${verb}`, body);
    setProblem(answer.error || (answer.body?.done ?? ""));
  };
  const pause = (reason?: string) => {
    setAsking(undefined);
    void ask("pause", reason === undefined ? {} : { reason });
  };
  const signIn = () => ask("sign-in", telephone.current?.value ? { telephone: telephone.current.value } : {});
  const askPause = () => (told.pauseReasons.length === 0 ? pause() : setAsking("pause"));
  const pauseIsAsked = agent.pauseAsked !== null;
  const talks = state === "on-call";
  const possible = talks ? [...talkVerbs(told.talk), ...recordVerbs(told.records, told.recording)] : [];
  const verb = async (which: string, body: unknown = {}) => {
    setAsking(undefined);
    const answer = await post<{ done?: string }>(`/api/agents/${encodeURIComponent(agent.id)}/call/${which}`, body);
    setProblem(answer.error || (answer.body?.done ?? ""));
  };

  const keys: Key[] = [
    { key: "s", what: "Sign in", run: isIn ? undefined : () => void signIn() },
    { key: "o", what: "Sign out", run: isIn ? () => void ask("sign-out") : undefined },
    { key: "p", what: "Pause", run: isIn && !pauseIsAsked ? askPause : undefined },
    { key: "r", what: "Ready again", run: state === "paused" || pauseIsAsked ? () => void ask("resume") : undefined },
    { key: "e", what: "End wrap-up", run: state === "wrap-up" && !agent.owes ? () => void ask("end-wrap-up") : undefined },
    { key: "l", what: "Longer wrap-up", run: state === "wrap-up" && agent.extensions > 0 ? () => void ask("extend-wrap-up") : undefined },
    { key: "a", what: "Call this lead", run: lead ? () => void ask("lead/dial", { list: lead.list, lead: lead.lead }) : undefined },
    { key: "q", what: "Skip this lead", run: lead ? () => setAsking("skip") : undefined },
    { key: "m", what: "Call this lead again", run: work && call?.direction === "outbound" && call.queue ? () => setAsking("recall") : undefined },
    { key: "d", what: "Call somebody", run: isAtHand ? () => setAsking("dial") : undefined },
    { key: "u", what: "Fetch a parked caller", run: isAtHand ? () => setAsking("retrieve") : undefined },
    { key: "b", what: "Call back later", run: isIn ? () => setAsking("callback") : undefined },
    ...TALK_VERBS.filter((one) => !possible.some((now) => now.key === one.key)).map((one) => ({ ...one, run: undefined })),
    ...possible.map((one) => ({ ...one, run: () => (one.to ? setAsking(one.verb) : void verb(one.verb)) })),
    { key: "n", what: "Notes (Escape leaves them)", run: work ? () => note.current?.focus() : undefined },
    { key: "f", what: "Flag this moment", run: work ? () => void ask("flag", { call: work.call }) : undefined },
    ...told.dispositions.map((word) => ({
      key: String(word.digit),
      what: `It was: ${named(word)}`,
      run: work ? () => void ask("disposition", { call: work.call, disposition: word.id }) : undefined,
    })),
    { key: "?", what: "Show these keys", run: () => setAsking("keys") },
  ];
  useKeys(keys);

  return (
    <main class="working">
      <State agent={agent} attends={told.attends} reasons={told.pauseReasons} nowMillis={nowMillis} />
      <p class="wrong" role="alert">
        {problem}
      </p>
      <p class="wrong" role="status" data-refusal={told.refusal !== null}>
        {told.refusal && `${timeOfDay(told.refusal.atMillis)} by telephone: ${told.refusal.why}`}
      </p>
      {!isIn && (
        <form
          class="sign-in"
          onSubmit={(event) => {
            event.preventDefault();
            void signIn();
          }}
        >
          <label>
            Telephone, if not your own
            <input ref={telephone} name="telephone" autocapitalize="none" />
          </label>
        </form>
      )}
      <Buttons keys={keys} />
      {talks && told.recording && <Recorded recording={told.recording} />}
      {call && <Caller call={call} talk={talks ? told.talk : null} nowMillis={nowMillis} />}
      {told.leadNotCalled && (
        <p class="by" role="status" data-not-called={told.leadNotCalled.lead}>
          Lead {told.leadNotCalled.lead} of {told.leadNotCalled.campaign} was not called: {told.leadNotCalled.why}.
        </p>
      )}
      {told.lead && <Lead lead={told.lead} nowMillis={nowMillis} />}
      {work && (
        <>
          {told.dispositions.length > 0 && (
            <section class="dispositions" aria-label="What it was">
              <h2>What it was</h2>
              <div class="choice" role="group" aria-label="Dispositions">
                {told.dispositions.map((word) => (
                  <button
                    type="button"
                    key={word.id}
                    aria-pressed={work.disposition === word.id}
                    data-disposition={word.id}
                    aria-keyshortcuts={String(word.digit)}
                    onClick={() => void ask("disposition", { call: work.call, disposition: word.id })}
                  >
                    <kbd>{word.digit}</kbd> {named(word)}
                    {work.disposition === word.id && " ✓"}
                  </button>
                ))}
              </div>
            </section>
          )}
          <Note key={work.call} call={work.call} note={work.note} version={work.noteVersion} place={note} />
          <p class="by" data-flags={work.flags}>
            {work.flags > 0 && `${work.flags} ${work.flags === 1 ? "moment" : "moments"} flagged`}
          </p>
        </>
      )}
      <Parked calls={told.parked} nowMillis={nowMillis} fetch={isAtHand ? (slot) => void verb("retrieve", { slot: String(slot) }) : undefined} />
      <Messages agent={agent.id} canCall={state === "available" || state === "paused"} />
      {asking === "recall" && work && (
        <Recall
          send={(at, whose) => {
            setAsking(undefined);
            void ask("recall", { call: work.call, at, whose });
          }}
          close={() => setAsking(undefined)}
        />
      )}
      {asking === "skip" && lead && (
        <SkipReasons
          choose={(reason) => {
            setAsking(undefined);
            void ask("lead/skip", { list: lead.list, lead: lead.lead, reason });
          }}
          close={() => setAsking(undefined)}
        />
      )}
      {asking === "pause" && <PauseReasons reasons={told.pauseReasons} choose={pause} close={() => setAsking(undefined)} />}
      {(asking === "transfer" || asking === "consult") && (
        <HandOn title={asking === "transfer" ? "Transfer to whom?" : "Consult whom?"} send={(to) => void verb(asking, to)} close={() => setAsking(undefined)} />
      )}
      {asking === "callback" && (
        <Bookings number={call?.caller ?? ""} call={work?.call} close={() => setAsking(undefined)} />
      )}
      {asking === "dial" && (
        <HandOn title="Call whom?" kinds={["number", "agent"]} send={(to) => void verb("dial", to)} close={() => setAsking(undefined)} />
      )}
      {asking === "retrieve" && <Fetch parked={told.parked} nowMillis={nowMillis} send={(from) => void verb("retrieve", from)} close={() => setAsking(undefined)} />}
      {asking === "keys" && <Shortcuts keys={keys} close={() => setAsking(undefined)} />}
    </main>
  );
}

/** What is left of a pause that may not last for ever. */
function left(agent: AgentRow, reasons: Word[], nowMillis: number): string {
  const most = agent.state === "paused" ? (reasons.find((one) => one.id === agent.reason)?.mostMillis ?? 0) : 0;
  const millis = most - (nowMillis - (agent.sinceMillis ?? nowMillis));
  return most === 0 ? "" : millis > 0 ? `, ${clock(millis)} left` : `, ${clock(-millis)} too long`;
}

interface StateProps {
  agent: AgentRow;
  attends: boolean;
  reasons: Word[];
  nowMillis: number;
}

function State({ agent, attends, reasons, nowMillis }: StateProps) {
  const until = agent.wrapUpUntilMillis;
  const shown =
    agent.state === "wrap-up" && until !== null ? `${clock(until - nowMillis)} left` : clock(nowMillis - (agent.sinceMillis ?? nowMillis));
  return (
    <section class={`state agent-${agent.state}`} aria-label="You" data-state={agent.state}>
      <Mark of={agent.state} />
      <b>{STATE_WORD[agent.state]}</b>
      <time>{shown}</time>
      <span>
        <bdi>{agent.name ?? agent.id}</bdi>
        {agent.telephone && ` on ${agent.telephone}`}
        {agent.state === "paused" && agent.reason && `, ${agent.reason}`}
        {left(agent, reasons, nowMillis)}
        {agent.owes && ". Say what it was: then you are free."}
        {agent.pauseAsked && `, then paused: ${agent.pauseAsked}`}
        {agent.logoutAsked && ", then signed out"}
        {attends && ". Ready only while this page is open."}
      </span>
    </section>
  );
}

const RECORDED: Record<string, string> = {
  paused: "The recording is paused.",
  secured: "Nothing is recorded while card digits are taken.",
  stopped: "The recording is stopped.",
};

/** Never by colour alone: what is recorded is said. */
function Recorded({ recording }: { recording: NonNullable<DeskMessage["recording"]> }) {
  return (
    <p class="by" role="status" data-recording={recording.recorded ? "on" : recording.state}>
      {recording.recorded ? "● This talk is recorded." : (RECORDED[recording.state] ?? "")}
    </p>
  );
}

/** Each button says its key; those with nothing to do are not there. */
function Buttons({ keys }: { keys: Key[] }) {
  return (
    <div class="choice verbs" role="group" aria-label="What you can do">
      {keys
        .filter((key) => key.run !== undefined && !/[0-9]/.test(key.key))
        .map((key) => (
          <button type="button" key={key.key} data-key={key.key} aria-keyshortcuts={key.key} onClick={key.run}>
            <kbd>{key.key.toUpperCase()}</kbd> {key.what}
          </button>
        ))}
    </div>
  );
}

function PauseReasons({ reasons, choose, close }: { reasons: Word[]; choose: (reason?: string) => void; close: () => void }) {
  const press = (event: KeyboardEvent) => {
    const found = reasons.find((reason) => String(reason.digit) === event.key);
    if (found) {
      event.preventDefault();
      choose(found.id);
    }
  };
  return (
    <Dialog title="Why do you pause?" close={close}>
      <div class="choice" role="group" aria-label="Reasons" onKeyDown={press}>
        {reasons.map((reason) => (
          <button type="button" key={reason.id} autofocus={reason === reasons[0]} onClick={() => choose(reason.id)}>
            <kbd>{reason.digit}</kbd> {named(reason)}
          </button>
        ))}
      </div>
    </Dialog>
  );
}

function Shortcuts({ keys, close }: { keys: Key[]; close: () => void }) {
  const [on, setOn] = useState(keysAreOn());
  return (
    <Dialog title="Keys" close={close}>
      <dl class="keys">
        {keys.map((key) => (
          <div key={key.key}>
            <dt>
              <kbd>{key.key.toUpperCase()}</kbd>
            </dt>
            <dd>{key.what}</dd>
          </div>
        ))}
      </dl>
      <label class="switch">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            turnKeys(event.currentTarget.checked);
            setOn(event.currentTarget.checked);
          }}
        />
        Single keys work while I am not writing
      </label>
    </Dialog>
  );
}
