import type { FigureMark, Target } from "@tuwai/domain/indicators";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { Step } from "#use-case";
import type { Typist } from "./typist.ts";

export type TargetRow = Target & {
  readonly id: string;
  readonly source: string;
  readonly mark: FigureMark;
  readonly enteredAt: Date;
};

const columns = sql`t.id, t.ladder, t.year, t.percent::float8 as percent, t.source, t.mark, t.entered_at`;

/** Of each ladder and year the one that was decided last, by year. */
export async function listStandingTargets(tx: Tx): Promise<readonly TargetRow[]> {
  const { rows } = await sql<TargetRow>`
    select distinct on (t.ladder, t.year) ${columns} from pub.indicator_targets t
    where t.region_code = (select app.region()) and t.state = 'standing'
    order by t.ladder, t.year, t.decided_at desc, t.id desc`.execute(tx);
  return rows;
}

export type ProposedTarget = TargetRow & { readonly enteredBy: string };

/** Those that wait for a second person. */
export async function listProposedTargets(tx: Tx): Promise<readonly ProposedTarget[]> {
  const { rows } = await sql<ProposedTarget>`
    select ${columns}, t.entered_by from pub.indicator_targets t
    where t.region_code = (select app.region()) and t.state = 'proposed' order by t.entered_at, t.id`.execute(
    tx,
  );
  return rows;
}

/** How many somebody else proposed, whom this person may confirm. */
export async function countForSecondPerson(tx: Tx, userId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from pub.indicator_targets t
    where t.region_code = (select app.region()) and t.state = 'proposed' and t.entered_by <> ${userId}::uuid`.execute(
    tx,
  );
  return rows[0]!.n;
}

export async function findProposedTarget(tx: Tx, id: string): Promise<ProposedTarget | undefined> {
  const { rows } = await sql<ProposedTarget>`
    select ${columns}, t.entered_by from pub.indicator_targets t
    where t.region_code = (select app.region()) and t.state = 'proposed' and t.id = ${id}::uuid`.execute(tx);
  return rows[0];
}

export type NewTarget = Omit<TargetRow, "enteredAt">;

/** What a person types waits for a second one; what the product ships stands. */
export async function insertTarget(step: Step, target: NewTarget, by: Typist): Promise<void> {
  const { tx, actor, now } = step;
  const isShipped = by.userId === null;
  await sql`
    insert into pub.indicator_targets (region_code, id, ladder, year, percent, source, mark, entered_by, entered_role, entered_at,
      state, decided_at)
    values (${actor.regionCode}, ${target.id}, ${target.ladder}, ${target.year}, ${target.percent}, ${target.source},
      ${target.mark}, ${by.userId}, ${by.role}, ${now}, ${isShipped ? "standing" : "proposed"}, ${isShipped ? now : null})`.execute(
    tx,
  );
}

export async function decideTarget(
  { tx, actor, now }: Step,
  id: string,
  state: "standing" | "refused",
): Promise<void> {
  const { numAffectedRows } = await sql`
    update pub.indicator_targets set state = ${state}, decided_by = ${actor.userId}, decided_role = ${actor.role}, decided_at = ${now}
    where id = ${id}::uuid and state = 'proposed'`.execute(tx);
  if (numAffectedRows !== 1n) throw new Error("a target is decided once");
}
