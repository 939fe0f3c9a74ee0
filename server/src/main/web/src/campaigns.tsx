// SPDX-License-Identifier: Apache-2.0
// The campaign manager's page: what each campaign does now, its lists, and what can be asked of it.

import { useEffect, useState } from "preact/hooks";
import { get, post } from "./ask";
import { type CallerIdUse, CallerIds } from "./callerids";
import { type HeldLaw, Laws } from "./laws";
import { Screening, type ScreeningFigures } from "./screening";
import { Dialog } from "./dialog";
import { Forecast } from "./forecast";
import { FromJourneys, Import } from "./import";
import { LeadPreview } from "./leads";
import { type LeadList, Lists } from "./lists";
import { Logo } from "./marks";
import { ThemeButton } from "./theme";

/** A row of `/api/campaigns`, as openapi.yaml describes it. */
export interface Campaign {
  id: string;
  queue: string;
  queueName: string | null;
  mode: string;
  state: string;
  limit: string;
  why: string;
  diallingStopped: boolean;
  lists: string[];
  leads: number;
  tried: number;
  contactPercent: number;
  dialable: number;
  ringing: number;
  waiting: number;
  talking: number;
  level: number;
  hopper: number;
  hopperIsMore: boolean;
  agentsWaiting: number;
  trunk: { id: string; legs: number; maxLegs: number; attestation?: string | undefined };
  idleSecondsPerConnect: number;
  progressiveIdleSecondsPerConnect: number;
  results: Results[];
  callerIds: CallerIdUse[];
  bounds: string[];
  spend?: { words: string } | undefined;
  laws: HeldLaw[];
  screening?: ScreeningFigures | undefined;
  pacing: { atMillis: number; sequence: number; words: string }[];
  today: { calls: number; answered: number; abandoned: number; abandonedPercent: number; limitPercent: number; dropGroup?: string; budget: number };
}

/** What came of attempts in the last minutes; how they ended by outcome. */
interface Results extends Record<string, number> {
  minutes: number;
  dialled: number;
  answered: number;
  connected: number;
}

interface Me {
  role: string;
}

const CAMPAIGNS_MILLIS = 1_000;
const LISTS_MILLIS = 5_000;

/** What may be asked of a campaign in a state, with the word on its button. */
const VERBS: Record<string, [string, string][]> = {
  draft: [["start", "Start"]],
  running: [
    ["pause", "Pause"],
    ["stop", "Close"],
  ],
  paused: [
    ["resume", "Resume"],
    ["stop", "Close"],
  ],
  exhausted: [
    ["start", "Start again"],
    ["pause", "Pause"],
    ["stop", "Close"],
  ],
};

/** Asks again and again while the page can be seen; the last answer stays where one does not come. */
function useAnswer<T>(path: string | undefined, millis: number, refused: () => void): [T | undefined, boolean, () => void] {
  const [body, setBody] = useState<T>();
  const [stale, setStale] = useState(false);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (path === undefined) {
      return;
    }
    let stopped = false;
    const ask = async () => {
      const told = await get<T>(path);
      if (stopped) {
        return;
      }
      if (told.status === 401) {
        refused();
      } else if (told.ok) {
        setBody(told.body);
      }
      setStale(!told.ok);
    };
    void ask();
    const again = setInterval(() => void (document.hidden || ask()), millis);
    return () => {
      stopped = true;
      clearInterval(again);
    };
  }, [path, millis, turn]);
  return [body, stale, () => setTurn((before) => before + 1)];
}

