// SPDX-License-Identifier: Apache-2.0

import { useEffect, useState } from "preact/hooks";
import { AgentList } from "./agents";
import type { Board } from "./board";
import { type Live, follow } from "./live";
import { Logo } from "./marks";
import { Network } from "./network";
import { QueueTile } from "./queues";
import { ThemeButton } from "./theme";
import { clock, timeOfDay, useSeconds } from "./time";

/** Two signs of life are two seconds apart; after this nobody should trust what is shown. */
const STALE_MILLIS = 5_000;

export function Wallboard({ refused }: { refused: () => void }) {
  const [live, setLive] = useState<Live>();
  useEffect(() => follow(setLive, refused), []);
  const now = useSeconds();
  const silentMillis = live?.board ? Math.max(0, now - live.heardAtMillis) : 0;
  const stale = live?.board !== undefined && (silentMillis > STALE_MILLIS || !live.open);
  const serverNow = now + (live?.clockOffsetMillis ?? 0);

  return (
    <div class={stale ? "page stale" : "page"} data-stale={stale}>
      <header class="top">
        <h1>
          <Logo />
          Ringmaster
        </h1>
        <span class="pulse">{stale ? "not live" : live?.board ? "live" : "connecting"}</span>
        <time class="clock">{timeOfDay(serverNow)}</time>
        <a class="quiet" href="#history">
          History
        </a>
        <ThemeButton />
        <LogoutButton done={refused} />
      </header>
      <p class="banner" role="status">
        {stale && `Connection lost. This is how it was at ${timeOfDay(live.heardAtMillis)}, ${clock(silentMillis)} ago.`}
        {!stale && live?.board && !live.board.well && "A part of the platform is not well: ./ringmaster doctor says which."}
      </p>
      {live?.board && <Shown board={live.board} nowMillis={stale ? live.heardAtMillis + live.clockOffsetMillis : serverNow} />}
    </div>
  );
}

function Shown({ board, nowMillis }: { board: Board; nowMillis: number }) {
  return (
    <main class="board">
      <section class="tiles" aria-label="Queues">
        {board.queues.length === 0 && <p class="empty">No queues yet: add one under queues: in ringmaster.yaml.</p>}
        {board.queues.map((queue) => (
          <QueueTile key={queue.id} queue={queue} nowMillis={nowMillis} />
        ))}
      </section>
      <AgentList agents={board.agents} telephones={board.telephones} nowMillis={nowMillis} />
      <Network nodes={board.nodes} trunks={board.trunks} calls={board.calls} />
    </main>
  );
}

function LogoutButton({ done }: { done: () => void }) {
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
