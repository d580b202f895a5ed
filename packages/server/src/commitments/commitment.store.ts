import type { Budget, Commitment, CommitmentSource, CommitmentState } from "@tuwai/domain/commitments";
import type { Group } from "@tuwai/domain/grants";
import type { RegionCode } from "@tuwai/domain/regions";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Role } from "#app";
import type { Tx } from "#database";

/** A commitment as it stands, before its village says which kind it is and its year whether it is locked. */
export type CommitmentRow = {
  readonly id: string;
  readonly villageCode: RegionCode;
  readonly kecamatanCode: string;
  readonly year: number;
  readonly group: Group;
  readonly state: CommitmentState;
  readonly heads: number;
  readonly months: number;
  readonly promised: number;
  readonly needHeads: number;
  readonly needRupiah: number;
  readonly source: CommitmentSource | null;
  readonly account: string | null;
  readonly draftBudget: Budget | null;
  readonly draftRupiah: number | null;
  readonly plannedOn: CivilDate | null;
  readonly draftOn: CivilDate | null;
  readonly evaluatedOn: CivilDate | null;
  readonly initial: number | null;
  readonly changed: number | null;
  readonly paid: number;
  readonly changedAt: Date;
  readonly version: number;
};

const columns = sql`c.id, c.village_code, c.kecamatan_code, c.year, c.group_code as group, c.state, c.heads, c.months,
  c.promised_rupiah as promised, c.need_heads, c.need_rupiah, c.fund_source as source, c.account, c.draft_budget, c.draft_rupiah,
  c.planned_on, c.draft_on, c.evaluated_on, c.initial_rupiah as initial, c.changed_rupiah as changed, c.paid_rupiah as paid, c.changed_at, c.version`;

type Asked = { readonly area: Area; readonly year: number; readonly villageCode?: string | null };

/** Every commitment of a year within an area, by village. */
export async function listCommitmentRows(
  tx: Tx,
  { area, year, villageCode = null }: Asked,
): Promise<readonly CommitmentRow[]> {
  const { rows } = await sql<CommitmentRow>`
    select ${columns} from app.commitments c
    where ${placeWithin(area, "c")} and c.year = ${year} and (${villageCode}::text is null or c.village_code = ${villageCode})
    order by c.village_code, c.id`.execute(tx);
  return rows;
}

/** Held, so that two steps stand in line. */
export async function lockCommitment(tx: Tx, area: Area, id: string): Promise<CommitmentRow | undefined> {
  const { rows } = await sql<CommitmentRow>`
    select ${columns} from app.commitments c where c.id = ${id} and ${placeWithin(area, "c")} for update`.execute(
    tx,
  );
  return rows[0];
}

/** The commitments of one village and year, held until the transaction ends. */
export async function lockVillage(
  tx: Tx,
  { area, year, villageCode }: Asked,
): Promise<readonly CommitmentRow[]> {
  const { rows } = await sql<CommitmentRow>`
    select ${columns} from app.commitments c
    where ${placeWithin(area, "c")} and c.year = ${year} and c.village_code = ${villageCode} for update`.execute(
    tx,
  );
  return rows;
}

type Saved = Commitment & {
  readonly regionCode: string;
  readonly id: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly needHeads: number;
  readonly needRupiah: number;
  readonly plannedOn: CivilDate | null;
  readonly draftOn: CivilDate | null;
  readonly evaluatedOn: CivilDate | null;
  readonly by: string;
  readonly at: Date;
};

export async function insertCommitment(tx: Tx, c: Saved): Promise<void> {
  await sql`
    insert into app.commitments (region_code, id, village_code, kecamatan_code, year, group_code, state, heads, months, promised_rupiah,
      need_heads, need_rupiah, fund_source, account, changed_by, changed_at)
    values (${c.regionCode}, ${c.id}, ${c.villageCode}, ${c.kecamatanCode}, ${c.year}, ${c.group}, ${c.state}, ${c.heads}, ${c.months},
      ${c.promised}, ${c.needHeads}, ${c.needRupiah}, ${c.source}, ${c.account}, ${c.by}, ${c.at})`.execute(
    tx,
  );
}

