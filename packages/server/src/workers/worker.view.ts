import type { CoverState } from "@tuwai/domain/cover";
import type { ExitName, StageName } from "@tuwai/domain/dashboards";
import type { LadderStage } from "@tuwai/domain/indicators";
import type { CivilDate } from "@tuwai/domain/time";
import { type RawBuilder, sql } from "kysely";
import { type Area, enrolmentsWithin, type PersonField, personsWithin } from "#access";
import { personsStanding } from "#dashboards";
import type { Tx } from "#database";
import { programme } from "#eligibility";
import { personsAt } from "#indicators";
import type { WorkerSight } from "./worker-sight.ts";
import type { WorkerStage } from "./worker-stage.ts";

/** A worker's columns; null where the role may not see them or nothing is known. */
export type WorkerRow = {
  readonly id: string;
  readonly code: string;
  readonly fullName: string | null;
  readonly villageCode: string;
  readonly villageName: string | null;
  readonly kecamatanCode: string | null;
  readonly kecamatanName: string | null;
  readonly birthDate: CivilDate | null;
  readonly sex: "male" | "female" | null;
  readonly occupationGroup: string | null;
  readonly occupationText: string | null;
  readonly targetGroup: string | null;
  readonly nikStatus: string | null;
  readonly coverageStatus: CoverState;
  readonly paidUntil: CivilDate | null;
  readonly outcome: "eligible" | "ineligible" | "undetermined" | null;
  readonly isEndorsed: boolean | null;
  readonly fundSource: string | null;
  readonly enrolmentState: string | null;
  readonly stage: WorkerStage | null;
};

export type WorkerFilter = {
  readonly code: string | null;
  /** Part of a name, any case. */
  readonly name: string | null;
  /** Sixteen digits as keyed digests: a person's own number, or that of the family card. */
  readonly number: NumberDigests | null;
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
  readonly stage: WorkerStage | null;
  /** A stage of the ladder from the register to cover. */
  readonly ladderStage: LadderStage | null;
  /** A stage on the way to cover, as dashboards count it. */
  readonly standing: StageName | ExitName | null;
  readonly occupationGroup: string | null;
  readonly targetGroup: string | null;
};
export type NumberDigests = { readonly nik: Buffer; readonly familyCard: Buffer | null };
export type WorkerSort = "name" | "code" | "village" | "stage" | "paid-until" | "newest";

type Page = { readonly sort: WorkerSort; readonly limit: number; readonly offset: number };

export async function listWorkerRows(
  tx: Tx,
  sight: WorkerSight,
  filter: WorkerFilter,
  page: Page,
): Promise<readonly WorkerRow[]> {
  const { rows } = await sql<WorkerRow>`
    select * from (${workers(sight, filter)}) w where ${ofStage(filter)}
    order by ${orders[page.sort]}, w.code limit ${page.limit} offset ${page.offset}`.execute(tx);
  return rows;
}

