// SPDX-License-Identifier: Apache-2.0
// The leads of a campaign in numbers: where they stand, where they are, and when they may be called.

import { useState } from "preact/hooks";
import { get } from "./ask";

/** `/api/campaigns/{campaign}/leads`, as openapi.yaml describes it. */
interface Counts {
  phases: Record<string, number>;
  forbidden: number;
  zones: { zone: string; leads: number }[];
  day: string;
  zone: string;
  byHour: number[];
}

const MOST_ZONES = 12;

export function LeadPreview({ campaign }: { campaign: string }) {
  const [counts, setCounts] = useState<Counts>();
  const [problem, setProblem] = useState("");
  const look = async (open: boolean) => {
    if (open) {
      const told = await get<Counts>(`/api/campaigns/${encodeURIComponent(campaign)}/leads`);
      setProblem(told.error);
      setCounts(told.ok ? told.body : undefined);
    }
  };
  return (
    <details class="lead-preview" onToggle={(event) => void look(event.currentTarget.open)}>
      <summary>Leads by state, zone and hour</summary>
      <p class="wrong" role="alert">
        {problem}
      </p>
      {counts && (
        <div class="foreseen">
          <table class="ledger">
            <tbody>
              {Object.entries(counts.phases).map(([phase, leads]) => (
                <tr key={phase} data-phase={phase}>
                  <th scope="row">{phase}</th>
                  <td class="number">{leads.toLocaleString()}</td>
                </tr>
              ))}
              <tr data-phase="forbidden">
                <th scope="row">on a do-not-call list</th>
                <td class="number">{counts.forbidden.toLocaleString()}</td>
              </tr>
            </tbody>
          </table>
          <table class="ledger">
            <tbody>
              {counts.zones.slice(0, MOST_ZONES).map((one) => (
                <tr key={one.zone}>
                  <th scope="row">{one.zone || "zone not known"}</th>
                  <td class="number">{one.leads.toLocaleString()}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Hours counts={counts} />
        </div>
      )}
    </details>
  );
}

/** How many may be called in each hour, as bars with their numbers. */
function Hours({ counts }: { counts: Counts }) {
  const most = Math.max(1, ...counts.byHour);
  return (
    <figure class="hours">
      <figcaption class="label">
        May be called on {counts.day}, by the clocks of {counts.zone}
      </figcaption>
      <ol>
        {counts.byHour.map((leads, hour) => (
          <li key={hour} title={`${hour}:00: ${leads.toLocaleString()}`}>
            <span class="bar" style={{ height: `${(leads / most) * 3}rem` }} />
            <span>{hour}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
