import { claimDeadlines, type ClaimKind } from "#benefits";
import { addDays, type CivilDate, daysBetween } from "#time";
import { reportUntil } from "#incident-reports";
import type { ClaimState } from "./claim-steps.ts";

export type ClaimDays = {
  readonly kind: ClaimKind;
  /** Of a death its day, of an accident its day. */
  readonly happenedOn: CivilDate;
  /** Of a death at work: the day of the accident, from which reporting counts. */
  readonly accidentOn: CivilDate | null;
  /** Time of day of the accident, "HH:MM"; null where nobody knows it. */
  readonly happenedTime: string | null;
  /** When BPJS was told of the accident, epoch milliseconds. */
  readonly toldBpjsAt: number | null;
  readonly handedInOn: CivilDate | null;
  readonly answeredOn: CivilDate | null;
};

export type Clock = {
  readonly name: "report" | "answer" | "claim";
  readonly state: "running" | "in-time" | "late" | "not-begun";
  /** Epoch milliseconds for the report, which is counted to the minute; else a civil date. */
  readonly until: number | CivilDate | null;
  /** Minutes of the report that are left, else days; negative once it has passed; what was left, where it stopped. */
  readonly left: number | null;
};

/** The clocks of a case: reporting an accident (2 × 24 hours), BPJS's answer (working days), and the right itself (five years). */
export function clocksOf(days: ClaimDays, now: number, today: CivilDate): readonly Clock[] {
  return [...reportClock(days, now), answerClock(days, today), claimClock(days, today)];
}

function reportClock(
  { kind, happenedOn, accidentOn, happenedTime, toldBpjsAt }: ClaimDays,
  now: number,
): readonly Clock[] {
  const on = accidentOn ?? happenedOn;
  const reported = kind === "natural-death" ? "death" : kind;
  const time = accidentOn === null || accidentOn === happenedOn ? happenedTime : null;
  const until = reportUntil({ kind: reported, on, time });
  if (until === null) return [];
  const left = Math.floor((until - (toldBpjsAt ?? now)) / 60_000);
  const state = stateOf(toldBpjsAt !== null, left);
  return [{ name: "report", state, until, left }];
}

function answerClock({ kind, happenedOn, handedInOn, answeredOn }: ClaimDays, today: CivilDate): Clock {
  if (handedInOn === null) return { name: "answer", state: "not-begun", until: null, left: null };
  const { answerBy } = claimDeadlines(kind, happenedOn, handedInOn);
  const left = daysBetween(answeredOn ?? today, answerBy);
  return { name: "answer", state: stateOf(answeredOn !== null, left), until: answerBy, left };
}

function claimClock({ kind, happenedOn, handedInOn }: ClaimDays, today: CivilDate): Clock {
  const { claimBy } = claimDeadlines(kind, happenedOn, happenedOn);
  const left = daysBetween(handedInOn ?? today, claimBy);
  return { name: "claim", state: stateOf(handedInOn !== null, left), until: claimBy, left };
}

function stateOf(isStopped: boolean, left: number): Clock["state"] {
  if (left < 0) return "late";
  return isStopped ? "in-time" : "running";
}

/** A day's delay of an answer costs BPJS this part of what is due, paid to the heirs (PP 44/2015 art. 37 (3), reported). */
const lateShareOfDay = { numerator: 1, denominator: 100, mark: "reported" as const };

/** Rupiah that a late answer adds, whole rupiah rounded down. */
export function lateSum(amount: number, daysLate: number): number {
  const { numerator, denominator } = lateShareOfDay;
  return Math.floor((amount * Math.max(0, daysLate) * numerator) / denominator);
}

/** Days until whoever holds the file should have moved it: our own pace, a setting of practice and not of law. */
const paceDays: Readonly<Partial<Record<ClaimState, number>>> = {
  collecting: 14,
  returned: 7,
  refused: 14,
  objected: 30,
  accepted: 7,
  paid: 30,
  "in-need": 30,
};

export type Turn = {
  readonly owner: "village" | "city" | "bpjs" | "nobody";
  readonly dueOn: CivilDate | null;
};

/** Whose turn it is, and until when: by law while BPJS answers, by our own pace otherwise. */
export function turnOf(state: ClaimState, since: CivilDate, answerBy: CivilDate | null): Turn {
  const owner = owners[state];
  const days = paceDays[state];
  if (state === "handed-in") return { owner, dueOn: answerBy };
  return { owner, dueOn: days === undefined ? null : addDays(since, days) };
}

const owners: Readonly<Record<ClaimState, Turn["owner"]>> = {
  collecting: "village",
  "handed-in": "bpjs",
  returned: "village",
  accepted: "bpjs",
  paid: "city",
  refused: "city",
  objected: "bpjs",
  "in-need": "village",
  closed: "nobody",
  withdrawn: "nobody",
};
