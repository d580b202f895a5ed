import {
  parsePlanInputs,
  planCity,
  type PlanInputReason,
  type PlanInputs,
  type PlanResult,
  whyOf,
  type WhyNode,
} from "@tuwai/domain/planner";
import { asSystem } from "#database";
import { read } from "#use-case";
import { type PlanBasis, planBasis } from "./plan-baseline.ts";
import { countServants } from "./servant-count.view.ts";

/** As somebody wrote them. */
export type WrittenInputs = Readonly<Record<keyof PlanInputs, string>>;

export type Planned = {
  readonly basis: PlanBasis;
  readonly inputs: PlanInputs;
  readonly result: PlanResult;
  readonly why: readonly WhyNode[];
};

export type PlanRefusal = { readonly field: keyof PlanInputs; readonly reason: PlanInputReason };

export type PlanAnswer =
  | ({
      readonly outcome: "planned";
      /** So many civil servants are on the city's lists; more than these cannot pay. */
      readonly servants: number;
    } & Planned)
  /** What the form may ask for: how many are without cover, in arrears. */
  | { readonly outcome: "asked-nothing"; readonly basis: PlanBasis }
  | { readonly outcome: "refused"; readonly reasons: readonly PlanRefusal[]; readonly basis: PlanBasis }
  /** There is no forecast yet, the target's year is over, or no law says a price. */
  | { readonly outcome: "not-possible" };

/** What sponsors, budget, rescues and grants would give; nothing is kept. */
export const getPlan = read(
  { purpose: "plan", permission: "scenario.read" },
  async (step, { inputs }: { readonly inputs?: WrittenInputs | undefined }): Promise<PlanAnswer> => {
    const basis = await planBasis(step);
    if (basis === undefined) return { outcome: "not-possible" };
    if (inputs === undefined) return { outcome: "asked-nothing", basis };
    const parsed = parsePlanInputs(inputs);
    if (parsed.outcome === "refused") return { ...parsed, basis };
    const planned = planOn(basis, parsed.inputs);
    if (planned === undefined) return { outcome: "not-possible" };
    const servants = await asSystem(step.app, (tx) => countServants(tx, step.actor.regionCode));
    return { outcome: "planned", servants, ...planned };
  },
);

/** Undefined where no law says a price. */
export function planOn(basis: PlanBasis, inputs: PlanInputs): Planned | undefined {
  const result = planCity(basis.baseline, inputs);
  if (result === undefined) return undefined;
  return { basis, inputs, result, why: whyOf(basis.baseline, result) };
}
