import { array, assert, boolean, constantFrom, integer, option, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  budgetOf,
  type Commitment,
  type CommitmentState,
  commitmentStates,
  type CommitmentStep,
  noCommitment,
  stagesOf,
  takeStep,
} from "./take-step.ts";

const paper = { number: "188/12/2026", on: "2026-11-02" };
const promise = { heads: 8, months: 12, promised: 1_612_800, source: "add", reason: null } as const;
const bare = noCommitment({ kind: "desa", year: 2027, group: "rt-rw" });
const steps = {
  draft: { step: "draft", ...promise },
  declare: { step: "declare", ...promise, heads: 9, promised: 1_814_400 },
  plan: { step: "plan", paper },
  "draft-budget": { step: "draft-budget", budget: "changed", amount: 1_612_800, paper },
  evaluate: { step: "evaluate", fits: false, reason: "baris tidak ada", paper },
  settle: { step: "settle", budget: "changed", amount: 1_612_800, account: "5.1.3.91", paper },
  pay: { step: "pay", amount: 134_400, paper },
  withdraw: { step: "withdraw", reason: "salah ketik" },
} as const satisfies Record<CommitmentStep["step"], CommitmentStep>;
type Name = keyof typeof steps;
const names = Object.keys(steps) as readonly Name[];

/** A commitment that stands in that state. */
const at = (state: CommitmentState, over: Partial<Commitment> = {}): Commitment => {
  if (state === "belum") return { ...bare, ...over };
  const isBudgeted = ["ditetapkan", "cair-sebagian", "lunas"].includes(state);
  return {
    ...bare,
    ...promise,
    state,
    initial: isBudgeted ? 1_612_800 : null,
    draft:
      isBudgeted || ["masuk-rapbdes", "dievaluasi-sesuai", "dievaluasi-perlu-diperbaiki"].includes(state)
        ? { budget: "changed", amount: 1_612_800 }
        : null,
    paid: state === "lunas" ? 1_612_800 : state === "cair-sebagian" ? 134_400 : 0,
    ...over,
  };
};
const take = (now: Commitment, step: CommitmentStep) => takeStep(now, step);
const reasons = (now: Commitment, step: CommitmentStep) => {
  const answer = take(now, step);
  return answer.outcome === "refused" ? answer.reasons : [];
};

/** Where each step leads from each state; what is not named is refused as not now. */
const leads: Readonly<Record<Name, Partial<Record<CommitmentState, CommitmentState>>>> = {
  draft: { belum: "rancangan", rancangan: "rancangan", ditarik: "rancangan" },
  declare: {
    belum: "dinyatakan",
    rancangan: "dinyatakan",
    ditarik: "dinyatakan",
    dinyatakan: "dinyatakan",
    "masuk-rkpdes": "masuk-rkpdes",
    "masuk-rapbdes": "masuk-rapbdes",
    "dievaluasi-sesuai": "dievaluasi-sesuai",
    "dievaluasi-perlu-diperbaiki": "dievaluasi-perlu-diperbaiki",
    ditetapkan: "ditetapkan",
    "cair-sebagian": "cair-sebagian",
  },
  plan: { dinyatakan: "masuk-rkpdes" },
  "draft-budget": {
    dinyatakan: "masuk-rapbdes",
    "masuk-rkpdes": "masuk-rapbdes",
    "masuk-rapbdes": "masuk-rapbdes",
    "dievaluasi-sesuai": "masuk-rapbdes",
    "dievaluasi-perlu-diperbaiki": "masuk-rapbdes",
    ditetapkan: "ditetapkan",
    "cair-sebagian": "cair-sebagian",
  },
  evaluate: {
    dinyatakan: "dievaluasi-perlu-diperbaiki",
    "masuk-rkpdes": "dievaluasi-perlu-diperbaiki",
    "masuk-rapbdes": "dievaluasi-perlu-diperbaiki",
    ditetapkan: "ditetapkan",
    "cair-sebagian": "cair-sebagian",
  },
  settle: {
    "masuk-rapbdes": "ditetapkan",
    "dievaluasi-sesuai": "ditetapkan",
    "dievaluasi-perlu-diperbaiki": "ditetapkan",
    ditetapkan: "ditetapkan",
    "cair-sebagian": "cair-sebagian",
  },
  pay: { ditetapkan: "cair-sebagian", "cair-sebagian": "cair-sebagian" },
  withdraw: {
    rancangan: "ditarik",
    dinyatakan: "ditarik",
    "masuk-rkpdes": "ditarik",
    "masuk-rapbdes": "ditarik",
    "dievaluasi-sesuai": "ditarik",
    "dievaluasi-perlu-diperbaiki": "ditarik",
    ditetapkan: "ditarik",
  },
};

test.each(names.flatMap((step) => commitmentStates.map((state) => [step, state] as const)))(
  "%s from %s leads where the table says, or is refused",
  (step, state) => {
    const answer = take(at(state), steps[step]);
    const expected = leads[step][state];
    if (expected === undefined)
      expect(answer).toMatchObject({ reasons: expect.arrayContaining(["not-now"]) });
    else expect(answer).toMatchObject({ outcome: "taken", commitment: { state: expected } });
  },
);

