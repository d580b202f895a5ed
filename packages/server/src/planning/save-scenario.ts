import { randomInt } from "node:crypto";
import { holdsIdentityNumber, newCode } from "@tuwai/domain/identity";
import { parsePlanInputs } from "@tuwai/domain/planner";
import { AppError } from "#app";
import { change, type Operation } from "#use-case";
import { planOn, type PlanRefusal, type WrittenInputs } from "./get-plan.ts";
import { planBasis } from "./plan-baseline.ts";
import { findScenario, insertScenario, updateScenario } from "./scenario.store.ts";

export type TitleReason = "without-title" | "title-too-long" | "title-with-number";

export type SaveOutcome =
  | { readonly outcome: "saved"; readonly scenarioCode: string }
  | {
      readonly outcome: "refused";
      readonly title: readonly TitleReason[];
      readonly reasons: readonly PlanRefusal[];
    }
  | { readonly outcome: "not-possible" };

/** Keeps a plan with its whole recipe: how the city stood, prices, versions of the reckoning, what was asked, what came out. */
export const saveScenario = change(
  { name: "scenario.save", permission: "scenario.write" },
  async (
    step,
    input: Operation & { readonly title: string; readonly inputs: WrittenInputs },
  ): Promise<SaveOutcome> => {
    const { tx, actor, now } = step;
    const title = input.title.trim();
    const parsed = parsePlanInputs(input.inputs);
    const against = reasonsAgainstTitle(title);
    if (parsed.outcome === "refused" || against.length > 0) {
      const reasons = parsed.outcome === "refused" ? parsed.reasons : [];
      return step.unchanged({ outcome: "refused", title: against, reasons });
    }
    const basis = await planBasis(step);
    const planned = basis === undefined ? undefined : planOn(basis, parsed.inputs);
    if (basis === undefined || planned === undefined) return step.unchanged({ outcome: "not-possible" });
    const scenario = { id: step.newId(), code: newCode("RC", (below) => randomInt(below)) };
    const by = { regionCode: actor.regionCode, madeBy: actor.userId, madeRole: actor.role, madeAt: now };
    const recipe = { ...basis, inputs: parsed.inputs };
    await insertScenario(tx, { ...scenario, ...by, title, recipe, result: planned.result });
    await step.audit({
      objectType: "scenario",
      objectId: scenario.id,
      details: { code: scenario.code, month: basis.dataAsOf },
    });
    return { outcome: "saved", scenarioCode: scenario.code };
  },
);

export type ChangeScenarioOutcome =
  | { readonly outcome: "changed" }
  | { readonly outcome: "refused"; readonly title: readonly (TitleReason | "changed-meanwhile")[] };

/** Another title, or set aside, or taken up again; what was reckoned never changes. Throws `not-found`. */
export const changeScenario = change(
  { name: "scenario.change", permission: "scenario.write" },
  async (
    step,
    input: Operation & {
      readonly scenarioCode: string;
      readonly version: number;
      readonly title: string;
      readonly setAside: boolean;
    },
  ): Promise<ChangeScenarioOutcome> => {
    const scenario = await findScenario(step.tx, input.scenarioCode);
    if (scenario === undefined) throw new AppError("not-found");
    const title = input.title.trim();
    const against = reasonsAgainstTitle(title);
    if (against.length > 0) return step.unchanged({ outcome: "refused", title: against });
    const setAsideAt = input.setAside ? step.now : null;
    const isDone = await updateScenario(step.tx, {
      id: scenario.id,
      version: input.version,
      title,
      setAsideAt,
    });
    if (!isDone) return step.unchanged({ outcome: "refused", title: ["changed-meanwhile"] });
    await step.audit({
      objectType: "scenario",
      objectId: scenario.id,
      details: { code: scenario.code, state: input.setAside ? "set-aside" : "kept" },
    });
    return { outcome: "changed" };
  },
);

const longestTitle = 80;

function reasonsAgainstTitle(title: string): readonly TitleReason[] {
  if (title === "") return ["without-title"];
  return [
    ...(title.length > longestTitle ? (["title-too-long"] as const) : []),
    // Rather a NIK or a telephone number than a name of a plan.
    ...(holdsIdentityNumber(title) || /\d[\d .-]{8,}\d/.test(title) ? (["title-with-number"] as const) : []),
  ];
}