export async function countWorkerRows(tx: Tx, sight: WorkerSight, filter: WorkerFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (${workers(sight, filter)}) w where ${ofStage(filter)}`.execute(tx);
  return rows[0]!.n;
}

export async function findWorkerRow(
  tx: Tx,
  sight: WorkerSight,
  code: string,
): Promise<WorkerRow | undefined> {
  const { rows } = await sql<WorkerRow>`${workers(sight, { ...everybody, code })}`.execute(tx);
  return rows[0];
}

export const everybody: WorkerFilter = {
  code: null,
  name: null,
  number: null,
  villageCode: null,
  kecamatanCode: null,
  stage: null,
  ladderStage: null,
  standing: null,
  occupationGroup: null,
  targetGroup: null,
};

const orders: Readonly<Record<WorkerSort, RawBuilder<unknown>>> = {
  name: sql`lower(w.full_name)`,
  code: sql`w.code`,
  village: sql`w.village_code`,
  stage: sql`array_position(array['candidate','linked','eligible','sponsored','enrolled','active','arrears','lapsed','ineligible','moved','died'], w.stage)`,
  "paid-until": sql`w.paid_until nulls last`,
  newest: sql`w.id desc`,
};

/** Coalesced, for the planner: it takes a computed column to equal anything in one of 200 rows, but this to be true in half. */
function ofStage(filter: WorkerFilter): RawBuilder<unknown> {
  return filter.stage === null ? sql`true` : sql`coalesce(w.stage = ${filter.stage}, false)`;
}

/** One row per living row of persons the login can see, with what hangs on it. Columns out of sight are not read at all. */
function workers(sight: WorkerSight, filter: WorkerFilter): RawBuilder<unknown> {
  const column = (field: PersonField, name: string, type: string) =>
    sight.sees(field) ? sql.raw(`p.${name}`) : sql.raw(`null::${type}`);
  return sql`
    select p.id, p.code, ${column("full_name", "full_name", "text")} as full_name, p.village_code,
      v.name as village_name, ${column("kecamatan", "kecamatan_code", "text")} as kecamatan_code, k.name as kecamatan_name,
      ${column("age_band", "birth_date", "date")} as birth_date, ${column("sex", "sex", "text")} as sex,
      ${column("occupation_group", "occupation_group", "text")} as occupation_group,
      ${column("occupation_text", "occupation_text", "text")} as occupation_text,
      ${column("occupation_text", "target_group", "text")} as target_group,
      ${column("nik_status", "nik_status", "text")} as nik_status,
      coalesce(c.state, 'not-registered') as coverage_status, c.paid_until,
      ${sight.judgements ? sql`j.outcome` : sql`null::text`} as outcome,
      ${sight.stage ? endorsed : sql`null::boolean`} as is_endorsed,
      ${sight.enrolments ? sql`e.fund_source` : sql`null::text`} as fund_source,
      ${sight.enrolments ? sql`e.state` : sql`null::text`} as enrolment_state,
      ${sight.stage ? stageOf : sql`null::text`} as stage
    from app.persons p
    left join app.cover_states c on c.person_id = p.id
    left join app.regions v on v.region_code = p.region_code and v.code = p.village_code
    left join app.regions k on k.region_code = p.region_code and k.code = v.kecamatan_code
    ${sight.judgements ? sql`left join app.judgements j on j.person_id = p.id and j.programme = ${sql.lit(programme)}` : sql``}
    ${sight.enrolments ? sql`left join app.enrolments e on e.person_id = p.id and e.programme = ${sql.lit(programme)} and e.state not in ('rejected', 'ended') and ${enrolmentsWithin(sight.area, "e")}` : sql``}
    where p.withdrawn_at is null and ${personsWithin(sight.area, "p")} ${conditions(filter, sight.area)}`;
}

function conditions(filter: WorkerFilter, area: Area): RawBuilder<unknown> {
  const { regionCode } = area;
  const parts = [
    filter.code === null ? null : sql`and p.id = app.person_of_code(${regionCode}, ${filter.code})`,
    filter.name === null ? null : sql`and lower(p.full_name) like ${`%${escapeLike(filter.name)}%`}`,
    filter.number === null ? null : sql`and ${ofNumber(filter.number)}`,
    filter.villageCode === null ? null : sql`and p.village_code = ${filter.villageCode}`,
    filter.kecamatanCode === null ? null : sql`and p.kecamatan_code = ${filter.kecamatanCode}`,
    filter.occupationGroup === null ? null : sql`and p.occupation_group = ${filter.occupationGroup}`,
    filter.ladderStage === null ? null : sql`and p.id in (${personsAt(area, filter.ladderStage)})`,
    filter.standing === null ? null : sql`and p.id in (${personsStanding(area, filter.standing)})`,
    filter.targetGroup === null ? null : sql`and p.target_group = ${filter.targetGroup}`,
  ];
  return sql.join(
    parts.flatMap((part) => part ?? []),
    sql` `,
  );
}

function ofNumber({ nik, familyCard }: NumberDigests): RawBuilder<unknown> {
  const own = sql`p.nik_index = ${nik}`;
  return familyCard === null ? own : sql`(${own} or p.family_card_index = ${familyCard})`;
}

function escapeLike(text: string): string {
  return text.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`);
}

/** The village head has approved a list that holds the person. */
const endorsed = sql`exists (select from app.endorsement_items i join app.endorsements n on n.id = i.endorsement_id
  where i.person_id = p.id and i.included and n.state = 'approved')`;

/** A worker whose cover ended and who is put forward again stands where the new enrolment stands. */
const stageOf = sql`case
  when p.died_on is not null or c.state = 'died' then 'died'
  when p.moved_on is not null then 'moved'
  when c.state in ('covered', 'due') then 'active'
  when c.state in ('grace-1', 'grace-2', 'grace-3', 'village-owes') then 'arrears'
  when e.state in ('ready', 'in-packet') then 'sponsored'
  when e.state = 'sent' then 'enrolled'
  when c.state = 'ended' then 'lapsed'
  when e.state = 'accepted' or c.state in ('waiting', 'waiting-first-payment') then 'enrolled'
  when j.outcome = 'ineligible' then 'ineligible'
  when j.outcome = 'eligible' then 'eligible'
  when p.nik_status = 'padan' then 'linked'
  else 'candidate' end`;