export async function updateCommitment(tx: Tx, c: Saved): Promise<void> {
  await sql`
    update app.commitments set state = ${c.state}, heads = ${c.heads}, months = ${c.months}, promised_rupiah = ${c.promised},
      need_heads = ${c.needHeads}, need_rupiah = ${c.needRupiah}, fund_source = ${c.source}, account = ${c.account},
      draft_budget = ${c.draft?.budget ?? null}, draft_rupiah = ${c.draft?.amount ?? null}, planned_on = ${c.plannedOn}::date, draft_on = ${c.draftOn}::date,
      evaluated_on = ${c.evaluatedOn}::date, initial_rupiah = ${c.initial}, changed_rupiah = ${c.changed}, paid_rupiah = ${c.paid},
      changed_by = ${c.by}, changed_at = ${c.at}, version = version + 1
    where id = ${c.id}`.execute(tx);
}

/** What an evaluator may write: the verdict, and nothing of the amounts. */
export async function markEvaluated(
  tx: Tx,
  c: Pick<Saved, "id" | "state" | "evaluatedOn" | "by" | "at">,
): Promise<void> {
  await sql`
    update app.commitments set state = ${c.state}, evaluated_on = ${c.evaluatedOn}::date, changed_by = ${c.by}, changed_at = ${c.at},
      version = version + 1 where id = ${c.id}`.execute(tx);
}

export type StepRow = {
  readonly id: string;
  readonly commitmentId: string;
  readonly step: string;
  readonly state: CommitmentState;
  readonly heads: number;
  readonly months: number;
  readonly promised: number;
  readonly source: CommitmentSource | null;
  readonly account: string | null;
  readonly budget: Budget | null;
  readonly amount: number | null;
  readonly reason: string | null;
  readonly paperNumber: string | null;
  readonly paperOn: CivilDate | null;
  readonly paperName: string | null;
  /** The report of the budget that shows it, where one does; its file is kept there. */
  readonly reportId: string | null;
  readonly takenRole: Role;
  readonly takenAt: Date;
};

export type NewStep = StepRow & {
  readonly regionCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly paperType: string | null;
  readonly paperHash: Buffer | null;
  readonly paperSealed: Buffer | null;
  readonly takenBy: string;
};

export async function insertStep(tx: Tx, s: NewStep): Promise<void> {
  await sql`
    insert into app.commitment_steps (region_code, id, village_code, kecamatan_code, commitment_id, step, state, heads, months,
      promised_rupiah, fund_source, account, budget, amount_rupiah, reason, paper_number, paper_on, paper_name, paper_type, paper_hash,
      paper_sealed, report_id, taken_role, taken_by, taken_at)
    values (${s.regionCode}, ${s.id}, ${s.villageCode}, ${s.kecamatanCode}, ${s.commitmentId}, ${s.step}, ${s.state}, ${s.heads},
      ${s.months}, ${s.promised}, ${s.source}, ${s.account}, ${s.budget}, ${s.amount}, ${s.reason}, ${s.paperNumber},
      ${s.paperOn}::date, ${s.paperName}, ${s.paperType}, ${s.paperHash}, ${s.paperSealed}, ${s.reportId}, ${s.takenRole}, ${s.takenBy}, ${s.takenAt})`.execute(
    tx,
  );
}

/** The steps of these commitments, newest first. */
export async function listSteps(tx: Tx, ids: readonly string[]): Promise<readonly StepRow[]> {
  const { rows } = await sql<StepRow>`
    select s.id, s.commitment_id, s.step, s.state, s.heads, s.months, s.promised_rupiah as promised, s.fund_source as source,
      s.account, s.budget, s.amount_rupiah as amount, s.reason, s.paper_number, s.paper_on, s.paper_name, s.report_id, s.taken_role, s.taken_at
    from app.commitment_steps s where s.commitment_id = any(${ids}::uuid[]) order by s.taken_at desc, s.id desc`.execute(
    tx,
  );
  return rows;
}

export type StoredPaper = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly sealed: Buffer;
};

export async function findPaper(tx: Tx, area: Area, stepId: string): Promise<StoredPaper | undefined> {
  const { rows } = await sql<StoredPaper>`
    select s.id, s.paper_name as name, s.paper_type as type, s.paper_sealed as sealed from app.commitment_steps s
    where s.id = ${stepId} and s.paper_sealed is not null and ${placeWithin(area, "s")}`.execute(tx);
  return rows[0];
}
