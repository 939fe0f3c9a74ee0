// SPDX-License-Identifier: Apache-2.0
// What a detector said of a campaign's answered calls, and how far it was right.

/** A campaign's last 30 days. */
export interface ScreeningFigures {
  mode: string;
  humans: number;
  machines: number;
  unknown: number;
  givenUp: number;
  audited: number;
  people: number;
  falsePercent: number;
  leastFalsePercent: number;
  mostFalsePercent: number;
  mistakenToday: number;
}

/** Nothing for a campaign that never had a detector. */
export function Screening({ figures }: { figures: ScreeningFigures | undefined }) {
  if (!figures) {
    return null;
  }
  return (
    <table class="carrier screening">
      <caption>Screening ({figures.mode}), 30 days</caption>
      <thead>
        <tr>
          <th scope="col">people</th>
          <th scope="col">machines</th>
          <th scope="col">not told apart</th>
          <th scope="col">given up</th>
          <th scope="col">machines that were people</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>{figures.humans}</td>
          <td>{figures.machines}</td>
          <td>{figures.unknown}</td>
          <td>{figures.givenUp}</td>
          <td data-figure="false-machines">
            {figures.audited === 0
              ? "not known: nobody was asked"
              : `${figures.people} of ${figures.audited}: ${figures.falsePercent.toFixed(1)} % (${figures.leastFalsePercent.toFixed(1)} to ${figures.mostFalsePercent.toFixed(1)})`}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
