import type { MinutesFacts, MinutesSnapshot } from "@tuwai/domain/minutes";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Area } from "#access";
import type { Tx } from "#database";

export type MinutesState = "draft" | "published" | "final" | "replaced";

export type MinutesRow = {
  readonly id: string;
  readonly meetingId: string;
  readonly year: number;
  readonly number: number;
  readonly revision: number;
  readonly code: string;
  readonly letterNumber: string | null;
  readonly state: MinutesState;
  readonly snapshot: MinutesSnapshot;
  /** Hexadecimal SHA-256. */
  readonly snapshotHash: string;
  readonly takenAt: Date;
  readonly publishedAt: Date | null;
  readonly objectionsUntil: CivilDate | null;
  readonly finalAt: Date | null;
  readonly document: MinutesFacts | null;
  readonly replaces: string | null;
  readonly correction: string | null;
  readonly version: number;
};

const columns = sql`m.id, m.meeting_id, m.year, m.number, m.revision, m.code, m.letter_number, m.state, m.snapshot,
  encode(m.snapshot_hash, 'hex') as snapshot_hash, m.taken_at, m.published_at, m.objections_until, m.final_at, m.document, m.replaces,
  m.correction, m.version`;

/** Every revision of a meeting's minutes that the reader may see, the newest first. */
export async function listMinutes(tx: Tx, meetingId: string): Promise<readonly MinutesRow[]> {
  const { rows } = await sql<MinutesRow>`
    select ${columns} from app.minutes m where m.region_code = (select app.region()) and m.meeting_id = ${meetingId}::uuid
    order by m.revision desc`.execute(tx);
  return rows;
}

/** Held, so that two changes stand in line. */
export async function lockMinutes(tx: Tx, id: string): Promise<MinutesRow | undefined> {
  const { rows } = await sql<MinutesRow>`
    select ${columns} from app.minutes m where m.region_code = (select app.region()) and m.id = ${id}::uuid for update`.execute(
    tx,
  );
  return rows[0];
}

type Sums = {
  readonly villages: number;
  readonly declared: number;
  readonly heads: number;
  readonly rupiah: number;
};
export type Taken = {
  readonly snapshot: MinutesSnapshot;
  readonly hash: Buffer;
  readonly heldAt: Date;
  readonly sums: Sums;
  readonly by: string;
  readonly at: Date;
};

export type NewMinutes = Taken & {
  readonly regionCode: string;
  readonly id: string;
  readonly meetingId: string;
  readonly code: string;
  readonly year: number;
  readonly commitmentYear: number;
  readonly replaces: { readonly id: string; readonly revision: number } | null;
  readonly correction: string | null;
};

/** The database gives the next number of the year. */
export async function insertMinutes(tx: Tx, n: NewMinutes): Promise<void> {
  const { villages, declared, heads, rupiah } = n.sums;
  await sql`
    insert into app.minutes (region_code, id, meeting_id, year, number, revision, code, commitment_year, held_at, snapshot, snapshot_hash, villages,
      declared, heads, rupiah, taken_by, taken_at, replaces, correction)
    values (${n.regionCode}, ${n.id}, ${n.meetingId}, ${n.year}, 1, ${(n.replaces?.revision ?? 0) + 1}, ${n.code}, ${n.commitmentYear}, ${n.heldAt},
      ${JSON.stringify(n.snapshot)}::jsonb, ${n.hash}, ${villages}, ${declared}, ${heads}, ${rupiah}, ${n.by}, ${n.at},
      ${n.replaces?.id ?? null}, ${n.correction})`.execute(tx);
}

/** Another snapshot in the same draft; what was shown before has to be shown again. */
export async function retakeMinutes(tx: Tx, id: string, n: Taken): Promise<void> {
  const { villages, declared, heads, rupiah } = n.sums;
  await sql`
    update app.minutes set state = 'draft', snapshot = ${JSON.stringify(n.snapshot)}::jsonb, snapshot_hash = ${n.hash}, held_at = ${n.heldAt},
      villages = ${villages}, declared = ${declared}, heads = ${heads}, rupiah = ${rupiah}, taken_by = ${n.by}, taken_at = ${n.at},
      published_by = null, published_at = null, objections_until = null, version = version + 1
    where id = ${id}`.execute(tx);
}