export function CampaignsPage({ refused }: { refused: () => void }) {
  const [me] = useAnswer<Me>("/api/me", 60_000, refused);
  const manages = me?.role === "supervisor" || me?.role === "admin";
  const [told, stale, askAgain] = useAnswer<{ campaigns: Campaign[] }>("/api/campaigns", CAMPAIGNS_MILLIS, refused);
  const [lists, , listsAgain] = useAnswer<{ lists: LeadList[] }>(manages ? "/api/lists" : undefined, LISTS_MILLIS, refused);
  const [problem, setProblem] = useState("");
  const [closing, setClosing] = useState<string>();
  const campaigns = told?.campaigns;
  const stopped = campaigns?.some((one) => one.diallingStopped) ?? false;
  const ask = async (path: string) => {
    const answer = await post(path, {});
    setProblem(answer.error);
    askAgain();
  };
  return (
    <div class="page">
      <header class="top">
        <h1>
          <Logo />
          Campaigns
        </h1>
        <span class="pulse">{stale ? "not live" : campaigns ? "live" : "connecting"}</span>
        <a class="quiet" href="#">
          Wallboard
        </a>
        <a class="quiet" href="#history">
          History
        </a>
        {manages && campaigns && campaigns.length > 0 && (
          <button type="button" class="halt" aria-pressed={stopped} onClick={() => ask(`/api/dialling/${stopped ? "allow" : "stop"}`)}>
            {stopped ? "Allow dialling again" : "Stop all dialling"}
          </button>
        )}
        <ThemeButton />
      </header>
      <p class="banner" role="status">
        {stale ? "The server does not answer; what stands here is old." : stopped ? "All dialling is stopped by hand." : ""}
      </p>
      <p class="wrong" role="alert">
        {problem}
      </p>
      <main class="campaigns">
        {campaigns?.length === 0 && <p class="empty">No campaigns yet: add one under campaigns: in ringmaster.yaml.</p>}
        {campaigns?.map((campaign) => (
          <section key={campaign.id} class={`campaign campaign-${campaign.state}`} data-campaign={campaign.id} aria-label={`Campaign ${campaign.id}`}>
            <header>
              <h2>{campaign.id}</h2>
              <span class="said">
                <b>{campaign.state}</b> · {campaign.mode} · queue <bdi>{campaign.queueName ?? campaign.queue}</bdi>
              </span>
            </header>
            <p class="why">{campaign.why}</p>
            {campaign.bounds.length > 0 && <p class="bounds">{campaign.bounds.join(" ")}</p>}
            {campaign.spend && <p class="bounds">Spent: {campaign.spend.words}.</p>}
            <Figures campaign={campaign} />
            <div class="dial-detail">
              <CarrierResults campaign={campaign} />
              <Pacing campaign={campaign} />
              <CallerIds uses={campaign.callerIds} attestation={campaign.trunk.attestation} />
              <Laws laws={campaign.laws} />
              <Screening figures={campaign.screening} />
            </div>
            {manages && (
              <div class="choice" role="group" aria-label={`What to do with ${campaign.id}`}>
                {(VERBS[campaign.state] ?? []).map(([verb, word]) => (
                  <button
                    type="button"
                    key={verb}
                    onClick={() => (verb === "stop" ? setClosing(campaign.id) : ask(`/api/campaigns/${encodeURIComponent(campaign.id)}/${verb}`))}
                  >
                    {word}
                  </button>
                ))}
                <a class="quiet" download href={`/api/campaigns/${encodeURIComponent(campaign.id)}/attempts.csv`}>
                  Results as CSV
                </a>
              </div>
            )}
            {manages && (
              <Lists lists={(lists?.lists ?? []).filter((one) => one.campaign === campaign.id)} changed={listsAgain} tell={setProblem} />
            )}
            {manages && campaign.lists.length > 0 && <LeadPreview campaign={campaign.id} />}
            {manages && campaign.state !== "closed" && <Forecast campaign={campaign.id} />}
            {manages && campaign.state !== "closed" && <Import campaign={campaign.id} loaded={listsAgain} />}
            {manages && campaign.state !== "closed" && <FromJourneys campaign={campaign.id} loaded={listsAgain} />}
          </section>
        ))}
      </main>
      {closing && (
        <Dialog title={`Close ${closing}?`} close={() => setClosing(undefined)}>
          <p>Nobody is dialled for it any more, and it cannot be started again. Calls that go on are finished.</p>
          <button
            type="button"
            onClick={() => {
              void ask(`/api/campaigns/${encodeURIComponent(closing)}/stop`);
              setClosing(undefined);
            }}
          >
            Close the campaign
          </button>
        </Dialog>
      )}
    </div>
  );
}

/** The modes that dial for agents who are not idle yet. */
const FORESEEING = ["power", "predictive"];

