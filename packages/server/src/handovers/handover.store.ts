import type {
  ConsentWay,
  HandoverField,
  HandoverPurpose,
  HandoverState,
  OverrideReason,
  ReceiverKind,
} from "@tuwai/domain/handovers";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { Step } from "#use-case";

export type HandoverRow = {
  readonly id: string;
  readonly code: string;
  readonly villageCode: string;
  readonly childId: string;
  readonly receiverKind: ReceiverKind;
  readonly purpose: HandoverPurpose;
  readonly fields: readonly HandoverField[];
  readonly toldSealed: Buffer | null;
  readonly endsOn: CivilDate;
  readonly consent: ConsentWay | null;
  readonly consentOn: CivilDate | null;
  readonly override: OverrideReason | null;
  readonly state: HandoverState;
  readonly madeRole: string;
  readonly madeAt: Date;
  readonly stateAt: Date;
};

const columns = sql`h.id, h.code, h.village_code, h.child_id, h.receiver_kind, h.purpose, h.fields, h.told_sealed, h.ends_on, h.consent, h.consent_on,
  h.override, h.state, h.made_role, h.made_at, h.state_at`;

/** The hand-overs of one child, the last first. */
export async function listHandoverRows(tx: Tx, childId: string): Promise<readonly HandoverRow[]> {
  const { rows } = await sql<HandoverRow>`
    select ${columns} from app.child_handovers h where h.region_code = (select app.region()) and h.child_id = ${childId}::uuid
    order by h.made_at desc, h.id`.execute(tx);
  return rows;
}

/** One by its code, held where it is going to change. */
export async function findHandover(
  tx: Tx,
  code: string,
  hold: "hold" | "look",
): Promise<HandoverRow | undefined> {
  const { rows } = await sql<HandoverRow>`
    select ${columns} from app.child_handovers h where h.region_code = (select app.region()) and h.code = ${code}
    ${hold === "hold" ? sql`for update of h` : sql``}`.execute(tx);
  return rows[0];
}

type New = Omit<HandoverRow, "state" | "madeRole" | "madeAt" | "stateAt">;

export async function insertHandover({ tx, actor, now }: Step, h: New): Promise<void> {
  await sql`
    insert into app.child_handovers (region_code, id, code, village_code, child_id, receiver_kind, purpose, fields, told_sealed, ends_on, consent, consent_on,
      override, made_by, made_role, made_at, state_at)
    values (${actor.regionCode}, ${h.id}, ${h.code}, ${h.villageCode}, ${h.childId}, ${h.receiverKind}, ${h.purpose}, ${h.fields}::text[], ${h.toldSealed},
      ${h.endsOn}::date, ${h.consent}, ${h.consentOn}::date, ${h.override}, ${actor.userId}, ${actor.role}, ${now}, ${now})`.execute(
    tx,
  );
}

/** What was told is forgotten once nobody is to see it any more. */
export async function setState({ tx, now }: Step, id: string, state: HandoverState): Promise<void> {
  const told = state === "accepted" ? sql`told_sealed` : sql`null`;
  await sql`
    update app.child_handovers set state = ${state}, state_at = ${now}, told_sealed = ${told} where id = ${id}::uuid`.execute(
    tx,
  );
}

/** Hand-overs of which it is still kept what was told. */
export async function listTold(tx: Tx): Promise<readonly Pick<HandoverRow, "id" | "state" | "endsOn">[]> {
  const { rows } = await sql<Pick<HandoverRow, "id" | "state" | "endsOn">>`
    select h.id, h.state, h.ends_on from app.child_handovers h
    where h.region_code = (select app.region()) and h.told_sealed is not null for update of h`.execute(tx);
  return rows;
}

export async function forgetTold(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update app.child_handovers set told_sealed = null where id = any(${ids}::uuid[])`.execute(tx);
}

export async function insertLook({ tx, actor, now, newId }: Step, handoverId: string): Promise<void> {
  await sql`
    insert into app.child_handover_looks (region_code, id, handover_id, looked_at)
    values (${actor.regionCode}, ${newId()}, ${handoverId}, ${now})`.execute(tx);
}

export type Looks = { readonly times: number; readonly lastAt: Date };

/** Hand-over id → how often it was seen and when last; one that nobody opened is not there. */
export async function countLooks(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Looks>> {
  const { rows } = await sql<Looks & { readonly handoverId: string }>`
    select l.handover_id, count(*)::int as times, max(l.looked_at) as last_at from app.child_handover_looks l
    where l.region_code = (select app.region()) and l.handover_id = any(${ids}::uuid[]) group by l.handover_id`.execute(
    tx,
  );
  return new Map(rows.map(({ handoverId, times, lastAt }) => [handoverId, { times, lastAt }]));
}
