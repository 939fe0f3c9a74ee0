// SPDX-License-Identifier: Apache-2.0
// The lists of a campaign: what became of each row of the file, the rejected ones to download, and how to take one back.

import { post } from "./ask";

export interface Ledger {
  rows: number;
  loaded: number;
  rejected: number;
  numbers: number;
  numbersLeftOut: number;
  postalCodesUnknown: number;
  kinds: { kind: string; why: string; rows: number }[];
}

export interface LeadList {
  id: string;
  use: string;
  campaign: string;
  fileName: string;
  leads: number;
  called: boolean;
  author: string;
  loadedAtMillis: number;
  ledger: Ledger;
}

/** Rows read = loaded + each kind of rejected; each kind can be downloaded where the list is known. */
export function LedgerTable({ ledger, list }: { ledger: Ledger; list?: string | undefined }) {
  return (
    <table class="ledger">
      <tbody>
        <tr>
          <th scope="row">rows read</th>
          <td class="number">{ledger.rows.toLocaleString()}</td>
        </tr>
        <tr>
          <th scope="row">= loaded</th>
          <td class="number">{ledger.loaded.toLocaleString()}</td>
        </tr>
        {ledger.kinds.map((one) => (
          <tr key={one.kind}>
            <th scope="row">
              + {list === undefined ? one.why : <a href={`/api/lists/${encodeURIComponent(list)}/rejects/${one.kind}`}>{one.why}</a>}
            </th>
            <td class="number">{one.rows.toLocaleString()}</td>
          </tr>
        ))}
        <Remark rows={ledger.postalCodesUnknown} words="loaded with a postal code that is not in the table" kind="postal-codes-unknown" list={list} />
      </tbody>
    </table>
  );
}

/** Of the loaded rows; it adds nothing to the sum. */
function Remark({ rows, words, kind, list }: { rows: number; words: string; kind: string; list?: string | undefined }) {
  if (!rows) {
    return null;
  }
  return (
    <tr>
      <th scope="row">of them {list === undefined ? words : <a href={`/api/lists/${encodeURIComponent(list)}/rejects/${kind}`}>{words}</a>}</th>
      <td class="number">{rows.toLocaleString()}</td>
    </tr>
  );
}

interface ListsProps {
  lists: LeadList[];
  changed: () => void;
  tell: (problem: string) => void;
}

export function Lists({ lists, changed, tell }: ListsProps) {
  const undo = async (id: string) => {
    tell((await post(`/api/lists/${encodeURIComponent(id)}/undo`, {})).error);
    changed();
  };
  return (
    <ul class="lists" aria-label="Lists">
      {lists.map((one) => (
        <li key={one.id} data-list={one.id}>
          <details>
            <summary>
              <bdi>{one.fileName}</bdi> · {one.leads.toLocaleString()} {one.use === "do-not-call" ? "numbers not to call" : "leads"}
              {one.ledger.rejected > 0 && ` · ${one.ledger.rejected.toLocaleString()} rejected`}
            </summary>
            <LedgerTable ledger={one.ledger} list={one.id} />
            <p>
              Loaded by {one.author}, <time>{new Date(one.loadedAtMillis).toLocaleString()}</time>.{" "}
              {one.called ? (
                "Somebody was called from it."
              ) : (
                <button type="button" class="quiet" onClick={() => undo(one.id)}>
                  Take it back
                </button>
              )}
            </p>
          </details>
        </li>
      ))}
    </ul>
  );
}
