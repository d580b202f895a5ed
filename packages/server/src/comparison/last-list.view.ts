import type { AbsenceAnswer } from "@tuwai/domain/comparison";
import type { CivilDate } from "@tuwai/domain/time";
import type { ImportKind } from "@tuwai/domain/intake";
import { sql } from "kysely";
import type { Tx } from "#database";

/** Somebody of whom lists of a village speak, as the newest of them does. */
export type ListedPerson = {
  readonly person: string;
  readonly code: string;
  readonly name: string;
  readonly nik: string | null;
  readonly familyCard: string | null;
  readonly birthDate: CivilDate | null;
  readonly sex: string | null;
  readonly address: string | null;
  readonly occupation: string | null;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly isGoneAlready: boolean;
  /** The newest word about an absence, and on which list. */
  readonly answer: AbsenceAnswer | null;
  readonly answeredFor: string | null;
};

/**
 * A village's list as it stands: what its saved lists said and no later one replaced, one row a person. Lists that add a few
 * rows leave it whole. One statement for any size.
 */
export async function listStanding(
  tx: Tx,
  of: { readonly villageCode: string; readonly kind: ImportKind; readonly exceptBatch: string },
): Promise<readonly ListedPerson[]> {
  const { rows } = await sql<ListedPerson>`
    select distinct on (p.id) p.id as person, p.code, r.full_name as name, encode(coalesce(p.nik_index, r.nik_index), 'hex') as nik,
      encode(r.family_card_index, 'hex') as family_card, r.birth_date, r.sex, r.address, r.attributes->>'occupation' as occupation,
      p.village_code, p.kecamatan_code, (p.died_on is not null or p.moved_on is not null) as is_gone_already,
      a.answer, a.batch_id as answered_for
    from app.source_records r join app.person_records pr on pr.record_id = r.id join app.persons p on p.id = pr.person_id
    left join (select distinct on (person_id) person_id, answer, batch_id from app.list_absences
      where village_code = ${of.villageCode} order by person_id, told_at desc, id desc) a on a.person_id = p.id
    where r.village_code = ${of.villageCode} and r.kind = ${of.kind} and r.withdrawn_at is null and r.batch_id <> ${of.exceptBatch}
      and p.village_code = ${of.villageCode} and p.withdrawn_at is null
    order by p.id, pr.at desc, r.id desc`.execute(tx);
  return rows;
}

export type StatedRow = {
  readonly sheet: number;
  readonly row: number;
  readonly outcome: string;
  readonly cleanSealed: Buffer;
};

/** Rows of a file that speak of somebody, those held back too. */
export async function listStated(tx: Tx, batchId: string): Promise<readonly StatedRow[]> {
  const { rows } = await sql<StatedRow>`
    select sheet, row_no as row, outcome, clean_sealed from app.import_rows
    where batch_id = ${batchId} and clean_sealed is not null order by sheet, row_no`.execute(tx);
  return rows;
}

/** Who of these numbers lives in another village, for logins that see other villages; hex of the number's index → village. */
export async function listElsewhere(
  tx: Tx,
  of: { readonly villageCode: string; readonly niks: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if (of.niks.length === 0) return new Map();
  const { rows } = await sql<{ nik: string; name: string }>`
    select encode(p.nik_index, 'hex') as nik, g.name from app.persons p join app.regions g on g.code = p.village_code
    where p.nik_index = any(select decode(n, 'hex') from unnest(${[...of.niks]}::text[]) n) and p.village_code <> ${of.villageCode}
      and p.withdrawn_at is null`.execute(tx);
  return new Map(rows.map(({ nik, name }) => [nik, name]));
}
