import type { FollowUpState, FollowUpStep } from "@tuwai/domain/follow-ups";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Role } from "#app";
import type { Tx } from "#database";

/** A step with what stood after it. */
export type StepRow = {
  readonly id: string;
  readonly step: FollowUpStep["step"] | "undo";
  readonly undoes: string | null;
  readonly state: FollowUpState;
  readonly dueOn: CivilDate;
  readonly dueSince: CivilDate;
  readonly askedFor: CivilDate | null;
  readonly papers: number;
  readonly reason: string | null;
  readonly paperName: string | null;
  /** The paper's SHA-256, in hexadecimal. */
  readonly paperHash: string | null;
  readonly takenRole: Role;
  readonly takenBy: string;
  readonly takenAt: Date;
};

/** The steps of a follow-up, oldest first. */
export async function listStepRows(tx: Tx, followUpId: string): Promise<readonly StepRow[]> {
  const { rows } = await sql<StepRow>`
    select s.id, s.step, s.undoes, s.state, s.due_on, s.due_since, s.asked_for, s.papers, s.reason, s.paper_name,
      encode(s.paper_hash, 'hex') as paper_hash, s.taken_role, s.taken_by, s.taken_at
    from app.follow_up_steps s where s.follow_up_id = ${followUpId} order by s.taken_at, s.id`.execute(tx);
  return rows;
}

export type NewStep = Omit<StepRow, "paperHash"> & {
  readonly regionCode: string;
  readonly followUpId: string;
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
  readonly paperType: string | null;
  readonly paperHash: Buffer | null;
  readonly paperSealed: Buffer | null;
};

export async function insertStep(tx: Tx, s: NewStep): Promise<void> {
  await sql`
    insert into app.follow_up_steps (region_code, id, follow_up_id, village_code, kecamatan_code, step, undoes, state, due_on, due_since,
      asked_for, papers, reason, paper_name, paper_type, paper_hash, paper_sealed, taken_role, taken_by, taken_at)
    values (${s.regionCode}, ${s.id}, ${s.followUpId}, ${s.villageCode}, ${s.kecamatanCode}, ${s.step}, ${s.undoes}, ${s.state},
      ${s.dueOn}::date, ${s.dueSince}::date, ${s.askedFor}::date, ${s.papers}, ${s.reason}, ${s.paperName}, ${s.paperType},
      ${s.paperHash}, ${s.paperSealed}, ${s.takenRole}, ${s.takenBy}, ${s.takenAt})`.execute(tx);
}

export type StoredPaper = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly sealed: Buffer;
};

export async function findPaper(tx: Tx, area: Area, stepId: string): Promise<StoredPaper | undefined> {
  const { rows } = await sql<StoredPaper>`
    select s.id, s.paper_name as name, s.paper_type as type, s.paper_sealed as sealed from app.follow_up_steps s
    where s.id = ${stepId} and s.paper_sealed is not null and ${placeWithin(area, "s")}`.execute(tx);
  return rows[0];
}
