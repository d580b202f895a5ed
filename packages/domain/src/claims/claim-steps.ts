/** Where a case stands. `in-need`: nothing is due, or not enough, and the family is helped from elsewhere. */
export const claimStates = [
  "collecting",
  "handed-in",
  "returned",
  "accepted",
  "paid",
  "refused",
  "objected",
  "in-need",
  "closed",
  "withdrawn",
] as const;
export type ClaimState = (typeof claimStates)[number];

/** What people do with a case; opening, correcting and withdrawing follow from the report that it began with. */
export const claimSteps = [
  "tell-bpjs",
  "document",
  "facts",
  "hand-in",
  "return",
  "accept",
  "pay",
  "take-back",
  "explain",
  "refuse",
  "object",
  "uphold",
  "in-need",
  "help",
  "close",
  "reopen",
] as const;
export type ClaimStep = (typeof claimSteps)[number];
export type ClaimDeed = ClaimStep | "open" | "correct" | "withdraw" | "letter" | "look";

type Rule = {
  readonly from: readonly ClaimState[];
  /** Null: it stays where it is. */
  readonly to: ClaimState | null;
  /** Village and city gather the file; what BPJS answers is written by its officer or the city. */
  readonly by: "whoever-helps" | "whoever-answers";
};

const underWay: readonly ClaimState[] = ["collecting", "returned", "handed-in", "accepted", "objected"];

const rules: Readonly<Record<ClaimStep, Rule>> = {
  "tell-bpjs": { from: underWay, to: null, by: "whoever-helps" },
  document: { from: [...underWay, "paid", "refused"], to: null, by: "whoever-helps" },
  facts: { from: [...underWay, "paid"], to: null, by: "whoever-helps" },
  "hand-in": { from: ["collecting", "returned"], to: "handed-in", by: "whoever-helps" },
  return: { from: ["handed-in"], to: "returned", by: "whoever-answers" },
  accept: { from: ["handed-in", "objected"], to: "accepted", by: "whoever-answers" },
  pay: { from: ["accepted", "paid"], to: "paid", by: "whoever-answers" },
  "take-back": { from: ["paid"], to: null, by: "whoever-answers" },
  explain: { from: ["paid"], to: null, by: "whoever-answers" },
  refuse: { from: ["handed-in"], to: "refused", by: "whoever-answers" },
  object: { from: ["refused"], to: "objected", by: "whoever-answers" },
  uphold: { from: ["objected"], to: "refused", by: "whoever-answers" },
  "in-need": { from: ["collecting", "returned", "refused"], to: "in-need", by: "whoever-answers" },
  help: { from: ["in-need", "paid", "refused"], to: null, by: "whoever-helps" },
  close: { from: ["paid", "in-need"], to: "closed", by: "whoever-answers" },
  reopen: { from: ["closed"], to: null, by: "whoever-answers" },
};

/** Why somebody opens what is kept closed: name, note, cause. */
export const lookReasons = ["helping-family", "checking-file", "answering-family", "audit"] as const;
export type LookReason = (typeof lookReasons)[number];

/** The rule of a step; its target state is null where it changes none, or where it goes back to what was before. */
export const ruleOf = (step: ClaimStep): Rule => rules[step];

export const mayTake = (step: ClaimStep, state: ClaimState): boolean => rules[step].from.includes(state);

/** The steps that may be taken now, in the order in which they usually come. */
export const stepsFrom = (state: ClaimState): readonly ClaimStep[] =>
  claimSteps.filter((step) => mayTake(step, state));

/** Still open: somebody has to do something. */
export const isOpen = (state: ClaimState): boolean => state !== "closed" && state !== "withdrawn";

/** Of a list: what somebody works at, what waits for BPJS, who is helped from elsewhere, what is over. */
export const claimStages = ["to-do", "at-bpjs", "in-need", "over"] as const;
export type ClaimStage = (typeof claimStages)[number];

/** In which states a file waits for whom: what a desk counts as its own work. */
export const waitingStates = {
  village: ["collecting", "returned"],
  city: ["refused", "paid"],
  bpjs: ["handed-in", "accepted", "objected"],
} as const satisfies Readonly<Record<string, readonly ClaimState[]>>;

export const statesOfStage: Readonly<Record<ClaimStage, readonly ClaimState[]>> = {
  "to-do": [...waitingStates.village, ...waitingStates.city],
  "at-bpjs": waitingStates.bpjs,
  "in-need": ["in-need"],
  over: ["closed", "withdrawn"],
};

/** Why BPJS said no, as its letters word it; each shows which check at enrolment would have caught it. */
export const refusals = [
  "not-a-participant",
  "not-paid",
  "too-old",
  "not-working",
  "ill-at-enrolment",
  "dead-before-start",
  "not-work-accident",
  "heirs-unclear",
  "identity-differs",
  "documents-incomplete",
  "too-late",
  "other",
] as const;
export type Refusal = (typeof refusals)[number];

/** Why a case goes on without BPJS. */
export const needReasons = ["not-covered", "covered-too-short", "refused", "lapsed"] as const;
export type NeedReason = (typeof needReasons)[number];

/** What else reaches a family. */
export const helpKinds = [
  "bansos",
  "alms",
  "baznas",
  "village-fund",
  "city-fund",
  "school",
  "other",
] as const;
export type HelpKind = (typeof helpKinds)[number];
