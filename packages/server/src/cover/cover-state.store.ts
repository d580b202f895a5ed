import type { CoverState, StandsBeside } from "@tuwai/domain/cover";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { lockCity, type Tx } from "#database";

/** The clock's answer of a day for one worker, as kept for lists. */
export type StoredCover = {
  readonly personId: string;
  readonly state: CoverState;
  readonly countsAsCovered: boolean;
  readonly standsBeside: StandsBeside | null;
  readonly coveredFrom: CivilDate | null;
  readonly paidUntil: CivilDate | null;
  readonly dueOn: CivilDate | null;
  readonly fullDeathBenefitFrom: CivilDate | null;
  readonly safeRescueDay: CivilDate | null;
  readonly lastRescueDay: CivilDate | null;
  readonly endsOn: CivilDate | null;
  /** First day of the first month, and a letter a month from it on (`MonthMarks` of domain/cover). */
  readonly marksFrom: CivilDate | null;
  readonly marks: string;
};

/** One refresh of a city at a time: two that read the same evidence at different moments could store the older answer last. */
export async function lockRefresh(tx: Tx): Promise<void> {
  await lockCity(tx, "cover-refresh");
}

export async function listStoredCover(tx: Tx, personIds: readonly string[]): Promise<readonly StoredCover[]> {
  const { rows } = await sql<StoredCover>`
    select person_id, state, counts_as_covered, stands_beside, covered_from, paid_until, due_on,
      full_death_benefit_from, safe_rescue_day, last_rescue_day, ends_on, marks_from, marks
    from app.cover_states where person_id = any(${personIds}::uuid[])`.execute(tx);
  return rows;
}

/** An answer with the place of the person, as the table keeps it for walls and counts. */
export type PlacedCover = StoredCover & {
  readonly villageCode: string;
  readonly kecamatanCode: string;
  /** First days of paid months with full cover. */
  readonly fullMonths: readonly CivilDate[];
};

type Stamp = { readonly regionCode: string; readonly asOf: CivilDate; readonly at: Date };

/** Replaces the answers of these persons; runs only under the refresh lock, so nothing can stand between the two. */
export async function replaceStoredCover(
  tx: Tx,
  personIds: readonly string[],
  answers: readonly PlacedCover[],
  stamp: Stamp,
): Promise<void> {
  await sql`delete from app.cover_states where person_id = any(${personIds}::uuid[])`.execute(tx);
  if (answers.length === 0) return;
  await sql`
    insert into app.cover_states (region_code, person_id, village_code, kecamatan_code, state, counts_as_covered,
      stands_beside, as_of, covered_from, paid_until, due_on, full_death_benefit_from, safe_rescue_day, last_rescue_day, ends_on, full_months, marks_from, marks, at)
    select ${stamp.regionCode}, c."personId", c."villageCode", c."kecamatanCode", c."state", c."countsAsCovered",
      c."standsBeside", ${stamp.asOf}::date, c."coveredFrom", c."paidUntil", c."dueOn", c."fullDeathBenefitFrom",
      c."safeRescueDay", c."lastRescueDay", c."endsOn", c."fullMonths", c."marksFrom", c."marks", ${stamp.at}
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as c("personId" uuid, "villageCode" text,
      "kecamatanCode" text, "state" text, "countsAsCovered" boolean, "standsBeside" text, "coveredFrom" date,
      "paidUntil" date, "dueOn" date, "fullDeathBenefitFrom" date, "safeRescueDay" date, "lastRescueDay" date, "endsOn" date, "fullMonths" date[], "marksFrom" date, "marks" text)`.execute(
    tx,
  );
}
