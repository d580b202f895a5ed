import type { Month } from "@tuwai/domain/time";
import { firstDay } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type HandoverRow = {
  readonly id: string;
  readonly fromPayerId: string;
  readonly toPayerId: string | null;
  readonly month: Month;
  readonly reason: string;
};

export async function insertHandover(
  tx: Tx,
  handover: HandoverRow & { readonly regionCode: string; readonly by: string; readonly at: Date },
): Promise<void> {
  const { regionCode, id, fromPayerId, toPayerId, month, reason, by, at } = handover;
  await sql`
    insert into app.handovers (region_code, id, from_payer_id, to_payer_id, month, reason, made_by, made_at)
    values (${regionCode}, ${id}, ${fromPayerId}, ${toPayerId}, ${firstDay(month)}::date, ${reason}, ${by}, ${at})`.execute(
    tx,
  );
}

export type HandoverLine = {
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly enrolmentId: string;
  readonly stateBefore: "ready" | "accepted";
  readonly newEnrolmentId: string | null;
};

export async function insertHandoverLines(
  tx: Tx,
  of: { readonly regionCode: string; readonly handoverId: string },
  lines: readonly HandoverLine[],
): Promise<void> {
  await sql`
    insert into app.handover_lines (region_code, handover_id, village_code, kecamatan_code, person_id, enrolment_id, state_before, new_enrolment_id)
    select ${of.regionCode}, ${of.handoverId}, l."villageCode", l."kecamatanCode", l."personId", l."enrolmentId", l."stateBefore",
      l."newEnrolmentId"
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l("villageCode" text, "kecamatanCode" text, "personId" uuid,
      "enrolmentId" uuid, "stateBefore" text, "newEnrolmentId" uuid)`.execute(tx);
}

/** Held until the transaction ends. */
export async function lockHandover(
  tx: Tx,
  regionCode: string,
  id: string,
): Promise<(HandoverRow & { readonly isUndone: boolean }) | undefined> {
  const { rows } = await sql<HandoverRow & { readonly isUndone: boolean }>`
    select id, from_payer_id, to_payer_id, to_char(month, 'YYYY-MM') as month, reason, undone_at is not null as is_undone
    from app.handovers where region_code = ${regionCode} and id = ${id} for update`.execute(tx);
  return rows[0];
}

export async function markUndone(
  tx: Tx,
  of: { readonly id: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`
    update app.handovers set undone_by = ${of.by}, undone_at = ${of.at} where id = ${of.id} and undone_at is null`.execute(
    tx,
  );
}
