import type { ClaimabilityResult, VisitAnswer } from "@tuwai/domain/claimability";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";

/** The last answered visit of each person. */
export async function listLastVisits(
  tx: Tx,
  area: Area,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, VisitAnswer>> {
  const { rows } = await sql<{ personId: string; answer: VisitAnswer }>`
    select distinct on (m.person_id) m.person_id, m.answer from app.visit_sample_members m
    where m.person_id = any(${personIds}::uuid[]) and m.answer is not null and ${placeWithin(area, "m")}
    order by m.person_id, m.answered_at desc, m.id desc`.execute(tx);
  return new Map(rows.map(({ personId, answer }) => [personId, answer]));
}

export type NewSample = {
  readonly regionCode: string;
  readonly id: string;
  readonly percent: number;
  readonly least: number;
  readonly population: number;
  readonly by: string;
  readonly role: string;
  readonly at: Date;
};

export async function insertSample(tx: Tx, s: NewSample): Promise<void> {
  await sql`
    insert into app.visit_samples (region_code, id, percent, least, population, drawn_by, drawn_role, drawn_at)
    values (${s.regionCode}, ${s.id}, ${s.percent}, ${s.least}, ${s.population}, ${s.by}, ${s.role}, ${s.at})`.execute(
    tx,
  );
}

export type Drawable = {
  readonly id: string;
  readonly enrolmentId: string;
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly stratum: ClaimabilityResult;
  /** How many of the stratum of this village are drawn. */
  readonly of: number;
};

/** Draws by the sample's own seed, stratum by stratum: the same list gives the same people again. Answers how many. */
export async function drawMembers(
  tx: Tx,
  { id, regionCode, at }: Pick<NewSample, "id" | "regionCode" | "at">,
  drawable: readonly Drawable[],
): Promise<number> {
  const done = await sql`
    insert into app.visit_sample_members (region_code, id, sample_id, enrolment_id, person_id, village_code, kecamatan_code, stratum, drawn_at)
    select ${regionCode}, c."id", ${id}, c."enrolmentId", c."personId", c."villageCode", c."kecamatanCode", c."stratum", ${at}
    from (select d.*, row_number() over (partition by d."villageCode", d."stratum"
        order by sha256(convert_to(s.seed || d."enrolmentId"::text, 'UTF8'))) as place
      from app.visit_samples s, jsonb_to_recordset(${JSON.stringify(drawable)}::jsonb) as d("id" uuid, "enrolmentId" uuid, "personId" uuid,
        "villageCode" text, "kecamatanCode" text, "stratum" text, "of" int)
      where s.id = ${id}) c
    where c.place <= c."of"`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

/** Every answer of a sample, null for those who gave none. */
export async function listAnswers(
  tx: Tx,
  area: Area,
  sampleId: string,
): Promise<readonly (VisitAnswer | null)[]> {
  const { rows } = await sql<{ answer: VisitAnswer | null }>`
    select m.answer from app.visit_sample_members m where m.sample_id = ${sampleId} and ${placeWithin(area, "m")}`.execute(
    tx,
  );
  return rows.map(({ answer }) => answer);
}

export type SampleRow = {
  readonly id: string;
  readonly seed: string;
  readonly percent: number;
  readonly least: number;
  readonly population: number;
  readonly drawnAt: Date;
};

/** The samples of the city, newest first. */
export async function listSampleRows(tx: Tx, area: Area): Promise<readonly SampleRow[]> {
  const { rows } = await sql<SampleRow>`
    select s.id, s.seed, s.percent, s.least, s.population, s.drawn_at from app.visit_samples s
    where s.region_code = ${area.regionCode} order by s.drawn_at desc, s.id desc limit 20`.execute(tx);
  return rows;
}

export type HeldVisit = { readonly id: string; readonly answer: VisitAnswer | null };

/** A visit of the area, held until the transaction ends. */
export async function findVisit(tx: Tx, area: Area, id: string): Promise<HeldVisit | undefined> {
  const { rows } = await sql<HeldVisit>`
    select m.id, m.answer from app.visit_sample_members m where m.id = ${id} and ${placeWithin(area, "m")} for update`.execute(
    tx,
  );
  return rows[0];
}

export async function updateVisit(
  tx: Tx,
  id: string,
  by: {
    readonly answer: VisitAnswer;
    readonly actorId: string;
    readonly role: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    update app.visit_sample_members set answer = ${by.answer}, answered_by = ${by.actorId}, answered_role = ${by.role}, answered_at = ${by.at}
    where id = ${id}`.execute(tx);
}
