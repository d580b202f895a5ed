import type { Group } from "#grants";
import type { VillageKind } from "./commitment-group.ts";
import { type CommitmentSource, mayFund } from "./fund-source.ts";

export const commitmentStates = [
  "belum",
  "rancangan",
  "dinyatakan",
  "masuk-rkpdes",
  "masuk-rapbdes",
  "dievaluasi-sesuai",
  "dievaluasi-perlu-diperbaiki",
  "ditetapkan",
  "cair-sebagian",
  "lunas",
  "ditarik",
] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** Two amounts that never overwrite each other. */
export type Budget = "initial" | "changed";

/** One group of one village in one year: what was promised, budgeted and paid, in rupiah. */
export type Commitment = {
  readonly kind: VillageKind;
  readonly year: number;
  readonly group: Group;
  readonly state: CommitmentState;
  readonly heads: number;
  readonly months: number;
  readonly promised: number;
  readonly source: CommitmentSource | null;
  readonly account: string | null;
  readonly isLocked: boolean;
  /** The line in the draft of a budget that is not in force yet. */
  readonly draft: { readonly budget: Budget; readonly amount: number } | null;
  readonly initial: number | null;
  readonly changed: number | null;
  readonly paid: number;
};

/** The paper that shows a step. */
export type StepPaper = { readonly number: string; readonly on: string };

type Promised = Pick<Commitment, "heads" | "months" | "promised" | "source">;
export type CommitmentStep =
  | ({ readonly step: "draft" | "declare"; readonly reason: string | null } & Promised)
  | { readonly step: "plan"; readonly paper: StepPaper | null }
  | {
      readonly step: "draft-budget";
      readonly budget: Budget;
      readonly amount: number;
      readonly paper: StepPaper | null;
    }
  | {
      readonly step: "evaluate";
      readonly fits: boolean;
      readonly reason: string | null;
      readonly paper: StepPaper | null;
    }
  | {
      readonly step: "settle";
      readonly budget: Budget;
      readonly amount: number;
      readonly account: string | null;
      readonly paper: StepPaper | null;
    }
  | { readonly step: "pay"; readonly amount: number; readonly paper: StepPaper | null }
  | { readonly step: "withdraw"; readonly reason: string | null };

export type StepReason =
  | "not-now"
  | "not-of-kelurahan"
  | "evidence-missing"
  | "reason-missing"
  | "heads-missing"
  | "months-missing"
  | "amount-missing"
  | "source-missing"
  | "source-barred"
  | "account-missing"
  | "initial-stands"
  | "less-than-paid"
  | "more-than-budgeted"
  | "changes-nothing";

export type StepAnswer =
  | { readonly outcome: "taken"; readonly commitment: Commitment }
  | { readonly outcome: "refused"; readonly reasons: readonly StepReason[] };

const inForce: readonly CommitmentState[] = ["ditetapkan", "cair-sebagian"];
const drafted: readonly CommitmentState[] = [
  "masuk-rapbdes",
  "dievaluasi-sesuai",
  "dievaluasi-perlu-diperbaiki",
];

/** From where a step may be taken. */
const from: Readonly<Record<CommitmentStep["step"], readonly CommitmentState[]>> = {
  draft: ["belum", "rancangan", "ditarik"],
  declare: [
    "belum",
    "rancangan",
    "dinyatakan",
    "masuk-rkpdes",
    ...drafted,
    "ditetapkan",
    "cair-sebagian",
    "ditarik",
  ],
  plan: ["dinyatakan"],
  "draft-budget": ["dinyatakan", "masuk-rkpdes", ...drafted, ...inForce],
  // Also what a draft lacks altogether is evaluated.
  evaluate: ["dinyatakan", "masuk-rkpdes", "masuk-rapbdes", ...inForce],
  settle: ["dinyatakan", ...drafted, ...inForce],
  pay: inForce,
  withdraw: ["rancangan", "dinyatakan", "masuk-rkpdes", ...drafted, "ditetapkan"],
};