export async function setLetterNumber(tx: Tx, id: string, letterNumber: string | null): Promise<void> {
  await sql`update app.minutes set letter_number = ${letterNumber}, version = version + 1 where id = ${id}`.execute(
    tx,
  );
}

type Turn = { readonly id: string; readonly by: string; readonly at: Date };

export async function markPublished(tx: Tx, t: Turn & { readonly until: CivilDate }): Promise<void> {
  await sql`
    update app.minutes set state = 'published', published_by = ${t.by}, published_at = ${t.at}, objections_until = ${t.until}::date,
      version = version + 1 where id = ${t.id}`.execute(tx);
}

export async function markFinal(tx: Tx, t: Turn & { readonly document: MinutesFacts }): Promise<void> {
  await sql`
    update app.minutes set state = 'final', final_by = ${t.by}, final_at = ${t.at}, document = ${JSON.stringify(t.document)}::jsonb,
      version = version + 1 where id = ${t.id}`.execute(tx);
}

export async function markReplaced(tx: Tx, { id, at }: Pick<Turn, "id" | "at">): Promise<void> {
  await sql`
    update app.minutes set state = 'replaced', replaced_at = ${at}, version = version + 1 where id = ${id} and state = 'final'`.execute(
    tx,
  );
}

export type YearMinutes = Pick<MinutesRow, "year" | "number" | "revision" | "code"> & {
  readonly finalAt: Date;
};

/** The final minutes by which a year's promises are known, the newest meeting's. */
export async function findOfYear(tx: Tx, regionCode: string, year: number): Promise<YearMinutes | undefined> {
  const { rows } = await sql<YearMinutes>`
    select m.year, m.number, m.revision, m.code, m.final_at from app.minutes m
    where m.region_code = ${regionCode} and m.commitment_year = ${year} and m.state = 'final'
    order by m.held_at desc, m.id limit 1`.execute(tx);
  return rows[0];
}

export type CheckedMinutes = {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly revision: number;
  readonly state: MinutesState;
  readonly heldAt: Date;
  readonly commitmentYear: number;
  readonly snapshotHash: string;
  readonly villages: number;
  readonly declared: number;
  readonly heads: number;
  readonly rupiah: number;
  readonly publishedAt: Date | null;
  readonly objectionsUntil: CivilDate | null;
  readonly finalAt: Date | null;
  readonly nextCode: string | null;
  readonly nextRevision: number | null;
};

/** What whoever holds the paper may know of it. */
export async function findByCode(tx: Tx, code: string): Promise<CheckedMinutes | undefined> {
  const { rows } = await sql<CheckedMinutes>`
    select c.id, c.year, c.number, c.revision, c.state, c.held_at, c.commitment_year, encode(c.snapshot_hash, 'hex') as snapshot_hash, c.villages,
      c.declared, c.heads, c.rupiah::float8 as rupiah, c.published_at, c.objections_until, c.final_at, c.next_code, c.next_revision
    from app.minutes_of_code(${code}) c`.execute(tx);
  return rows[0];
}

export type OpenMinutes = {
  readonly meetingId: string;
  readonly objectionsUntil: CivilDate;
  /** Objections without an answer. */
  readonly unanswered: number;
  /** Whether the place of the area has said anything since they were shown. */
  readonly hasReplied: boolean;
};

/** Minutes that are shown and not final. */
export async function listOpenMinutes(tx: Tx, area: Area): Promise<readonly OpenMinutes[]> {
  const { rows } = await sql<OpenMinutes>`
    select m.meeting_id, m.objections_until,
      (select count(*)::int from app.minutes_replies r where r.meeting_id = m.meeting_id and r.kind = 'objected' and r.answer is null) as unanswered,
      exists (select from app.minutes_replies r where r.minutes_id = m.id and r.replied_at >= m.published_at
        and r.village_code is not distinct from ${area.villageCode}::text
        and r.kecamatan_code = coalesce(${area.kecamatanCode}::text, r.kecamatan_code)) as has_replied
    from app.minutes m where m.region_code = ${area.regionCode} and m.state = 'published' order by m.published_at`.execute(
    tx,
  );
  return rows;
}
