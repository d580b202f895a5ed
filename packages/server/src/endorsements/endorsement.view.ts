import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import { isUuid } from "#app";
import type { Tx } from "#database";

export type EndorsementState = "draft" | "proposed" | "approved" | "returned" | "withdrawn";

export type EndorsementRow = {
  readonly id: string;
  readonly code: string;
  readonly regionCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly villageName: string;
  readonly programme: string;
  readonly state: EndorsementState;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly note: string | null;
  readonly returnAskedAt: Date | null;
  readonly version: number;
  readonly included: number;
  readonly excluded: number;
};

const lists = sql.raw(`
  select e.id, e.code, e.region_code, e.village_code, e.kecamatan_code,
    g.name as village_name, e.programme, e.state, e.proposed_by, e.proposed_at,
    e.decided_by, e.decided_at, e.note, e.return_asked_at, e.version,
    (select count(*)::int from app.endorsement_items i where i.endorsement_id = e.id and i.included) as included,
    (select count(*)::int from app.endorsement_items i where i.endorsement_id = e.id and not i.included) as excluded
  from app.endorsements e join app.regions g on g.code = e.village_code`);

/** A list by id or code. */
export async function findEndorsement(tx: Tx, idOrCode: string): Promise<EndorsementRow | undefined> {
  const isList = isUuid(idOrCode)
    ? sql`e.id = ${idOrCode}`
    : sql`e.code = ${idOrCode} and e.region_code = (select app.region())`;
  const result = await sql<EndorsementRow>`${lists} where ${isList}`.execute(tx);
  return result.rows[0];
}

type Filter = {
  readonly area: Area;
  readonly villageCode: string | null;
  readonly state: EndorsementState | null;
};

const matches = ({ area, villageCode, state }: Filter) => sql`
    ${placeWithin(area, "e")} and (${villageCode}::text is null or e.village_code = ${villageCode})
      and (${state}::text is null or e.state = ${state})`;

export async function countEndorsements(tx: Tx, filter: Filter): Promise<number> {
  const result = await sql<{ n: number }>`
    select count(*)::int as n from app.endorsements e where ${matches(filter)}`.execute(tx);
  return result.rows[0]!.n;
}

export async function listEndorsementRows(
  tx: Tx,
  filter: Filter,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly EndorsementRow[]> {
  const result = await sql<EndorsementRow>`
    ${lists} where ${matches(filter)}
    order by e.proposed_at desc, e.id desc limit ${page.limit} offset ${page.offset}`.execute(tx);
  return result.rows;
}
