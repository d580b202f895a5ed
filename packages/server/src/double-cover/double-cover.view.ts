import type { OtherCover, OwedPart } from "@tuwai/domain/double-cover";
import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";

/** A worker whom a pasted line may mean. */
export type Named = {
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly fullName: string;
  readonly nik: string;
};

/** Persons with these NIKs (keyed indexes); of entries that were merged the one that is kept. */
export async function listNamed(tx: Tx, area: Area, niks: readonly Buffer[]): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    select k.id as person_id, k.village_code, k.kecamatan_code, k.full_name, encode(p.nik_index, 'hex') as nik
    from app.persons p join app.persons k on k.id = app.kept_person(p.id)
    where ${personsWithin(area, "k")} and p.nik_index = any(${niks}::bytea[]) and k.withdrawn_at is null`.execute(
    tx,
  );
  return rows;
}

export type DoubleRow = {
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly others: readonly (OtherCover & { readonly id: string; readonly payer: string })[];
  readonly owed: readonly OwedPart[];
  /** The enrolment that pays now, if any. */
  readonly open: {
    readonly enrolmentId: string;
    readonly state: "ready" | "in-packet" | "sent" | "accepted";
    readonly fromMonth: Month;
    readonly segment: string;
    readonly isSponsored: boolean;
    readonly fundSource: string;
  } | null;
  readonly answer: {
    readonly id: string;
    readonly answer: "end-ours" | "keep-ours";
    readonly reason: string;
    readonly month: Month | null;
  } | null;
};

/**
 * Everybody for whom somebody else pays, with what we owe and owed; one person where one is asked for. They are few, and looked up one by one
 * (`offset 0`).
 */
export async function listDoubleRows(
  tx: Tx,
  area: Area,
  personId: string | null = null,
): Promise<readonly DoubleRow[]> {
  const { rows } = await sql<DoubleRow>`
    with others as materialized (
      select a.kept_id, jsonb_agg(jsonb_build_object('id', o.id, 'payer', o.payer, 'programmes', o.programmes,
        'fromMonth', to_char(o.from_month, 'YYYY-MM'), 'lastMonth', to_char(o.last_month, 'YYYY-MM')) order by o.from_month, o.id) as all
      from app.kept_persons(array(select c.person_id from app.other_covers c
          where c.region_code = ${area.regionCode} and c.withdrawn_at is null)) a
        join app.other_covers o on o.person_id = a.id and o.withdrawn_at is null
      where ${personId}::uuid is null or a.kept_id = ${personId} group by a.kept_id),
    whole as materialized (select a.id, a.kept_id from app.all_of_persons(array(select kept_id from others)) a),
    owed as (
      select w.kept_id, jsonb_agg(jsonb_build_object('programme', b.programme, 'month', to_char(b.month, 'YYYY-MM'), 'rupiah', b.amount_rupiah)) as all
      from whole w join app.obligations b on b.person_id = w.id and b.reversed_at is null group by w.kept_id)
    select p.id as person_id, p.code, p.full_name, p.village_code, p.kecamatan_code, o.all as others, coalesce(d.all, '[]') as owed,
      (select jsonb_build_object('enrolmentId', e.id, 'state', e.state, 'fromMonth', to_char(e.from_month, 'YYYY-MM'), 'segment', e.segment,
          'isSponsored', e.sponsorship_id is not null, 'fundSource', e.fund_source)
        from whole w join app.enrolments e on e.person_id = w.id
        where w.kept_id = p.id and e.state not in ('rejected', 'ended') order by e.id desc limit 1) as open,
      (select jsonb_build_object('id', a.id, 'answer', a.answer, 'reason', a.reason, 'month', to_char(a.month, 'YYYY-MM'))
        from app.double_cover_answers a where a.person_id = p.id and a.undone_at is null) as answer
    from others o cross join lateral (
        select p.id, p.code, p.full_name, p.village_code, p.kecamatan_code from app.persons p
        where p.id = o.kept_id and ${personsWithin(area, "p")} offset 0) p
      left join owed d on d.kept_id = p.id
    order by p.village_code, p.code`.execute(tx);
  return rows;
}

/** Whether anybody pays for this person now. */
export async function hasPayer(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from app.enrolments e where e.person_id = ${personId} and e.state not in ('rejected', 'ended'))
      or exists (select from app.sponsorships s where s.person_id = ${personId} and s.state = 'accepted') as has`.execute(
    tx,
  );
  return rows[0]!.has;
}