/** The words that people know from other dialers. */
function Figures({ campaign }: { campaign: Campaign }) {
  const { today, trunk } = campaign;
  const limited = campaign.limit.includes("abandon") || (today.answered > 0 && today.abandonedPercent > today.limitPercent);
  return (
    <dl class="dial-figures">
      <Figure name="level" word="dial level" value={campaign.level.toFixed(2)} />
      <Figure name="tried" word={`leads tried, of ${campaign.leads.toLocaleString()}`} value={campaign.tried.toLocaleString()} />
      <Figure name="contact" word="answered by people" value={`${campaign.contactPercent.toFixed(1)} %`} />
      <Figure name="dialable" word="dialable leads" value={campaign.dialable.toLocaleString()} />
      <Figure name="hopper" word="in hopper" value={campaign.hopper.toLocaleString() + (campaign.hopperIsMore ? "+" : "")} />
      <Figure name="ringing" word="ringing" value={String(campaign.ringing)} />
      <Figure name="waiting" word="answered, waiting" value={String(campaign.waiting)} />
      <Figure name="talking" word="talking" value={String(campaign.talking)} />
      <Figure name="agents" word="agents waiting" value={String(campaign.agentsWaiting)} />
      <Figure name="trunk" word={`trunk ${trunk.id}`} value={trunk.maxLegs > 0 ? `${trunk.legs} / ${trunk.maxLegs}` : String(trunk.legs)} />
      <Figure name="calls" word="calls today" value={today.calls.toLocaleString()} />
      <Figure name="abandoned" word="dropped / answered" value={`${today.abandoned} / ${today.answered}`} />
      <Figure
        name="percent"
        word={limited ? `dropped: at the limit of ${today.limitPercent} %` : `dropped, of ${today.limitPercent} % allowed`}
        value={`${today.abandonedPercent.toFixed(2)} %`}
        late={limited}
      />
      <Figure name="budget" word={today.dropGroup ? `drops left, group ${today.dropGroup}` : "drops left"} value={today.budget.toFixed(1)} late={today.budget < 0} />
      <Figure name="idle" word="idle s per connect" value={campaign.idleSecondsPerConnect.toFixed(1)} />
      {FORESEEING.includes(campaign.mode) && (
        <Figure name="progressive-idle" word="with a line per agent" value={campaign.progressiveIdleSecondsPerConnect.toFixed(1)} />
      )}
    </dl>
  );
}

/** The columns of carrier results: what the platform calls it, and what is said. */
const OUTCOMES: [string, string][] = [
  ["dialled", "dialled"],
  ["answered", "answered"],
  ["talked", "talked"],
  ["abandoned", "dropped"],
  ["hung-up", "hung up"],
  ["no-answer", "no answer"],
  ["busy", "busy"],
  ["unreachable", "dead"],
  ["congested", "congested"],
  ["callback", "callback"],
  ["lost", "lost"],
  ["machine", "machine"],
  ["message-left", "message left"],
];

function CarrierResults({ campaign }: { campaign: Campaign }) {
  return (
    <table class="carrier">
      <caption>Carrier results</caption>
      <thead>
        <tr>
          <th scope="col">last</th>
          {OUTCOMES.map(([name, word]) => (
            <th scope="col" key={name}>
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {campaign.results.map((one) => (
          <tr key={one.minutes} data-minutes={one.minutes}>
            <th scope="row">{one.minutes} min</th>
            {OUTCOMES.map(([name]) => (
              <td key={name} data-result={name}>
                {one[name] ?? 0}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Why it dials as it does: each change with what the pacer saw. */
function Pacing({ campaign }: { campaign: Campaign }) {
  return (
    <section class="pacing" aria-label={`Pacing of ${campaign.id}`}>
      <h3>Pacing changes</h3>
      <ol tabIndex={0}>
        {campaign.pacing.map((one) => (
          <li key={one.sequence}>
            <time dateTime={new Date(one.atMillis).toISOString()}>{new Date(one.atMillis).toLocaleTimeString()}</time> {one.words}
          </li>
        ))}
        {campaign.pacing.length === 0 && <li>Nothing yet.</li>}
      </ol>
    </section>
  );
}

function Figure({ name, word, value, late }: { name: string; word: string; value: string; late?: boolean }) {
  return (
    <div class={late ? "figure figure-late" : "figure"} data-figure={name}>
      <dt class="label">{word}</dt>
      <dd>
        <b>{value}</b>
      </dd>
    </div>
  );
}
