// SPDX-License-Identifier: Apache-2.0
// What the server says, as openapi.yaml describes it.

export type AgentState =
  | "signed-out"
  | "signing-in"
  | "available"
  | "offered"
  | "on-call"
  | "wrap-up"
  | "paused";

export interface QueueRow {
  id: string;
  strategy: string;
  waiting: number;
  longestWaitingSinceMillis: number | null;
  talking: number;
  agents: Record<AgentState, number>;
  today: {
    joined: number;
    answered: number;
    answeredInTime: number;
    abandoned: number;
    abandonedShort: number;
    overflowed: number;
    averageWaitMillis: number;
    serviceLevel: number | null;
  };
  serviceLevelMillis: number;
}

export interface AgentRow {
  id: string;
  name: string | null;
  state: AgentState;
  sinceMillis: number | null;
  telephone: string | null;
  reason: string | null;
  pauseAsked: string | null;
  logoutAsked: boolean;
  wrapUpUntilMillis: number | null;
  call: string | null;
  queues: string[];
}

export type NodeSight = "connected" | "lost" | "fenced";

export interface TrunkRow {
  id: string;
  node: string;
  nodeState: NodeSight;
  legsIn: number;
  legsOut: number;
  maxLegs: number;
  legsPerSecond: number;
  reach: Reach;
  registration: "none" | "registered" | "unregistered" | "rejected";
}

export type Reach = "unknown" | "reachable" | "unreachable";

export interface TelephoneRow {
  id: string;
  node: string;
  use: string;
  reach: Reach;
  agent: string | null;
}

export interface NodeRow {
  id: string;
  state: NodeSight;
  version: string | null;
  startedAtMillis: number | null;
  sinceMillis: number | null;
  legs: number;
}

export interface Tables {
  queues: QueueRow[];
  agents: AgentRow[];
  trunks: TrunkRow[];
  telephones: TelephoneRow[];
  nodes: NodeRow[];
}

export interface LiveMessage extends Partial<Tables> {
  type: "snapshot" | "change" | "beat";
  sequence: number;
  atMillis: number;
  well: boolean;
  calls: number;
  gone?: Partial<Record<keyof Tables, string[]>>;
}

export interface Me {
  name: string;
  role: "viewer" | "agent" | "supervisor" | "admin";
  agent: string | null;
}
