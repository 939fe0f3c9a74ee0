// SPDX-License-Identifier: Apache-2.0
// The wallboard on a wall: no names, nothing to press, readable from across a room.

import { useEffect, useState } from "preact/hooks";
import { alarmedFigure, byAlarm, said, useAlarmSound, wakeSound } from "./alarms";
import { type History, useHistory } from "./halfhour";
import { type Live, follow } from "./live";
import { Logo } from "./marks";
import { queueName } from "./model";
import { figures, SetDoor } from "./queues";
import { Spark } from "./spark";
import { age, timeOfDay, useSeconds } from "./time";
import { freshness, trouble } from "./wallboard";

/** So many queues stand on a wall at once; more take turns, those with an alarm stay. */
const ROWS = 6;
const TURN_MILLIS = 12_000;

/** By a link, which ends one day. */
export function TvPage({ token }: { token: string }) {
  const [live, setLive] = useState<Live>();
  const [over, setOver] = useState(false);
  useEffect(() => follow(setLive, () => setOver(true), token), [token]);
  const history = useHistory(token);
  if (over) {
    return (
      <main class="login">
        <h1>This link is over.</h1>
        <p>A supervisor makes another under “Walls” on the wallboard.</p>
      </main>
    );
  }
  return <TvBoard live={live} history={history} />;
}

const SHAPES = { calm: "●", amber: "◆", red: "▲" };

export function TvBoard({ live, history }: { live: Live | undefined; history: History }) {
  const now = useSeconds();
  const fresh = freshness(live, now);
  // A wall's browser is started so that it may make sounds; where it may not, it stays silent.
  useEffect(() => void wakeSound(), []);
  const queues = [...(live?.board?.queues ?? [])].sort(byAlarm);
  const limits = live?.board?.limits ?? [];
  useAlarmSound(live?.board, fresh.nowMillis, true);
  const alarmed = queues.filter((queue) => queue.alarm.level !== "calm").slice(0, ROWS);
  const rest = queues.filter((queue) => !alarmed.includes(queue));
  const places = Math.max(1, ROWS - alarmed.length);
  const pages = Math.max(1, Math.ceil(rest.length / places));
  const page = Math.floor(now / TURN_MILLIS) % pages;
  const shown = alarmed.concat(alarmed.length === ROWS ? [] : rest.slice(page * places, (page + 1) * places));
  return (
    <div class={fresh.stale ? "page tv stale" : "page tv"} data-stale={fresh.stale}>
      <header class="top">
        <h1>
          <Logo />
          Ringmaster
        </h1>
        {pages > 1 && (
          <span>
            {page + 1} of {pages}
          </span>
        )}
        <span class="pulse">{fresh.stale ? "not live" : live?.board ? "live" : "connecting"}</span>
        <time class="clock">{timeOfDay(now + (live?.clockOffsetMillis ?? 0))}</time>
      </header>
      <p class="banner" role="status">
        {trouble(live, fresh)}
      </p>
      <main class="tv-queues">
        {live?.board && queues.length === 0 && <p class="empty">No queues yet.</p>}
        {shown.map((queue) => (
          <article key={queue.id} class={`tv-queue tile-${queue.alarm.level}`} aria-label={`Queue ${queueName(queue)}`} data-queue={queue.id} data-alarm={queue.alarm.level}>
            <header>
              <h2>
                <bdi>{queueName(queue)}</bdi>
              </h2>
              <span class="said">
                <span class="shape" aria-hidden="true">{SHAPES[queue.alarm.level]}</span> {said(queue)}
                <SetDoor queue={queue} />
              </span>
            </header>
            <div class="tv-figures">
              {figures(queue, limits.find((one) => one.id === queue.id), fresh.nowMillis).map(({ figure, label, value, note }) => (
                <div key={figure} class={`figure figure-${figure}`} data-alarmed={alarmedFigure(queue) === figure}>
                  <b data-figure={figure}>{value}</b>
                  <span class="label">{label}</span>
                  <Spark history={history} queue={queue.id} figure={figure} />
                  <span class="age">
                    {note ? `${note}, ` : ""}
                    {age(fresh.ageMillis)}
                  </span>
                </div>
              ))}
            </div>
          </article>
        ))}
      </main>
    </div>
  );
}