/** What a commitment is before anybody said anything. */
export const noCommitment = (of: Pick<Commitment, "kind" | "year" | "group">): Commitment => ({
  ...of,
  state: "belum",
  heads: 0,
  months: 0,
  promised: 0,
  source: null,
  account: null,
  isLocked: false,
  draft: null,
  initial: null,
  changed: null,
  paid: 0,
});

/** What is budgeted now: the change where there is one. */
export const budgetOf = ({ initial, changed }: Pick<Commitment, "initial" | "changed">): number | null =>
  changed ?? initial;

/** Takes one step, or says everything that stands against it. */
export function takeStep(now: Commitment, step: CommitmentStep): StepAnswer {
  const reasons = [
    ...(from[step.step].includes(now.state) ? [] : (["not-now"] as const)),
    ...reasonsAgainst(now, step),
  ];
  if (reasons.length > 0) return { outcome: "refused", reasons };
  return { outcome: "taken", commitment: after(now, step) };
}

function reasonsAgainst(now: Commitment, step: CommitmentStep): readonly StepReason[] {
  switch (step.step) {
    case "draft":
    case "declare":
      return againstPromise(now, step);
    case "plan":
      return [...onlyOfDesa(now), ...paperOf(step)];
    case "draft-budget":
      return [...onlyOfDesa(now), ...againstBudget(now, step), ...paperOf(step)];
    case "evaluate":
      return [...onlyOfDesa(now), ...againstEvaluation(now, step), ...paperOf(step)];
    case "settle":
      return [
        ...(now.kind === "desa" && now.state === "dinyatakan" ? (["not-now"] as const) : []),
        ...(step.account === null ? (["account-missing"] as const) : []),
        ...againstBudget(now, step),
        ...paperOf(step),
      ];
    case "pay":
      return [
        ...(step.amount > 0 ? [] : (["amount-missing"] as const)),
        ...(now.paid + step.amount > (budgetOf(now) ?? 0) ? (["more-than-budgeted"] as const) : []),
        ...paperOf(step),
      ];
    case "withdraw":
    default:
      return reasonOf(step.reason);
  }
}

const onlyOfDesa = ({ kind }: Commitment): readonly StepReason[] =>
  kind === "kelurahan" ? ["not-of-kelurahan"] : [];
const paperOf = ({ paper }: { readonly paper: StepPaper | null }): readonly StepReason[] =>
  paper === null ? ["evidence-missing"] : [];
const reasonOf = (reason: string | null): readonly StepReason[] =>
  reason === null ? ["reason-missing"] : [];

function againstPromise(
  now: Commitment,
  step: Promised & { readonly reason: string | null } & { step: string },
) {
  const { heads, months, promised, source } = step;
  const isSame =
    now.heads === heads && now.months === months && now.promised === promised && now.source === source;
  const isDeclared = !["belum", "rancangan", "ditarik"].includes(now.state);
  const verdict = source === null ? null : mayFund({ ...now, source }).verdict;
  return [
    ...(heads > 0 ? [] : (["heads-missing"] as const)),
    ...(months >= 1 && months <= 12 ? [] : (["months-missing"] as const)),
    ...(promised > 0 ? [] : (["amount-missing"] as const)),
    ...(source === null && step.step === "declare" ? (["source-missing"] as const) : []),
    ...(verdict === "barred" ? (["source-barred"] as const) : []),
    ...(promised < now.paid ? (["less-than-paid"] as const) : []),
    ...(now.isLocked ? reasonOf(step.reason) : []),
    ...(isSame && isDeclared ? (["changes-nothing"] as const) : []),
  ];
}

