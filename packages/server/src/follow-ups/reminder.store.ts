import type { ReminderStage } from "@tuwai/domain/follow-ups";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Role } from "#app";
import type { Tx } from "#database";

export type NewReminder = {
  readonly followUpId: string;
  readonly stage: ReminderStage["stage"];
  readonly dueOn: CivilDate;
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
  readonly toldRole: Role;
  readonly toldScope: string | null;
};

/** Keeps what is going out; answers what had not gone before. */
export async function insertReminders(
  tx: Tx,
  { regionCode, at }: { readonly regionCode: string; readonly at: Date },
  reminders: readonly NewReminder[],
): Promise<readonly NewReminder[]> {
  const { rows } = await sql<NewReminder>`
    insert into app.follow_up_reminders (region_code, follow_up_id, stage, due_on, village_code, kecamatan_code, told_role, told_scope,
      sent_at)
    select ${regionCode}, r."followUpId", r."stage", r."dueOn", r."villageCode", r."kecamatanCode", r."toldRole", r."toldScope", ${at}
    from jsonb_to_recordset(${JSON.stringify(reminders)}::jsonb) as r("followUpId" uuid, "stage" text, "dueOn" date, "villageCode" text,
      "kecamatanCode" text, "toldRole" text, "toldScope" text)
    on conflict do nothing
    returning follow_up_id, stage, due_on, village_code, kecamatan_code, told_role, told_scope`.execute(tx);
  return rows;
}

export type SentReminder = Pick<NewReminder, "stage" | "dueOn" | "toldRole"> & { readonly sentAt: Date };

/** What went out for one follow-up, oldest first. */
export async function listReminders(tx: Tx, followUpId: string): Promise<readonly SentReminder[]> {
  const { rows } = await sql<SentReminder>`
    select r.stage, r.due_on, r.told_role, r.sent_at from app.follow_up_reminders r
    where r.follow_up_id = ${followUpId} and r.sent_at <= (select app.now()) order by r.sent_at, r.stage`.execute(
    tx,
  );
  return rows;
}
