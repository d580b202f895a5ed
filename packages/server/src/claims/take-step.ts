import {
  asksSchool,
  type ClaimStep,
  type DifferenceReason,
  differenceReasons,
  documentsWith,
  estimateOf,
  helpKinds,
  mayTake,
  missingOf,
  needReasons,
  paidParts,
  refusals,
  ruleOf,
  unexplained,
} from "@tuwai/domain/claims";
import { type CivilDate, parseCivilDate, readTimeOfDay } from "@tuwai/domain/time";
import { AppError, isUuid, readNote } from "#app";
import { freezeFamilies } from "#families";
import { change, type Operation, type Step, type Refused, refuse } from "#use-case";
import { type ClaimChange, type ClaimRow, updateClaim } from "./claim.store.ts";
import { listMarked } from "./claim-document.store.ts";
import { type AccidentFacts, readFacts, writeFacts } from "./claim-facts.store.ts";
import { insertPayments, listPayments, takePaymentBack } from "./claim-payment.store.ts";
import { insertStep, listSteps, type StepRow } from "./claim-step.store.ts";
import { moneyOf } from "./claim-money-of.ts";
import { audit, type ClaimAsked, requireClaim } from "./hold-claim.ts";
import { reckonClaim } from "./reckon-claim.ts";

export type StepReason =
  | "not-now"
  | "without-day"
  | "day-not-yet"
  | "day-before-event"
  | "without-reason"
  | "without-amount"
  | "without-part"
  | "documents-missing"
  | "differences-open"
  | "no-payment"
  | "no-rate";
export type StepOutcome = { readonly outcome: "taken" } | Refused<StepReason>;

/** A step as it is typed; each step reads the fields it needs. */
export type TypedStep = Operation &
  ClaimAsked & {
    /** What the writer saw; another is `stale`. */
    readonly version: number;
    readonly step: string;
    /** "YYYY-MM-DD": when it was handed in, answered, received. */
    readonly on?: string;
    /** "HH:MM" of the day on which BPJS was told. */
    readonly time?: string;
    readonly reason?: string;
    readonly part?: string;
    /** Received, part by part, whole rupiah. */
    readonly amounts?: Readonly<Record<string, number>>;
    readonly paymentId?: string;
    readonly note?: string;
    readonly facts?: AccidentFacts;
  };

/** Village and city gather the file and hand it in. Throws `not-found` and `stale`. */
export const helpWithClaim = change(
  { name: "claim.help", permission: "claim.help" },
  (step, input: TypedStep): Promise<StepOutcome> => take(step, input, "whoever-helps"),
);

/** What BPJS answered, what was received, how the case ended. Throws `not-found` and `stale`. */
export const answerClaim = change(
  { name: "claim.answer", permission: "claim.update_state" },
  (step, input: TypedStep): Promise<StepOutcome> => take(step, input, "whoever-answers"),
);

type Written = { readonly change?: ClaimChange; readonly details?: StepRow["details"] };
type Taking = (step: Step, row: ClaimRow, input: TypedStep) => Promise<Written | readonly StepReason[]>;

async function take(
  step: Step,
  input: TypedStep,
  by: "whoever-helps" | "whoever-answers",
): Promise<StepOutcome> {
  const row = await requireClaim(step, input, "hold");
  if (row.version !== input.version) throw new AppError("stale", { version: row.version });
  const name = Object.keys(takings).find((known): known is ClaimStep => known === input.step);
  if (name === undefined || ruleOf(name).by !== by || !mayTake(name, row.state))
    return refuse<StepReason>(step, "not-now");
  const written = await takings[name](step, row, input);
  if (isReasons(written)) return refuse<StepReason>(step, ...written);
  const { change = {}, details = {} } = written;
  const { to } = ruleOf(name);
  await updateClaim(step.tx, row, { ...(to === null ? {} : { state: to }), ...change }, step.today);
  const note = readNote(input.note ?? "") ?? null;
  const referenceId = await insertStep(step, row, { step: name, details, note });
  // One copy each time: what is handed in again may be another family by then.
  if (name === "hand-in")
    await freezeFamilies(step, { personIds: [row.personId] }, { why: "claim", referenceId });
  await audit(step, row, { step: name });
  return { outcome: "taken" };
}

const isReasons = (written: Written | readonly StepReason[]): written is readonly StepReason[] =>
  Array.isArray(written);

/** A day that has been, and not before the event. */
function dayOf({ today }: Step, row: ClaimRow, typed: string | undefined): CivilDate | readonly StepReason[] {
  const on = parseCivilDate(typed ?? "");
  if (on === undefined) return ["without-day"];
  if (on > today) return ["day-not-yet"];
  return on < (row.accidentOn ?? row.happenedOn) ? ["day-before-event"] : on;
}

const dated =
  (
    then: (on: CivilDate, row: ClaimRow, input: TypedStep, step: Step) => Promise<Written> | Written,
  ): Taking =>
  async (step, row, input) => {
    const on = dayOf(step, row, input.on);
    return typeof on === "string" ? then(on, row, input, step) : on;
  };

