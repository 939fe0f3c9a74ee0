// SPDX-License-Identifier: Apache-2.0
// The numbers of the house that a campaign shows, and how each is answered.

/** A number of a campaign's pool within 24 hours, by all campaigns. */
export interface CallerIdUse {
  number: string;
  shown: number;
  ended: number;
  answered: number;
  answeredPercent: number;
  low: boolean;
}

/** Nothing for a campaign without a pool. */
export function CallerIds({ uses, attestation }: { uses: CallerIdUse[]; attestation: string | undefined }) {
  if (uses.length === 0) {
    return null;
  }
  return (
    <table class="carrier callerids">
      <caption>Caller ids in 24 hours, all campaigns{attestation && `; the trunk signs with ${attestation}`}</caption>
      <thead>
        <tr>
          <th scope="col">number</th>
          <th scope="col">shown</th>
          <th scope="col">answered</th>
          <th scope="col">rate</th>
        </tr>
      </thead>
      <tbody>
        {uses.map((one) => (
          <tr key={one.number} class={one.low ? "low" : undefined} data-callerid={one.number}>
            <th scope="row">{one.number}</th>
            <td>{one.shown}</td>
            <td>
              {one.answered} / {one.ended}
            </td>
            <td>{one.low ? `▼ ${one.answeredPercent.toFixed(1)} %, far less than the others` : `${one.answeredPercent.toFixed(1)} %`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
