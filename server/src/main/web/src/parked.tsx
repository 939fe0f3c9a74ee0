// SPDX-License-Identifier: Apache-2.0
// Whom agents have parked: where, since when, by whom. Who did not hear the place finds it here.

import type { CallRow } from "./model";
import { clock } from "./time";

export interface ParkedProps {
  calls: CallRow[];
  nowMillis: number;
  /** What an agent is called; their id without it. */
  name?: (agent: string) => string;
  /** Fetches one; nothing where the viewer cannot. */
  fetch?: ((slot: number) => void) | undefined;
}

/** In a few words, for lists of choices. */
export function parkedWords(call: CallRow, nowMillis: number): string {
  const by = call.handedBy ? `, by ${call.handedBy}` : "";
  return `${call.caller ?? "number withheld"}, for ${clock(nowMillis - (call.stageSinceMillis ?? nowMillis))}${by}`;
}

export function Parked({ calls, nowMillis, name = (agent) => agent, fetch }: ParkedProps) {
  if (calls.length === 0) {
    return null;
  }
  return (
    <section class="parked" aria-label="Parked callers">
      <h2>Parked callers</h2>
      <table class="calls">
        <thead>
          <tr>
            <th>Place</th>
            <th>Caller</th>
            <th>Parked for</th>
            <th>By</th>
            <th>Queue</th>
            {fetch && <th>What to do</th>}
          </tr>
        </thead>
        <tbody>
          {[...calls]
            .sort((a, b) => (a.slot ?? 0) - (b.slot ?? 0))
            .map((call) => (
              <tr key={call.id} data-parked={call.slot}>
                <td>{call.slot}</td>
                <td>
                  <bdi>{call.caller ?? "number withheld"}</bdi>
                </td>
                <td>{clock(nowMillis - (call.stageSinceMillis ?? nowMillis))}</td>
                <td>
                  <bdi>{call.handedBy === null ? "" : name(call.handedBy)}</bdi>
                </td>
                <td>{call.queue ?? ""}</td>
                {fetch && (
                  <td>
                    <button type="button" aria-label={`Fetch from ${call.slot}`} onClick={() => fetch(call.slot ?? 0)}>
                      Fetch
                    </button>
                  </td>
                )}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