describe("what a step needs", () => {
  test("every step on paper names the paper", () => {
    for (const step of ["plan", "draft-budget", "evaluate", "settle", "pay"] as const) {
      const state = step === "pay" ? "ditetapkan" : step === "plan" ? "dinyatakan" : "masuk-rapbdes";
      expect(reasons(at(state), { ...steps[step], paper: null })).toEqual(["evidence-missing"]);
    }
  });

  test("without an account code a commitment is declared, and not put in force", () => {
    expect(reasons(at("dinyatakan"), steps.declare)).toEqual([]);
    expect(reasons(at("dievaluasi-sesuai"), { ...steps.settle, account: null })).toEqual(["account-missing"]);
  });

  test("heads, months, amount and a source that the year does not bar", () => {
    const nothing = { ...steps.declare, heads: 0, months: 13, promised: 0, source: null };
    expect(reasons(at("belum"), nothing)).toEqual([
      "heads-missing",
      "months-missing",
      "amount-missing",
      "source-missing",
    ]);
    const of2024 = at("belum", { year: 2024 });
    expect(reasons(of2024, { ...steps.declare, source: "dana-desa" })).toEqual(["source-barred"]);
  });

  test("a locked promise changes with a reason only, and never to what it is", () => {
    const locked = at("dinyatakan", { isLocked: true });
    expect(reasons(locked, steps.declare)).toEqual(["reason-missing"]);
    expect(reasons(locked, { ...steps.declare, reason: "kader bertambah" })).toEqual([]);
    expect(reasons(at("dinyatakan"), { ...steps.declare, ...promise })).toEqual(["changes-nothing"]);
  });

  test("a draft with less than was promised fits only with a reason", () => {
    const short = at("masuk-rapbdes", { draft: { budget: "initial", amount: 1_000_000 } });
    expect(reasons(short, { ...steps.evaluate, fits: true, reason: null })).toEqual(["reason-missing"]);
    expect(reasons(at("masuk-rapbdes"), { ...steps.evaluate, fits: true, reason: null })).toEqual([]);
  });

  test("a kelurahan goes from its word to the city's budget, and has no village plan, draft or evaluation", () => {
    const ward = at("dinyatakan", { kind: "kelurahan", source: "apbd" });
    for (const step of ["plan", "draft-budget", "evaluate"] as const)
      expect(reasons(ward, steps[step])).toEqual(["not-of-kelurahan"]);
    expect(take(ward, { ...steps.settle, budget: "initial" })).toMatchObject({
      commitment: { state: "ditetapkan", initial: 1_612_800 },
    });
  });
});

describe("two budgets", () => {
  test("stand beside each other: the change counts, the first stays", () => {
    const first = at("ditetapkan", { draft: null });
    const answer = take(first, { ...steps.settle, amount: 1_000_000 });
    if (answer.outcome !== "taken") throw new Error(JSON.stringify(answer));
    expect(answer.commitment).toMatchObject({ initial: 1_612_800, changed: 1_000_000 });
    expect(budgetOf(answer.commitment)).toBe(1_000_000);
    expect(reasons(first, { ...steps.settle, budget: "initial" })).toEqual(["initial-stands"]);
  });

  test("nothing is paid beyond the budget, and no budget is cut below what is paid", () => {
    const partly = at("cair-sebagian");
    expect(reasons(partly, { ...steps.pay, amount: 1_612_800 })).toEqual(["more-than-budgeted"]);
    expect(reasons(partly, { ...steps.settle, amount: 100 })).toEqual(["less-than-paid"]);
    expect(take(partly, { ...steps.pay, amount: 1_612_800 - 134_400 })).toMatchObject({
      commitment: { state: "lunas" },
    });
  });
});

test("through any steps a stage never exceeds the stage before it, and lunas is what was promised, paid", () => {
  const amount = integer({ min: 1, max: 3_000_000 });
  const anyStep = record({
    name: constantFrom(...names),
    amount,
    heads: integer({ min: 1, max: 30 }),
    budget: constantFrom("initial" as const, "changed" as const),
    fits: boolean(),
    reason: option(constantFrom("alasan"), { nil: null }),
  });
  assert(
    property(
      array(anyStep, { maxLength: 40 }),
      constantFrom("desa" as const, "kelurahan" as const),
      (asked, kind) => {
        let now: Commitment = { ...bare, kind, account: null };
        for (const { name, amount: promised, ...rest } of asked) {
          const source = kind === "desa" ? ("add" as const) : ("apbd" as const);
          const step: CommitmentStep = Object.assign(
            { ...steps[name] },
            {
              ...rest,
              promised,
              source,
              amount: promised,
            },
          );
          const answer = take(now, step);
          if (answer.outcome === "taken") now = answer.commitment;
          const stages = stagesOf(now);
          expect(stages.promised).toBeGreaterThanOrEqual(stages.budgeted);
          expect(stages.budgeted).toBeGreaterThanOrEqual(stages.paid);
          expect(now.paid).toBeLessThanOrEqual(budgetOf(now) ?? 0);
          if (now.state === "lunas") expect(stages.paid).toBe(now.promised);
        }
      },
    ),
  );
});
