// SPDX-License-Identifier: Apache-2.0
// The presets of law that a campaign names, and what of them nobody has read in the rule itself.

/** A preset as of its date. */
export interface HeldLaw {
  name: string;
  date: string;
  title: string;
  values: { key: string; value: string; status: string; source: string }[];
}

/** Nothing for a campaign that names none. */
export function Laws({ laws }: { laws: HeldLaw[] }) {
  if (laws.length === 0) {
    return null;
  }
  return (
    <table class="carrier laws">
      <caption>Presets of law: engineering values, no legal advice</caption>
      <thead>
        <tr>
          <th scope="col">preset</th>
          <th scope="col">of</th>
          <th scope="col">verified</th>
          <th scope="col">not verified</th>
        </tr>
      </thead>
      <tbody>
        {laws.map((law) => (
          <tr key={law.name} data-law={law.name} title={law.title}>
            <th scope="row">{law.name}</th>
            <td>{law.date}</td>
            <td>{said(law, true)}</td>
            <td data-figure="not-verified">{said(law, false)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function said(law: HeldLaw, verified: boolean): string {
  return law.values
    .filter((one) => (one.status === "verified") === verified)
    .map((one) => `${one.key} ${one.value}`)
    .join("; ");
}
