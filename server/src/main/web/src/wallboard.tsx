// SPDX-License-Identifier: Apache-2.0

import { useEffect, useState } from "preact/hooks";
import { AgentList } from "./agents";
import { byAlarm, useAlarmSound, useSound } from "./alarms";
import { get } from "./ask";
import type { Board } from "./board";
import { Calls } from "./calls";
import { type Figure, type History, useHistory } from "./halfhour";
import { Limits } from "./limits";
import { type Later, LaterOf } from "./later";
import { Links } from "./links";
import { type Live, follow } from "./live";
import { Logo } from "./marks";
import { type Me, nameOf } from "./model";
import { Network } from "./network";
import { Parked } from "./parked";
import { QueueTile } from "./queues";
import { AgentSteering, QueueSteering } from "./steering";
import { ThemeButton } from "./theme";
import { clock, timeOfDay, useSeconds } from "./time";
import { TvBoard } from "./tv";

/** Two signs of life are two seconds apart; after this nobody should trust what is shown. */
const STALE_MILLIS = 5_000;

export interface Freshness {
  stale: boolean;
  ageMillis: number;
  /** The time of what is shown, by the server's clock. */
  nowMillis: number;
}

export function freshness(live: Live | undefined, now: number): Freshness {
  const ageMillis = live?.board ? Math.max(0, now - live.heardAtMillis) : 0;
  const stale = live?.board !== undefined && (ageMillis > STALE_MILLIS || !live.open);
  const at = stale ? live.heardAtMillis : now;
  return { stale, ageMillis, nowMillis: at + (live?.clockOffsetMillis ?? 0) };
}

/** What is wrong, for the line above the board; empty for nothing. */
export function trouble(live: Live | undefined, { stale, ageMillis }: Freshness): string {
  if (stale && live) {
    return `Connection lost. This is how it was at ${timeOfDay(live.heardAtMillis)}, ${clock(ageMillis)} ago.`;
  }
  return live?.board && !live.board.well ? "A part of the platform is not well: ./ringmaster doctor says which." : "";
}

export function Wallboard({ refused, tv }: { refused: () => void; tv: boolean }) {
  const [live, setLive] = useState<Live>();
  const [me, setMe] = useState<Me>();
  const [links, setLinks] = useState(false);
  useEffect(() => follow(setLive, refused), []);
  useEffect(() => void get<Me>("/api/me").then((told) => setMe(told.ok ? told.body : undefined)), []);
  const history = useHistory();
  const now = useSeconds();
  const fresh = freshness(live, now);
  const [sound, turnSound] = useSound();
  useAlarmSound(live?.board, fresh.nowMillis, sound);
  if (tv) {
    return <TvBoard live={live} history={history} />;
  }
  const supervises = me?.role === "supervisor" || me?.role === "admin";

  return (
    <div class={fresh.stale ? "page stale" : "page"} data-stale={fresh.stale}>
      <header class="top">
        <h1>
          <Logo />
          Ringmaster
        </h1>
        <span class="pulse">{fresh.stale ? "not live" : live?.board ? "live" : "connecting"}</span>
        <time class="clock">{timeOfDay(now + (live?.clockOffsetMillis ?? 0))}</time>
        <a class="quiet" href="#campaigns">
          Campaigns
        </a>
        <a class="quiet" href="#history">
          History
        </a>
        {me?.agent && (
          <a class="quiet" href="/desk">
            My desk
          </a>
        )}
        {supervises && (
          <button type="button" class="quiet" onClick={() => setLinks(true)}>
            Walls
          </button>
        )}
        <button type="button" class="quiet" aria-pressed={sound} onClick={turnSound}>
          {sound ? "Sound on" : "Sound off"}
        </button>
        <ThemeButton />
        <LogoutButton done={refused} />
      </header>
      <p class="banner" role="status">
        {trouble(live, fresh)}
      </p>
      {live?.board && <Shown board={live.board} history={history} fresh={fresh} supervises={supervises} />}
      {links && <Links close={() => setLinks(false)} />}
    </div>
  );
}

function Shown({ board, history, fresh, supervises }: { board: Board; history: History; fresh: Freshness; supervises: boolean }) {
  const [calls, setCalls] = useState<{ queue: string; figure: Figure }>();
  const [edited, setEdited] = useState<string>();
  const [door, setDoor] = useState<string>();
  const [later, setLater] = useState<{ queue: string; what: Later }>();
  const [steered, setSteered] = useState<string>();
  const limits = board.limits.find((one) => one.id === edited);
  const agent = board.agents.find((one) => one.id === steered);
  return (
    <main class="board">
      <section class="tiles" aria-label="Queues">
        {board.queues.length === 0 && <p class="empty">No queues yet: add one under queues: in ringmaster.yaml.</p>}
        {[...board.queues].sort(byAlarm).map((queue) => (
          <QueueTile
            key={queue.id}
            queue={queue}
            limits={board.limits.find((one) => one.id === queue.id)}
            history={history}
            nowMillis={fresh.nowMillis}
            ageMillis={fresh.ageMillis}
            open={(id, figure) => setCalls({ queue: id, figure })}
            later={supervises ? (id, what) => setLater({ queue: id, what }) : undefined}
          >
            {supervises && (
              <>
                <button type="button" class="quiet" onClick={() => setEdited(queue.id)}>
                  Thresholds
                </button>
                <button type="button" class="quiet" onClick={() => setDoor(queue.id)}>
                  Open or close
                </button>
              </>
            )}
          </QueueTile>
        ))}
      </section>
      <AgentList
        agents={board.agents}
        telephones={board.telephones}
        nowMillis={fresh.nowMillis}
        steer={supervises ? setSteered : undefined}
      />
      <Parked
        calls={board.parked}
        nowMillis={fresh.nowMillis}
        name={(id) => board.agents.find((one) => one.id === id)?.name ?? id}
      />
      <Network nodes={board.nodes} trunks={board.trunks} calls={board.calls} />
      {calls && (
        <Calls {...calls} name={nameOf(board.queues, calls.queue)} agents={board.agents} board={supervises ? board : undefined} nowMillis={fresh.nowMillis} close={() => setCalls(undefined)} />
      )}
      {later && <LaterOf {...later} name={nameOf(board.queues, later.queue)} nowMillis={fresh.nowMillis} close={() => setLater(undefined)} />}
      {door && <QueueSteering queue={door} name={nameOf(board.queues, door)} close={() => setDoor(undefined)} />}
      {agent && <AgentSteering agent={agent} queues={board.queues} telephones={board.telephones} close={() => setSteered(undefined)} />}
      {limits && <Limits key={limits.id} limits={limits} name={nameOf(board.queues, limits.id)} nowMillis={fresh.nowMillis} close={() => setEdited(undefined)} />}
    </main>
  );
}

export function LogoutButton({ done }: { done: () => void }) {
  const logout = async () => {
    await fetch("/api/logout", { method: "POST" }).catch(() => undefined);
    done();
  };
  return (
    <button type="button" class="quiet" onClick={logout}>
      Log out
    </button>
  );
}
