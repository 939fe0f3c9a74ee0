// SPDX-License-Identifier: Apache-2.0

import { Mark } from "./marks";
import type { NodeRow, TrunkRow } from "./model";

/** What is wrong with a trunk, in words; empty for nothing. */
function trouble(trunk: TrunkRow): string {
  if (trunk.reach === "unreachable") {
    return ", carrier does not answer";
  }
  return trunk.registration === "unregistered" || trunk.registration === "rejected" ? `, ${trunk.registration}` : "";
}


/** Nodes and trunks in one line. */
export function Network({ nodes, trunks, calls }: { nodes: NodeRow[]; trunks: TrunkRow[]; calls: number }) {
  return (
    <footer class="network" aria-label="Nodes and trunks">
      <span data-figure="calls">
        <b>{calls}</b> {calls === 1 ? "call" : "calls"}
      </span>
      {nodes.map((node) => (
        <span key={node.id} class={`node node-${node.state}`} title={node.version ?? ""}>
          <Mark of={node.state} /> {node.id} {node.state}, {node.legs} {node.legs === 1 ? "leg" : "legs"}
        </span>
      ))}
      {trunks.map((trunk) => (
        <span key={trunk.id} class="trunk">
          {trunk.id}: {trunk.legsIn} in, {trunk.legsOut} out
          {trunk.maxLegs > 0 && ` of ${trunk.maxLegs}`}
          {trouble(trunk)}
        </span>
      ))}
    </footer>
  );
}
