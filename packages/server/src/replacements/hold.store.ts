import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type NewHold = {
  readonly id: string;
  readonly sponsorshipId: string;
  readonly pledgeId: string;
  readonly side: "worker" | "sponsor";
  readonly until: CivilDate;
};

export async function insertHolds(
  tx: Tx,
  { regionCode, at }: { readonly regionCode: string; readonly at: Date },
  holds: readonly NewHold[],
): Promise<void> {
  if (holds.length === 0) return;
  await sql`
    insert into app.replacement_holds (region_code, id, sponsorship_id, pledge_id, side, until_day, made_at)
    select ${regionCode}, h."id", h."sponsorshipId", h."pledgeId", h."side", h."until", ${at}
    from jsonb_to_recordset(${JSON.stringify(holds)}::jsonb) as h("id" uuid, "sponsorshipId" uuid, "pledgeId" uuid, "side" text, "until" date)`.execute(
    tx,
  );
}

export type NewHoldAct = {
  readonly id: string;
  readonly holdId: string;
  readonly kind: "extended" | "released";
  readonly until: CivilDate | null;
  readonly isPastSafeDay: boolean;
  readonly reason: string;
};

export async function insertHoldAct(
  tx: Tx,
  act: NewHoldAct,
  by: {
    readonly regionCode: string;
    readonly actorId: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    insert into app.hold_acts (region_code, id, hold_id, kind, until_day, is_past_safe_day, reason, acted_by, acted_at)
    values (${by.regionCode}, ${act.id}, ${act.holdId}, ${act.kind}, ${act.until}::date, ${act.isPastSafeDay}, ${act.reason},
      ${by.actorId}, ${by.at})`.execute(tx);
}

/** Takes back the last act that stands; false where none does. */
export async function undoLastAct(
  tx: Tx,
  holdId: string,
  by: { readonly actorId: string; readonly at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update app.hold_acts set undone_by = ${by.actorId}, undone_at = ${by.at}
    where id = (select a.id from app.hold_acts a where a.hold_id = ${holdId} and a.undone_at is null
      order by a.acted_at desc, a.id desc limit 1)`.execute(tx);
  return numAffectedRows === 1n;
}
