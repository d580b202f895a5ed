import {
  type BesideLadder,
  type LadderCounts,
  type LadderPlace,
  type LadderStage,
  placesOf,
} from "@tuwai/domain/indicators";
import { type RawBuilder, sql } from "kysely";
import { type Area, enrolmentsWithin, personsWithin } from "#access";
import type { Tx } from "#database";
import { programme } from "#eligibility";

type Row = { readonly place: LadderPlace; readonly persons: number } & Readonly<
  Record<"grace" | "waiting" | "listOnly" | "covered", number>
>;

/**
 * Everybody in the register of an area, each at one place of the ladder: where they leave it, or the last rung they stand on. Whoever is
 * covered stands on the last one, however they came to it.
 */
export async function countLadder(tx: Tx, area: Area): Promise<LadderCounts> {
  const { rows } = await sql<Row>`
    select s.place, count(*)::int as persons, count(*) filter (where s.stands_beside = 'grace')::int as grace,
      count(*) filter (where s.stands_beside = 'waiting-first-payment')::int as waiting,
      count(*) filter (where s.stands_beside = 'list-only')::int as list_only,
      count(*) filter (where s.counts_as_covered)::int as covered
    from (${placed(area)}) s group by s.place`.execute(tx);
  const at = (place: LadderPlace, of: keyof Omit<Row, "place"> = "persons"): number =>
    rows.find((row) => row.place === place)?.[of] ?? 0;
  const coverable: readonly LadderPlace[] = [
    "coverable",
    "endorsed",
    "with-payer",
    "enrolled",
    "accepted",
    "ever-paid",
    "covered",
  ];
  const sum = (of: keyof Omit<Row, "place">) => coverable.reduce((all, place) => all + at(place, of), 0);
  const beside: Readonly<Record<BesideLadder, number>> = {
    grace: sum("grace"),
    "waiting-first-payment": sum("waiting"),
    "list-only": sum("listOnly"),
    "covered-officers": at("officer", "covered"),
    "covered-ineligible": at("ineligible", "covered"),
  };
  return {
    ...beside,
    merged: at("merged"),
    withdrawn: at("withdrawn"),
    died: at("died"),
    moved: at("moved"),
    officer: at("officer"),
    ineligible: at("ineligible"),
    coverable: at("coverable"),
    endorsed: at("endorsed"),
    "with-payer": at("with-payer"),
    enrolled: at("enrolled"),
    accepted: at("accepted"),
    "ever-paid": at("ever-paid"),
    covered: at("covered"),
  };
}

/** Whoever is counted in a stage, as ids: so that the list of a stage is the stage. */
export function personsAt(area: Area, stage: LadderStage): RawBuilder<unknown> {
  const beside = ["grace", "waiting-first-payment", "list-only"].includes(stage) ? stage : null;
  const isCovered = stage === "covered-officers" || stage === "covered-ineligible";
  return sql`select s.id from (${placed(area)}) s where s.place = any(${placesOf(stage)}::text[])
    and (${beside}::text is null or s.stands_beside = ${beside}) and (not ${isCovered}::boolean or s.counts_as_covered)`;
}

const placed = (area: Area) => sql`
  select p.id, c.stands_beside, coalesce(c.counts_as_covered, false) as counts_as_covered, case
    when p.withdrawn_at is not null then case when app.kept_person(p.id) <> p.id then 'merged' else 'withdrawn' end
    when p.died_on is not null then 'died'
    when p.moved_on is not null then 'moved'
    when p.target_group = 'village-officer' then 'officer'
    when coalesce(j.bars_payment, false) then 'ineligible'
    when c.counts_as_covered then 'covered'
    when c.paid_until is not null then 'ever-paid'
    when e.reached = 4 or c.state in ('waiting-first-payment', 'ended') then 'accepted'
    when e.reached = 3 or c.state = 'waiting' then 'enrolled'
    when e.reached = 2 then 'with-payer'
    when n.person_id is not null then 'endorsed'
    else 'coverable' end as place
  from app.persons p
  left join app.judgements j on j.person_id = p.id and j.programme = ${programme}
  left join app.cover_states c on c.person_id = p.id
  left join (
    select e.person_id, max(case e.state when 'accepted' then 4 when 'ended' then 4 when 'sent' then 3 when 'rejected' then 3 else 2 end) as reached
    from app.enrolments e where ${enrolmentsWithin(area, "e")} and e.programme = ${programme}
    group by e.person_id
  ) e on e.person_id = p.id
  left join (
    select distinct i.person_id from app.endorsement_items i join app.endorsements l on l.id = i.endorsement_id
    where i.included and l.state = 'approved'
  ) n on n.person_id = p.id
  where ${personsWithin(area, "p")}`;
