import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import { isUuid } from "#app";
import { lockCity, type Tx } from "#database";

export type EndorsementState = "draft" | "proposed" | "approved" | "returned";

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
  readonly version: number;
  readonly included: number;
  readonly excluded: number;
};

const columns = sql.raw(`
  e.id, e.code, e.region_code, e.village_code, e.kecamatan_code,
  g.name as village_name, e.programme, e.state, e.proposed_by, e.proposed_at,
  e.decided_by, e.decided_at, e.note, e.version,
  (select count(*)::int from app.endorsement_items i where i.endorsement_id = e.id and i.included) as included,
  (select count(*)::int from app.endorsement_items i where i.endorsement_id = e.id and not i.included) as excluded`);

export async function findEndorsement(tx: Tx, id: string): Promise<EndorsementRow | undefined> {
  if (!isUuid(id)) return undefined;
  const result = await sql<EndorsementRow>`
    select ${columns} from app.endorsements e join app.regions g on g.code = e.village_code where e.id = ${id}`.execute(
    tx,
  );
  return result.rows[0];
}

export async function listEndorsementRows(
  tx: Tx,
  filter: {
    readonly area: Area;
    readonly villageCode: string | null;
    readonly state: EndorsementState | null;
  },
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly EndorsementRow[]> {
  const result = await sql<EndorsementRow>`
    select ${columns} from app.endorsements e join app.regions g on g.code = e.village_code
    where ${placeWithin(filter.area, "e")} and (${filter.villageCode}::text is null or e.village_code = ${filter.villageCode})
      and (${filter.state}::text is null or e.state = ${filter.state})
    order by e.proposed_at desc, e.id desc limit ${page.limit} offset ${page.offset}`.execute(tx);
  return result.rows;
}

/** The village's list that waits for a decision, and how many lists it has had. */
export async function findOpenEndorsement(
  tx: Tx,
  villageCode: string,
  programme: string,
): Promise<{ readonly openId: string | null; readonly count: number }> {
  const result = await sql<{ openId: string | null; count: number }>`
    select min(id::text) filter (where state in ('draft', 'proposed')) as open_id, count(*)::int as count
    from app.endorsements where village_code = ${villageCode} and programme = ${programme}`.execute(tx);
  return { openId: result.rows[0]!.openId, count: result.rows[0]!.count };
}

/** One list at a time per village: two operators who propose at once do it one after the other. */
export async function lockVillage(tx: Tx, villageCode: string): Promise<void> {
  await lockCity(tx, `endorsement|${villageCode}`);
}

export type NewItem = {
  readonly personId: string;
  readonly included: boolean;
  readonly exclusionReason: string | null;
  readonly judgement: object;
};

export async function insertEndorsement(
  tx: Tx,
  list: {
    readonly regionCode: string;
    readonly id: string;
    readonly code: string;
    readonly villageCode: string;
    readonly kecamatanCode: string;
    readonly programme: string;
    readonly proposedBy: string;
    readonly at: Date;
    readonly note: string | null;
    readonly items: readonly NewItem[];
  },
): Promise<void> {
  await sql`
    insert into app.endorsements (region_code, id, code, village_code, kecamatan_code, programme, state, proposed_by, proposed_at, note)
    values (${list.regionCode}, ${list.id}, ${list.code}, ${list.villageCode}, ${list.kecamatanCode}, ${list.programme}, 'proposed',
      ${list.proposedBy}, ${list.at}, ${list.note})`.execute(tx);
  await sql`
    insert into app.endorsement_items (region_code, endorsement_id, village_code, kecamatan_code, person_id, included,
      exclusion_reason, judgement)
    select ${list.regionCode}, ${list.id}, ${list.villageCode}, ${list.kecamatanCode}, n."personId", n.included,
      n."exclusionReason", n.judgement
    from jsonb_to_recordset(${JSON.stringify(list.items)}::jsonb)
      as n ("personId" uuid, included boolean, "exclusionReason" text, judgement jsonb)`.execute(tx);
}

/** Counts the version up while the list still stands at it and waits for a decision; says whether it did. */
export async function advanceEndorsement(
  tx: Tx,
  list: { readonly id: string; readonly version: number },
  proposedBy?: string,
): Promise<boolean> {
  const result = await sql`
    update app.endorsements set version = version + 1, proposed_by = coalesce(${proposedBy ?? null}::uuid, proposed_by)
    where id = ${list.id} and version = ${list.version} and state = 'proposed'`.execute(tx);
  return Number(result.numAffectedRows ?? 0) === 1;
}

export async function decideEndorsementRow(
  tx: Tx,
  list: { readonly id: string; readonly version: number },
  decision: {
    readonly state: "approved" | "returned";
    readonly decidedBy: string;
    readonly at: Date;
    readonly note: string | null;
  },
): Promise<boolean> {
  const result = await sql`
    update app.endorsements
    set state = ${decision.state}, decided_by = ${decision.decidedBy}, decided_at = ${decision.at},
      note = coalesce(${decision.note}, note), version = version + 1
    where id = ${list.id} and version = ${list.version} and state = 'proposed'`.execute(tx);
  return Number(result.numAffectedRows ?? 0) === 1;
}

export async function updateItem(
  tx: Tx,
  item: { readonly endorsementId: string; readonly personId: string },
  to: { readonly included: boolean; readonly exclusionReason: string | null },
): Promise<boolean> {
  const result = await sql`
    update app.endorsement_items set included = ${to.included}, exclusion_reason = ${to.exclusionReason}
    where endorsement_id = ${item.endorsementId} and person_id = ${item.personId} and included <> ${to.included}`.execute(
    tx,
  );
  return Number(result.numAffectedRows ?? 0) === 1;
}
