import type { PlanInputs, PlanResult } from "@tuwai/domain/planner";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { PlanBasis } from "./plan-baseline.ts";

export type Recipe = PlanBasis & { readonly inputs: PlanInputs };

export type ScenarioRow = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly recipe: Recipe;
  readonly result: PlanResult;
  readonly madeRole: string;
  readonly madeAt: Date;
  readonly version: number;
  readonly isSetAside: boolean;
};

const columns = sql`s.id, s.code, s.title, s.recipe, s.result, s.made_role, s.made_at, s.version, s.set_aside_at is not null as is_set_aside`;

/** The newest first; those set aside last. */
export async function listScenarioRows(tx: Tx): Promise<readonly ScenarioRow[]> {
  const { rows } = await sql<ScenarioRow>`
    select ${columns} from app.scenarios s where s.region_code = (select app.region())
    order by s.set_aside_at is not null, s.made_at desc, s.id`.execute(tx);
  return rows;
}

export async function findScenario(tx: Tx, code: string): Promise<ScenarioRow | undefined> {
  const { rows } = await sql<ScenarioRow>`
    select ${columns} from app.scenarios s where s.region_code = (select app.region()) and s.code = ${code}`.execute(
    tx,
  );
  return rows[0];
}

type NewScenario = Pick<
  ScenarioRow,
  "id" | "code" | "title" | "recipe" | "result" | "madeRole" | "madeAt"
> & {
  readonly regionCode: string;
  readonly madeBy: string;
};

export async function insertScenario(tx: Tx, of: NewScenario): Promise<void> {
  await sql`
    insert into app.scenarios (region_code, id, code, title, recipe, result, made_by, made_role, made_at)
    values (${of.regionCode}, ${of.id}, ${of.code}, ${of.title}, ${JSON.stringify(of.recipe)}::jsonb,
      ${JSON.stringify(of.result)}::jsonb, ${of.madeBy}, ${of.madeRole}, ${of.madeAt})`.execute(tx);
}

type Changed = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly setAsideAt: Date | null;
};

/** False when somebody else changed it meanwhile. */
export async function updateScenario(tx: Tx, { id, version, title, setAsideAt }: Changed): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update app.scenarios set title = ${title}, set_aside_at = ${setAsideAt}, version = version + 1
    where id = ${id} and version = ${version}`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}
