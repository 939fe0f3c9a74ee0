// SPDX-License-Identifier: Apache-2.0
// The board of a past second: as it was shown then, or as it truly was.

import { useEffect, useState } from "preact/hooks";
import { AgentList } from "./agents";
import type { History } from "./halfhour";
import { Logo } from "./marks";
import type { AgentRow, CallRow, QueueRow } from "./model";
import { QueueTile } from "./queues";
import { ThemeButton } from "./theme";
import { clock } from "./time";

interface Then {
  atMillis: number;
  facts: number;
  queues: QueueRow[];
  agents: AgentRow[];
  calls: CallRow[];
}

/** What stood in the half hour before is not asked for. */
const NO_LINES: History = new Map();

const TRUTHS: [string, string][] = [
  ["shown", "as it was shown"],
  ["true", "as it truly was"],
];

export function PastPage({ refused }: { refused: () => void }) {
  const [at, setAt] = useState("");
  const [as, setAs] = useState("shown");
  const [then, setThen] = useState<Then>();
  const [wrong, setWrong] = useState("");
  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      const answer = await fetch(`/api/board?at=${encodeURIComponent(at)}&as=${as}`, { signal: stop.signal });
      if (answer.status === 401) {
        refused();
        return;
      }
      const told = (await answer.json()) as Then & { error?: string };
      setWrong(answer.ok ? "" : (told.error ?? "That cannot be told."));
      setThen(answer.ok ? told : undefined);
    };
    if (at !== "") {
      ask().catch(() => stop.signal.aborted || setWrong("The server cannot be reached."));
    }
    return () => stop.abort();
  }, [at, as]);

  return (
    <div class="page">
      <header class="top">
        <h1>
          <Logo />A past second
        </h1>
        <a class="quiet" href="#history">
          History
        </a>
        <a class="quiet" href="#">
          Wallboard
        </a>
        <ThemeButton />
      </header>
      <main class="board">
        <form class="asked" onSubmit={(event) => event.preventDefault()}>
          <label>
            When, by the site's clock
            <input type="datetime-local" step="1" value={at} onChange={(event) => setAt(event.currentTarget.value)} />
          </label>
          <label>
            What
            <select value={as} onChange={(event) => setAs(event.currentTarget.value)}>
              {TRUTHS.map(([truth, word]) => (
                <option key={truth} value={truth}>
                  {word}
                </option>
              ))}
            </select>
          </label>
        </form>
        <p class="banner" role="status">
          {wrong}
        </p>
        {then && <Board then={then} />}
      </main>
    </div>
  );
}

function Board({ then }: { then: Then }) {
  const { atMillis, facts, queues, agents, calls } = then;
  return (
    <>
      <p class="away">
        Made of {facts} facts. Its alarms and its lines of half an hour are not kept.
      </p>
      <section class="tiles" aria-label="Queues">
        {queues.map((queue) => (
          <QueueTile key={queue.id} queue={queue} limits={undefined} history={NO_LINES} nowMillis={atMillis} ageMillis={0} />
        ))}
      </section>
      <AgentList agents={agents} telephones={[]} nowMillis={atMillis} />
      {calls.length > 0 && (
        <table class="calls" aria-label="Calls">
          <thead>
            <tr>
              <th>Call</th>
              <th>Caller</th>
              <th>Stage</th>
              <th>For</th>
              <th>Queue</th>
              <th>Agent</th>
            </tr>
          </thead>
          <tbody>
            {calls.map((row) => (
              <tr key={row.id} data-past={row.id}>
                <td>{row.id}</td>
                <td>
                  <bdi>{row.caller ?? "unknown"}</bdi>
                </td>
                <td>{row.stage}</td>
                <td>{clock(atMillis - (row.stageSinceMillis ?? atMillis))}</td>
                <td><bdi>{row.queueName ?? row.queue ?? ""}</bdi></td>
                <td>{row.agent ?? ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
