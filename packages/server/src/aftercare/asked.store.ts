import type { FamilyAnswer, SampleTerms } from "@tuwai/domain/aftercare";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { Step } from "#use-case";

export type AskedSample = SampleTerms & {
  readonly id: string;
  readonly seed: string;
  readonly population: number;
  readonly drawnAt: Date;
};

export async function listSamples(tx: Tx): Promise<readonly AskedSample[]> {
  const { rows } = await sql<AskedSample>`
    select s.id, s.seed, s.confidence, s.margin_percent, s.population, s.drawn_at from app.asked_samples s
    where s.region_code = (select app.region()) order by s.drawn_at desc, s.id`.execute(tx);
  return rows;
}

export type AskedRow = {
  readonly id: string;
  readonly sampleId: string;
  readonly claimId: string;
  readonly villageCode: string;
  readonly stratum: string;
  readonly answer: FamilyAnswer | null;
  readonly hasNote: boolean;
};

type Flat = Omit<AskedRow, "answer"> & {
  readonly received: FamilyAnswer["received"] | null;
  readonly inTime: boolean | null;
  readonly demanded: boolean | null;
};

const asAsked = ({ received, inTime, demanded, ...row }: Flat): AskedRow => ({
  ...row,
  answer: received === null ? null : { received, inTime: inTime === true, demanded: demanded === true },
});

export async function listAskedFamilies(tx: Tx, sampleIds: readonly string[]): Promise<readonly AskedRow[]> {
  const { rows } = await sql<Flat>`
    select f.id, f.sample_id, f.claim_id, f.village_code, f.stratum, f.received, f.in_time, f.demanded,
      f.note_sealed is not null as has_note from app.asked_families f
    where f.region_code = (select app.region()) and f.sample_id = any(${sampleIds}::uuid[]) order by f.village_code, f.id`.execute(
    tx,
  );
  return rows.map(asAsked);
}

/** Families whom nobody has asked yet. */
export async function countAsked(tx: Tx): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from app.asked_families f
    where f.region_code = (select app.region()) and f.answered_at is null`.execute(tx);
  return rows[0]!.waiting;
}

/** One whom nobody has asked yet, held; or one who answered, as it is. */
export async function findAsked(tx: Tx, id: string): Promise<AskedRow | undefined> {
  const { rows } = await sql<Flat>`
    select f.id, f.sample_id, f.claim_id, f.village_code, f.stratum, f.received, f.in_time, f.demanded,
      f.note_sealed is not null as has_note from app.asked_families f
    where f.region_code = (select app.region()) and f.id = ${id}::uuid for update of f`.execute(tx);
  return rows[0] === undefined ? undefined : asAsked(rows[0]);
}

type NewSample = SampleTerms & { readonly id: string; readonly population: number };

export async function insertSample({ tx, actor, now }: Step, s: NewSample): Promise<void> {
  await sql`
    insert into app.asked_samples (region_code, id, confidence, margin_percent, population, drawn_by, drawn_role, drawn_at)
    values (${actor.regionCode}, ${s.id}, ${s.confidence}, ${s.marginPercent}, ${s.population}, ${actor.userId}, ${actor.role}, ${now})`.execute(
    tx,
  );
}

export type Drawable = {
  readonly id: string;
  readonly claimId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly stratum: string;
  /** How many of its stratum are drawn. */
  readonly of: number;
};

/** Draws by the sample's own seed, stratum by stratum: the same list gives the same families again. Answers how many. */
export async function drawFamilies(
  { tx, actor, now }: Step,
  sampleId: string,
  drawable: readonly Drawable[],
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    insert into app.asked_families (region_code, id, sample_id, claim_id, village_code, kecamatan_code, stratum, drawn_at)
    select ${actor.regionCode}, c."id", ${sampleId}, c."claimId", c."villageCode", c."kecamatanCode", c."stratum", ${now}
    from (select d.*, row_number() over (partition by d."stratum" order by sha256(convert_to(s.seed || d."claimId"::text, 'UTF8'))) as place
      from app.asked_samples s, jsonb_to_recordset(${JSON.stringify(drawable)}::jsonb)
        as d("id" uuid, "claimId" uuid, "villageCode" text, "kecamatanCode" text, "stratum" text, "of" int)
      where s.id = ${sampleId}) c
    where c.place <= c."of"`.execute(tx);
  return Number(numAffectedRows);
}

const placeOfNote = (id: string) => ({ table: "asked_families", column: "note", rowId: id });

export async function answerAsked(
  { tx, actor, now, app }: Step,
  id: string,
  { received, inTime, demanded }: FamilyAnswer,
  note: string | null,
): Promise<void> {
  const sealed = note === null ? null : app.keys.seal(note, placeOfNote(id));
  await sql`
    update app.asked_families set received = ${received}, in_time = ${inTime}, demanded = ${demanded}, note_sealed = ${sealed},
      answered_by = ${actor.userId}, answered_role = ${actor.role}, answered_at = ${now}
    where id = ${id}::uuid`.execute(tx);
}

/** What one family that was asked said besides; null where nothing was written. */
export async function openAskedNote({ tx, app }: Step, id: string): Promise<string | null> {
  const { rows } = await sql<{ note: Buffer | null }>`
    select f.note_sealed as note from app.asked_families f
    where f.region_code = (select app.region()) and f.id = ${id}::uuid`.execute(tx);
  const note = rows[0]?.note ?? null;
  return note === null ? null : app.keys.open(note, placeOfNote(id));
}
