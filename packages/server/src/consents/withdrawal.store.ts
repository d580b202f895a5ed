import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { WithdrawalTeller, WithdrawalWay } from "./withdrawal.ts";

export type WithdrawalRow = {
  readonly id: string;
  readonly personId: string;
  /** Whether a consent stood; else it was a refusal. */
  readonly wasGiven: boolean;
  readonly toldBy: WithdrawalTeller;
  readonly toldHow: WithdrawalWay;
  readonly toldOn: CivilDate;
  readonly note: string | null;
  readonly recordedRole: string;
  readonly recordedAt: Date;
  readonly undoneAt: Date | null;
  readonly handledAt: Date | null;
};

const columns = sql`w.id, w.person_id, w.was_given, w.told_by, w.told_how, w.told_on, w.note, w.recorded_role, w.recorded_at,
  w.undone_at, w.handled_at`;

/** Newest first, those undone as well. */
export async function listWithdrawals(tx: Tx, personId: string): Promise<readonly WithdrawalRow[]> {
  const { rows } = await sql<WithdrawalRow>`
    select ${columns} from app.consent_withdrawals w
    where w.person_id in (select id from app.all_of_persons(array[${personId}]::uuid[])) order by w.recorded_at desc, w.id desc`.execute(
    tx,
  );
  return rows;
}

export async function findWithdrawal(tx: Tx, area: Area, id: string): Promise<WithdrawalRow | undefined> {
  const { rows } = await sql<WithdrawalRow>`
    select ${columns} from app.consent_withdrawals w where w.id = ${id} and ${placeWithin(area, "w")}`.execute(
    tx,
  );
  return rows[0];
}

export type NewWithdrawal = Pick<WithdrawalRow, "id" | "personId" | "wasGiven" | "toldBy" | "toldHow"> & {
  readonly regionCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly toldOn: CivilDate;
  readonly note: string | null;
  readonly by: string;
  readonly role: string;
  readonly at: Date;
};

export async function insertWithdrawal(tx: Tx, w: NewWithdrawal): Promise<void> {
  await sql`
    insert into app.consent_withdrawals (region_code, id, village_code, kecamatan_code, person_id, was_given, told_by, told_how,
      told_on, note, recorded_by, recorded_role, recorded_at)
    values (${w.regionCode}, ${w.id}, ${w.villageCode}, ${w.kecamatanCode}, ${w.personId}, ${w.wasGiven}, ${w.toldBy}, ${w.toldHow},
      ${w.toldOn}::date, ${w.note}, ${w.by}, ${w.role}, ${w.at})`.execute(tx);
}

/** Says whether it stood and nobody had acted on it. */
export async function markUndone(
  tx: Tx,
  id: string,
  by: { readonly actorId: string; readonly at: Date },
): Promise<boolean> {
  const done = await sql`
    update app.consent_withdrawals set undone_by = ${by.actorId}, undone_at = ${by.at}
    where id = ${id} and undone_at is null and handled_at is null`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Says whether it stood and nobody had acted on it. */
export async function markHandled(
  tx: Tx,
  id: string,
  by: { readonly actorId: string; readonly at: Date; readonly note: string | null },
): Promise<boolean> {
  const done = await sql`
    update app.consent_withdrawals set handled_by = ${by.actorId}, handled_at = ${by.at}, handled_note = ${by.note}
    where id = ${id} and undone_at is null and handled_at is null`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}