function againstBudget(
  now: Commitment,
  { budget, amount, step }: { readonly budget: Budget; readonly amount: number; readonly step: string },
): readonly StepReason[] {
  return [
    ...(amount > 0 || step === "draft-budget" ? [] : (["amount-missing"] as const)),
    ...(budget === "initial" && now.initial !== null ? (["initial-stands"] as const) : []),
    ...(amount < now.paid ? (["less-than-paid"] as const) : []),
  ];
}

function againstEvaluation(
  now: Commitment,
  { fits, reason }: { readonly fits: boolean; readonly reason: string | null },
): readonly StepReason[] {
  const isShort = (now.draft?.amount ?? 0) < now.promised;
  return [
    ...(now.draft === null && (fits || isInForce(now)) ? (["not-now"] as const) : []),
    ...(!fits || isShort ? reasonOf(reason) : []),
  ];
}

function after(now: Commitment, step: CommitmentStep): Commitment {
  switch (step.step) {
    case "draft":
    case "declare": {
      const { heads, months, promised, source } = step;
      const isEarly = ["belum", "rancangan", "ditarik"].includes(now.state);
      const first = step.step === "draft" ? "rancangan" : "dinyatakan";
      const next = { ...now, heads, months, promised, source };
      return isEarly ? { ...next, state: first } : paidState(next);
    }
    case "plan":
      return { ...now, state: "masuk-rkpdes" };
    case "draft-budget": {
      const next = { ...now, draft: { budget: step.budget, amount: step.amount } };
      return isInForce(now) ? next : { ...next, state: "masuk-rapbdes" };
    }
    case "evaluate":
      if (isInForce(now)) return now;
      return { ...now, state: step.fits ? "dievaluasi-sesuai" : "dievaluasi-perlu-diperbaiki" };
    case "settle":
      return paidState({
        ...now,
        account: step.account,
        draft: null,
        ...(step.budget === "initial" ? { initial: step.amount } : { changed: step.amount }),
        state: "ditetapkan",
      });
    case "pay":
      return paidState({ ...now, paid: now.paid + step.amount });
    case "withdraw":
    default:
      return { ...now, state: "ditarik", draft: null };
  }
}

const isInForce = ({ state }: Commitment) => inForce.includes(state);

/** What was paid: as the books have it where anything is booked, else as the village typed it; neither writes over the other. */
export const withBooked = (now: Commitment, booked: number | null): Commitment =>
  booked === null ? now : paidState({ ...now, state: stateToPay(now.state), paid: booked });

const stateToPay = (state: CommitmentState): CommitmentState => (state === "lunas" ? "cair-sebagian" : state);

/** Where a budget is in force, the money says the state; whole is only what was promised. */
function paidState(now: Commitment): Commitment {
  if (!isInForce(now)) return now;
  const state =
    now.paid >= now.promised ? "lunas" : now.paid > 0 ? ("cair-sebagian" as const) : ("ditetapkan" as const);
  return { ...now, state };
}

export type Stages = { readonly promised: number; readonly budgeted: number; readonly paid: number };

/** Each stage at most what the stage before it was: money moves on, it is never added. Withdrawn and not yet declared count nothing. */
export function stagesOf(
  now: Pick<Commitment, "state" | "promised" | "initial" | "changed" | "paid">,
): Stages {
  if (["belum", "rancangan", "ditarik"].includes(now.state)) return { promised: 0, budgeted: 0, paid: 0 };
  const budgeted = Math.min(budgetOf(now) ?? 0, now.promised);
  return { promised: now.promised, budgeted, paid: Math.min(now.paid, budgeted) };
}

/** A village stands where the least of its groups stands; groups that nobody promised do not hold it back. */
export function stateOfVillage(groups: readonly CommitmentState[]): CommitmentState {
  const promised = groups.filter((state) => !["belum", "rancangan", "ditarik"].includes(state));
  if (promised.length > 0) return commitmentStates.find((state) => promised.includes(state)) ?? "dinyatakan";
  return (["rancangan", "ditarik"] as const).find((state) => groups.includes(state)) ?? "belum";
}
