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
  /** How people read it; null where it has no name of its own. */
  name: string | null;
  strategy: string;
  waiting: number;
  longestWaitingSinceMillis: number | null;
  talking: number;
  /** Who is to be called back, and since when the first of them waits. */
  callbacks: number;
  oldestCallbackSinceMillis: number | null;
  /** Messages that nobody has heard. */
  messages: number;
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
    handled: number;
    averageHandleMillis: number;
    /** Of the above, whom we had dialled: in no service level and no average answer. */
    dialled: { joined: number; answered: number; answeredInTime: number; abandoned: number; abandonedShort: number };
  };
  serviceLevelMillis: number;
  /** How long who joins now is expected to wait, as a part of the above; null while nobody serves it. */
  pressure: number | null;
  /** How a supervisor has set the door; null where it goes by its calendar. */
  door: { open: boolean; untilMillis: number | null } | null;
  alarm: { level: AlarmLevel; cause: AlarmCause | null; sinceMillis: number | null };
}

/** How people read a queue. */
export function queueName(queue: { id: string; name: string | null }): string {
  return queue.name ?? queue.id;
}

/** How people read the queue of that id. */
export function nameOf(queues: QueueRow[], id: string): string {
  return queues.find((one) => one.id === id)?.name ?? id;
}

export type AlarmLevel = "calm" | "amber" | "red";
export type AlarmCause = "waiting" | "longest-wait" | "service-level";

/** A message that a caller left. */
export interface VoiceMessage {
  id: string;
  queue: string;
  queueName: string | null;
  state: "greeted" | "speaking" | "new" | "heard" | "called-back";
  number: string | null;
  name: string | null;
  leftMillis: number;
  durationMillis: number | null;
  heardBy: string | null;
  calledBackBy: string | null;
}

/** What is set for a queue. */
export interface LimitsRow {
  id: string;
  version: number;
  by: string | null;
  setAtMillis: number | null;
  waitingAmber: number;
  waitingRed: number;
  longestAmberMillis: number;
  longestRedMillis: number;
  levelTarget: number;
  levelAmber: number;
  levelRed: number;
  mutedUntilMillis: number | null;
  mutedBy: string | null;
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
  /** They must say what their contact was before they are free. */
  owes: boolean;
  /** How often they may still extend the wrap-up they are in. */
  extensions: number;
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
  /** It is in a call that is none of ours: nobody is offered there. */
  engaged: boolean;
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
  limits: LimitsRow[];
  agents: AgentRow[];
  trunks: TrunkRow[];
  telephones: TelephoneRow[];
  nodes: NodeRow[];
  /** Whom agents have parked, with masked numbers. */
  parked: CallRow[];
}

export interface LiveMessage extends Partial<Tables> {
  type: "snapshot" | "change" | "beat";
  sequence: number;
  atMillis: number;
  well: boolean;
  calls: number;
  gone?: Partial<Record<keyof Tables, string[]>>;
}

export interface CallRow {
  id: string;
  direction: string;
  dialled: string;
  trunk: string | null;
  caller: string | null;
  callerName: string | null;
  startedAtMillis: number | null;
  stage: "started" | "waiting" | "offered" | "talking" | "held" | "handed-on" | "parked" | "passed-on" | "overflowed" | "turned" | "ending" | "ended";
  stageSinceMillis: number | null;
  queue: string | null;
  queueName: string | null;
  agent: string | null;
  /** What became of it in its last queue so far. */
  outcome: "served" | "abandoned" | "sent-on" | null;
  /** Who handed it on or parked it last, and the place where it is parked. */
  handedBy: string | null;
  slot: number | null;
}

export interface Lane {
  id: string;
  role: string;
  party: string | null;
  beganMicros: number;
  answeredMicros: number | null;
  endedMicros: number | null;
  stays: { bridge: string; fromMicros: number; toMicros: number | null }[];
}

export interface Word {
  id: string;
  name: string | null;
  digit: number;
  /** How long such a pause may last; 0 for ever. Only pauses have it. */
  mostMillis?: number;
}

/** What is on an agent's desk. */
/** The lead that an agent looks at before it is dialled. */
export interface ShownLead {
  campaign: string;
  list: string;
  lead: number;
  sinceMillis: number;
  untilMillis: number | null;
  dialsAtEnd: boolean;
  /** It is being dialled. */
  wanted: boolean;
  tried: { outcome: string; times: number }[];
}

export interface DeskMessage {
  type: "desk" | "beat";
  atMillis: number;
  agent: AgentRow | null;
  attends: boolean;
  call: CallRow | null;
  /** Whom agents have parked: any agent may fetch one. */
  parked: CallRow[];
  work: { call: string; note: string; noteVersion: number; disposition: string | null; flags: number } | null;
  /** How far the conversation has come, where more is done with it than talking. */
  talk: string | null;
  /** Whether anything may be recorded here at all. */
  records: boolean;
  /** How the recording of the call stands; null where nothing of it was recorded. */
  recording: { state: "running" | "paused" | "secured" | "stopped"; recorded: boolean } | null;
  /** What the agent's telephone was refused since they were last rung. */
  refusal: { why: string; atMillis: number } | null;
  lead: ShownLead | null;
  /** What was shown last and was not called after all. */
  leadNotCalled: { campaign: string; list: string; lead: number; why: string; atMillis: number } | null;
  pauseReasons: Word[];
  dispositions: Word[];
}

export interface Contact {
  medium: string;
  beganAtMillis: number;
  endedAtMillis: number | null;
  outcome: string | null;
  queue: string | null;
  queueName: string | null;
  agent: string | null;
  disposition: string | null;
  note: string | null;
}

export interface Me {
  name: string;
  role: "viewer" | "agent" | "supervisor" | "admin";
  agent: string | null;
}
