import { whyOf } from "@tuwai/domain/planner";
import { AppError } from "#app";
import { read, type Step } from "#use-case";
import { type Planned, planOn } from "./get-plan.ts";
import { type PlanBasis, planBasis } from "./plan-baseline.ts";
import { findScenario, listScenarioRows, type ScenarioRow } from "./scenario.store.ts";

/** What a list shows of a kept plan. */
export type ScenarioListed = Pick<ScenarioRow, "code" | "title" | "madeRole" | "madeAt" | "isSetAside"> & {
  readonly dataAsOf: PlanBasis["dataAsOf"];
  readonly fullMonths: number;
  readonly families: number;
};

export const listScenarios = read(
  { purpose: "scenario-list", permission: "scenario.read" },
  async ({ tx }): Promise<readonly ScenarioListed[]> =>
    (await listScenarioRows(tx)).map(({ code, title, madeRole, madeAt, isSetAside, recipe, result }) => ({
      code,
      title,
      madeRole,
      madeAt,
      isSetAside,
      dataAsOf: recipe.dataAsOf,
      fullMonths: result.fullMonths,
      families: result.families,
    })),
);

export type OpenedScenario = Pick<
  ScenarioRow,
  "code" | "title" | "madeRole" | "madeAt" | "version" | "isSetAside"
> & {
  /** As it was reckoned when it was kept. */
  readonly before: Planned;
  /** The same wishes with the figures, prices and rules of today; null where none can be reckoned any more. */
  readonly today: Planned | null;
  /** What is another today than it was. */
  readonly differs: readonly ("data" | "prices" | "plan-version" | "forecast-version")[];
};

/** A kept plan, then and now. Throws `not-found`. */
export const getScenario = read(
  { purpose: "scenario", permission: "scenario.read" },
  async (step, { scenarioCode }: { readonly scenarioCode: string }): Promise<OpenedScenario> =>
    (await open(step, [scenarioCode]))[0]!,
);

/** Two kept plans, each then and now. Throws `not-found`. */
export const compareScenarios = read(
  { purpose: "scenario-compare", permission: "scenario.read" },
  (
    step,
    {
      scenarioCode,
      otherScenarioCode,
    }: { readonly scenarioCode: string; readonly otherScenarioCode: string },
  ): Promise<readonly OpenedScenario[]> => open(step, [scenarioCode, otherScenarioCode]),
);

async function open(step: Step, codes: readonly string[]): Promise<readonly OpenedScenario[]> {
  const today = await planBasis(step);
  const opened: OpenedScenario[] = [];
  for (const code of codes) {
    const row = await findScenario(step.tx, code);
    if (row === undefined) throw new AppError("not-found");
    opened.push(beforeAndToday(row, today));
  }
  return opened;
}

function beforeAndToday(row: ScenarioRow, today: PlanBasis | undefined): OpenedScenario {
  const { code, title, madeRole, madeAt, version, isSetAside, recipe, result } = row;
  const { inputs, ...basis } = recipe;
  return {
    code,
    title,
    madeRole,
    madeAt,
    version,
    isSetAside,
    before: { basis, inputs, result, why: whyOf(basis.baseline, result) },
    today: today === undefined ? null : (planOn(today, inputs) ?? null),
    differs: today === undefined ? [] : differences(basis, today),
  };
}

function differences(before: PlanBasis, today: PlanBasis): OpenedScenario["differs"] {
  const all = [
    ["data", standing(before) !== standing(today)],
    ["prices", prices(before) !== prices(today)],
    ["plan-version", before.planVersion !== today.planVersion],
    ["forecast-version", before.forecastVersion !== today.forecastVersion],
  ] as const;
  return all.filter(([, isSo]) => isSo).map(([what]) => what);
}

const prices = (of: PlanBasis): string =>
  of.prices.map(({ payer, rupiah }) => `${payer} ${rupiah}`).join("|");

/** Field by field: the database gives the names of a kept recipe back in another order. */
const standing = ({ baseline: { from, until, path, villages } }: PlanBasis): string =>
  [
    from,
    until,
    ...path,
    ...villages.flatMap(({ code, everyone, covered, inArrears }) => [code, everyone, covered, inArrears]),
  ].join("|");
