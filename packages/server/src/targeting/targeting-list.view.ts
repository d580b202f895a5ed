import type { DecileLines, TargetingDecision, TargetingSide } from "@tuwai/domain/targeting";
import type { RegistrationAge } from "@tuwai/domain/contributions";
import type { CivilDate } from "@tuwai/domain/time";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#database";
import { programmeWork } from "./reached-people.view.ts";

export type ListedRow = {
  readonly recordId: string;
  readonly side: TargetingSide;
  readonly name: string;
  readonly birthDate: CivilDate | null;
  readonly sex: "male" | "female" | null;
  readonly workGroup: string | null;
  readonly decileFrom: number;
  readonly decileTo: number;
  readonly asOf: CivilDate | null;
  readonly personId: string | null;
  readonly personCode: string | null;
  readonly isCovered: boolean;
  readonly questionId: string | null;
  readonly decisionId: string | null;
  readonly decision: TargetingDecision | null;
  readonly noteSealed: Buffer | null;
  readonly decidedAt: Date | null;
};

export type ListFilter = {
  readonly villageCode: string;
  readonly side: TargetingSide | null;
  /** Only those of whom something was decided, or nothing yet. */
  readonly decided: boolean | null;
  readonly recordId?: string;
};

export type ListRules = {
  readonly lines: DecileLines;
  readonly today: CivilDate;
  readonly ages: RegistrationAge;
};

/**
 * People of the register in one village who are poor and not reached, or better off and on a list: those whom the register itself
 * places there, and those whose entry on a list does. Of the poor, either the register says what they work, or a list does.
 */
export async function listTargetedRows(
  tx: Tx,
  filter: ListFilter,
  rules: ListRules,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    with ${targeted(filter, rules)}
    select * from targeted where ${chosen(filter)}
    order by side desc, decile_to, name, record_id limit ${page.limit} offset ${page.offset}`.execute(tx);
  return rows;
}

export type ListCounts = Readonly<Record<TargetingSide, { readonly open: number; readonly decided: number }>>;

export async function countTargeted(tx: Tx, villageCode: string, rules: ListRules): Promise<ListCounts> {
  const { rows } = await sql<{ side: TargetingSide; open: number; decided: number }>`
    with ${targeted({ villageCode, side: null, decided: null }, rules)}
    select side, count(*) filter (where decision is null)::int as open, count(*) filter (where decision is not null)::int as decided
    from targeted group by side`.execute(tx);
  const of = (side: TargetingSide) => {
    const { open, decided } = rows.find((row) => row.side === side) ?? { open: 0, decided: 0 };
    return { open, decided };
  };
  return { "left-out": of("left-out"), "better-off": of("better-off") };
}

const chosen = ({ side, decided, recordId }: ListFilter): RawBuilder<boolean> => sql<boolean>`
  (${side}::text is null or side = ${side}) and (${decided}::boolean is null or (decision is not null) = ${decided})
  and (${recordId ?? null}::uuid is null or record_id = ${recordId ?? null})`;

function targeted({ villageCode }: ListFilter, { lines, today, ages }: ListRules): RawBuilder<unknown> {
  return sql`
    placed as materialized (
      select r.id from app.source_records r
      where r.region_code = (select app.region()) and r.kind = 'dtsen' and r.withdrawn_at is null and r.village_code = ${villageCode}
      union
      select l.record_id from app.persons p join app.links l on l.person_id = p.id
      where p.region_code = (select app.region()) and p.village_code = ${villageCode} and l.kind = 'dtsen' and l.ended_at is null
    ), asked as materialized (
      select distinct on (q.record_id) q.record_id, q.id from app.link_questions q
      where q.kind = 'dtsen' and q.state in ('open', 'unsure') order by q.record_id, q.probability desc
    ), described as materialized (
      select r.id as record_id, coalesce(nullif(r.full_name, ''), p.full_name, '') as name, coalesce(r.birth_date, p.birth_date) as birth_date,
        coalesce(r.sex, p.sex) as sex, coalesce(p.occupation_group, r.attributes->>'workGroup') as work_group,
        coalesce(r.attributes->>'workGroup' = any(${programmeWork}::text[]), false) or p.id is not null as works,
        coalesce((r.attributes->>'decileFrom')::smallint, (r.attributes->>'decile')::smallint, k.decile_from) as decile_from,
        coalesce((r.attributes->>'decile')::smallint, k.decile_to) as decile_to,
        coalesce(k.as_of, r.attributes->>'decileAsOf', r.attributes->>'asOf')::date as as_of,
        p.id as person_id, p.code as person_code, coalesce(c.counts_as_covered, false) as is_covered, q.id as question_id,
        d.id as decision_id, d.decision, d.note_sealed, d.decided_at, d.side as decided_side
      from placed join app.source_records r on r.id = placed.id
      left join app.links l on l.record_id = r.id and l.ended_at is null
      left join app.identity_decisions m on m.kind = 'merge' and m.state = 'standing' and m.other_id = l.person_id
      left join app.persons p on p.id = coalesce(m.person_id, l.person_id)
      left join app.cover_states c on c.person_id = p.id
      left join lateral (select coalesce((f.attributes->>'decileFrom')::smallint, (f.attributes->>'decile')::smallint) as decile_from,
          (f.attributes->>'decile')::smallint as decile_to, coalesce(f.attributes->>'decileAsOf', f.attributes->>'asOf') as as_of
        from app.source_records f where f.region_code = r.region_code and f.kind = 'dtsen' and f.withdrawn_at is null
          and f.family_card_index = r.family_card_index and f.attributes->>'decile' is not null and r.attributes->>'decile' is null
        order by 3 desc, f.id desc limit 1) k on true
      left join asked q on q.record_id = r.id and l.id is null
      left join lateral (select d.* from app.targeting_decisions d join app.source_records o on o.id = d.record_id
        where d.undone_at is null and d.region_code = r.region_code and (d.record_id = r.id or o.nik_index = r.nik_index)
        order by (d.record_id = r.id) desc, d.decided_at desc limit 1) d on true
      where r.withdrawn_at is null and coalesce(p.village_code, r.village_code) = ${villageCode}
        and (r.nik_index is not null or r.full_name <> '')
        and p.died_on is null and p.moved_on is null and (p.id is null or (p.withdrawn_at is null and p.target_group <> 'village-officer'))
    ), targeted as materialized (
      select *, case when decile_to <= ${lines.poorTo} then 'left-out' else 'better-off' end as side from described
      where (decile_to <= ${lines.poorTo} and not is_covered and works
          and (birth_date is null or extract(year from age(${today}::date, birth_date)) between ${ages.from} and ${ages.below - 1}))
        or (decile_from >= ${lines.betterFrom} and person_id is not null)
    )`;
}