const whole = (n: number, most: number): boolean => Number.isSafeInteger(n) && n >= 0 && n <= most;

/** Whole months up to ten years, per cent up to a hundred, rupiah without fractions. */
function arePossible({ monthsUnable, disability, transport }: AccidentFacts): boolean {
  const percent = disability?.percent ?? 0;
  const isPart = disability !== undefined && disability.kind !== "total";
  return (
    whole(monthsUnable, 120) &&
    percent >= (isPart ? 1 : 0) &&
    percent <= 100 &&
    [transport.land, transport.sea, transport.air].every((paid) => whole(paid, 1_000_000_000))
  );
}

const takings: Readonly<Record<ClaimStep, Taking>> = {
  "tell-bpjs": async (step, row, input) => {
    const on = dayOf(step, row, input.on);
    if (typeof on !== "string") return on;
    const time = readTimeOfDay(input.time ?? "") ?? null;
    const at = new Date(`${on}T${time ?? "12:00"}:00+07:00`);
    if (at > step.now) return ["day-not-yet"];
    return { change: { toldBpjsAt: at }, details: { on, time } };
  },
  document: () => Promise.resolve(["not-now"]),
  facts: async (step, row, input) => {
    if (input.facts === undefined || !arePossible(input.facts)) return ["without-amount"];
    await writeFacts(step.tx, step.app.keys, row.id, input.facts);
    return { details: {} };
  },
  "hand-in": async (step, row, input) => {
    const on = dayOf(step, row, input.on);
    if (typeof on !== "string") return on;
    const marked = await listMarked(step.tx, row.id);
    const facts = await readFacts(step.tx, step.app.keys, row.id);
    const explanation = await reckonClaim(step, { ...row, handedInOn: on }, facts);
    const wantsSchool = asksSchool(explanation?.scholarship.children ?? []);
    if (missingOf(documentsWith(row.kind, wantsSchool, marked)).length > 0) return ["documents-missing"];
    if (explanation === null) return ["no-rate"];
    const estimate = estimateOf(explanation);
    return { change: { handedInOn: on, answeredOn: null, estimate }, details: { on, total: estimate.total } };
  },
  return: dated((on) => ({ details: { on } })),
  accept: dated((on) => ({ change: { answeredOn: on }, details: { on } })),
  pay: async (step, row, input) => {
    const on = dayOf(step, row, input.on);
    if (typeof on !== "string") return on;
    const paid = paidParts.flatMap((part) => {
      const amount = input.amounts?.[part] ?? 0;
      return amount === 0 ? [] : [{ part, amount, receivedOn: on }];
    });
    if (paid.length === 0 || paid.some(({ amount }) => !Number.isSafeInteger(amount) || amount < 0))
      return ["without-amount"];
    await insertPayments(step, row, paid);
    const total = paid.reduce((sum, { amount }) => sum + amount, 0);
    return { details: { on, total } };
  },
  "take-back": async (step, row, input) => {
    const { paymentId = "" } = input;
    const isTaken = isUuid(paymentId) && (await takePaymentBack(step, row, paymentId));
    if (!isTaken) return ["no-payment"];
    const left = await listPayments(step.tx, [row.id]);
    return { change: left.length === 0 ? { state: "accepted" } : {}, details: {} };
  },
  explain: async (_step, _row, input) => {
    const reason = differenceReasons.find((known: DifferenceReason) => known === input.reason);
    if (reason === undefined) return ["without-reason"];
    return input.part === undefined || input.part === ""
      ? ["without-part"]
      : { details: { part: input.part, reason } };
  },
  refuse: async (step, row, input) => {
    const on = dayOf(step, row, input.on);
    const refusal = refusals.find((known) => known === input.reason);
    if (typeof on !== "string") return on;
    if (refusal === undefined) return ["without-reason"];
    return { change: { refusal, answeredOn: on }, details: { on, reason: refusal } };
  },
  object: dated((on) => ({ change: { answeredOn: null }, details: { on } })),
  uphold: dated((on) => ({ change: { answeredOn: on }, details: { on } })),
  "in-need": async (_step, row, input) => {
    const needReason = needReasons.find((known) => known === input.reason);
    if (needReason === undefined || (needReason === "refused") !== (row.state === "refused"))
      return ["without-reason"];
    return { change: { needReason }, details: { reason: needReason } };
  },
  help: async (_step, _row, input) => {
    const kind = helpKinds.find((known) => known === input.reason);
    return kind === undefined ? ["without-reason"] : { details: { kind, on: input.on ?? null } };
  },
  close: async (step, row) => {
    const payments = await listPayments(step.tx, [row.id]);
    const money = moneyOf(row.estimate, payments, await listSteps(step.tx, row.id));
    if (row.state === "paid" && unexplained(money).length > 0) return ["differences-open"];
    return { change: { closedOn: step.today }, details: { before: row.state } };
  },
  reopen: async (step, row) => {
    const closed = (await listSteps(step.tx, row.id)).findLast(({ step: of }) => of === "close");
    const state = closed?.details["before"] === "paid" ? "paid" : "in-need";
    return { change: { state, closedOn: null } };
  },
};
