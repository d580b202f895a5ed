import type { Attack } from "@tuwai/domain/coverage";
import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { PublishedRow, Source } from "#coverage";
import type { Tx } from "#database";
import type { Step } from "#use-case";
import type { ReleaseTable } from "./release-table.ts";

export type DraftState = "prepared" | "submitted" | "confirmed" | "published" | "dropped";

/** What a release will say, as it would be published. */
export type DraftFigures = {
  readonly definition: string;
  readonly asOfNumerator: string;
  readonly asOfDenominator: string;
  readonly sources: readonly Source[];
  readonly rows: readonly PublishedRow[];
};

export type Draft = {
  readonly id: string;
  readonly month: Month;
  readonly state: DraftState;
  readonly figures: DraftFigures;
  readonly tables: readonly ReleaseTable[];
  readonly attacks: readonly Attack[];
  readonly preparedAt: Date;
  readonly submittedBy: string | null;
  readonly submittedRole: string | null;
  readonly submittedAt: Date | null;
  readonly confirmedRole: string | null;
  readonly confirmedAt: Date | null;
  readonly dropReason: string | null;
  readonly version: number;
};

/** A draft without what it will say: the lists of drafts are read often, and the tables of one are long. */
export type DraftHead = Omit<Draft, "figures" | "tables" | "attacks">;

const head =
  sql.raw(`id, to_char(month, 'YYYY-MM') as month, state, prepared_at, submitted_by, submitted_role, submitted_at,
  confirmed_role, confirmed_at, drop_reason, version`);
const whole = sql`${head}, figures, tables, attacks`;

/** Newest month first; of a month the one that is not dropped first. */
export async function listDrafts(tx: Tx, regionCode: string): Promise<readonly DraftHead[]> {
  const { rows } = await sql<DraftHead>`
    select ${head} from app.release_drafts where region_code = ${regionCode}
    order by app.release_drafts.month desc, state = 'dropped', prepared_at desc`.execute(tx);
  return rows;
}

/** Whether a month has a draft that was not put aside, published ones included. */
export async function hasDraft(tx: Tx, regionCode: string, month: Month): Promise<boolean> {
  const { rows } = await sql`
    select from app.release_drafts where region_code = ${regionCode} and month = (${month} || '-01')::date and state <> 'dropped'`.execute(
    tx,
  );
  return rows.length > 0;
}

export async function findDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`select ${whole} from app.release_drafts where id = ${id}`.execute(tx);
  return rows[0];
}

export type NewDraft = Pick<Draft, "id" | "month" | "figures" | "tables" | "attacks"> & {
  readonly basesSealed: Buffer;
};

export async function insertDraft({ tx, actor, now }: Step, draft: NewDraft): Promise<void> {
  await sql`
    insert into app.release_drafts (region_code, id, month, state, figures, tables, attacks, bases_sealed, prepared_at)
    values (${actor.regionCode}, ${draft.id}, (${draft.month} || '-01')::date, 'prepared', ${JSON.stringify(draft.figures)}::jsonb,
      ${JSON.stringify(draft.tables)}::jsonb, ${JSON.stringify(draft.attacks)}::jsonb, ${draft.basesSealed}, ${now})`.execute(
    tx,
  );
}

/** Says whether the draft still stood as it was seen. */
export async function submitDraft({ tx, actor, now }: Step, draft: DraftHead): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update app.release_drafts set state = 'submitted', submitted_by = ${actor.userId}, submitted_role = ${actor.role}, submitted_at = ${now},
      version = version + 1 where id = ${draft.id} and version = ${draft.version} and state = 'prepared'`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

export async function confirmDraft({ tx, actor, now }: Step, draft: DraftHead): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update app.release_drafts set state = 'confirmed', confirmed_by = ${actor.userId}, confirmed_role = ${actor.role}, confirmed_at = ${now},
      version = version + 1 where id = ${draft.id} and version = ${draft.version} and state = 'submitted'`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

export async function dropDraft({ tx }: Step, draft: DraftHead, reason: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update app.release_drafts set state = 'dropped', drop_reason = ${reason}, version = version + 1
    where id = ${draft.id} and version = ${draft.version} and state in ('prepared', 'submitted')`.execute(tx);
  return numAffectedRows === 1n;
}

export type ConfirmedDraft = Draft & { readonly basesSealed: Buffer };

/** Those that wait to be published, the earliest month first; for the publishing work only. */
export async function listConfirmed(tx: Tx, regionCode: string): Promise<readonly ConfirmedDraft[]> {
  const { rows } = await sql<ConfirmedDraft>`
    select ${whole}, bases_sealed from app.release_drafts where region_code = ${regionCode} and state = 'confirmed'
    order by app.release_drafts.month`.execute(tx);
  return rows;
}

export async function markPublished(tx: Tx, id: string): Promise<void> {
  await sql`update app.release_drafts set state = 'published', version = version + 1 where id = ${id}`.execute(
    tx,
  );
}

/** The true counts behind the published releases, sealed, oldest month first. */
export async function listBases(
  tx: Tx,
  regionCode: string,
): Promise<readonly { readonly id: string; readonly basesSealed: Buffer }[]> {
  const { rows } = await sql<{ id: string; basesSealed: Buffer }>`
    select id, bases_sealed from app.release_drafts where region_code = ${regionCode} and state = 'published' order by month`.execute(
    tx,
  );
  return rows;
}

/** An example city's drafts of the past are confirmed by nobody: the columns that name who did stay empty. */
export async function confirmBySystem(tx: Tx, regionCode: string): Promise<void> {
  await sql`
    update app.release_drafts set state = 'confirmed', version = version + 1
    where region_code = ${regionCode} and state = 'prepared'`.execute(tx);
}

/** Counts of drafts by state, for the desks. */
export async function countDrafts(tx: Tx, regionCode: string, state: DraftState): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from app.release_drafts where region_code = ${regionCode} and state = ${state}`.execute(
    tx,
  );
  return rows[0]!.count;
}
