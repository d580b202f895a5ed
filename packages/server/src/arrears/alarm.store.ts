import type { RescueAlarm } from "@tuwai/domain/arrears";
import type { Alarm } from "@tuwai/domain/cover";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type StandingAlarm = {
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly code: Alarm["code"] | RescueAlarm["code"];
  /** The day it should have been told. */
  readonly dueOn: CivilDate;
};

type Stamp = { readonly regionCode: string; readonly at: Date };

/**
 * Of these persons exactly these alarms stand. One that is new is raised, once, whenever that is; one that nobody told yet and
 * that no longer stands is withdrawn, and comes back if the evidence for it does. What was told stays told.
 */
export async function settleAlarms(
  tx: Tx,
  personIds: readonly string[],
  standing: readonly StandingAlarm[],
  { regionCode, at }: Stamp,
): Promise<void> {
  const alarms = JSON.stringify(standing);
  await sql`
    update app.cover_alarms a set withdrawn_at = ${at}
    where a.person_id = any(${personIds}::uuid[]) and a.withdrawn_at is null and a.told_at is null
      and not exists (select from jsonb_to_recordset(${alarms}::jsonb) as s("personId" uuid, "code" text, "dueOn" date)
        where s."personId" = a.person_id and s."code" = a.code and s."dueOn" = a.due_on)`.execute(tx);
  await sql`
    insert into app.cover_alarms as a (region_code, person_id, village_code, kecamatan_code, code, due_on, raised_at)
    select ${regionCode}, s."personId", s."villageCode", s."kecamatanCode", s."code", s."dueOn", ${at}
    from jsonb_to_recordset(${alarms}::jsonb) as s("personId" uuid, "villageCode" text, "kecamatanCode" text, "code" text, "dueOn" date)
    on conflict (person_id, code, due_on) do update set withdrawn_at = null where a.withdrawn_at is not null`.execute(
    tx,
  );
}

/** Marks what is open of these persons as told. Answers how many persons that were. */
export async function markTold(
  tx: Tx,
  personIds: readonly string[],
  by: { readonly userId: string; readonly at: Date },
): Promise<number> {
  const { rows } = await sql<{ personId: string }>`
    update app.cover_alarms set told_by = ${by.userId}, told_at = ${by.at}
    where person_id = any(${personIds}::uuid[]) and withdrawn_at is null and told_at is null returning person_id`.execute(
    tx,
  );
  return new Set(rows.map(({ personId }) => personId)).size;
}
