import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Role } from "#app";
import type { Tx } from "#database";

/** Where a village office is reached. */
export type VillageContact = {
  readonly villageCode: string;
  readonly phone: string | null;
  readonly whatsapp: string | null;
  readonly toldRole: Role;
  readonly toldAt: Date;
};

export async function listContacts(tx: Tx, area: Area): Promise<readonly VillageContact[]> {
  const { rows } = await sql<VillageContact>`
    select c.village_code, c.phone, c.whatsapp, c.told_role, c.told_at from app.village_contacts c
    where ${placeWithin(area, "c")} order by c.village_code`.execute(tx);
  return rows;
}

type NewContact = VillageContact & {
  readonly regionCode: string;
  readonly kecamatanCode: string;
  readonly toldBy: string;
};

/** Says whether there was one to change. */
export async function updateContact(tx: Tx, c: NewContact): Promise<boolean> {
  const done = await sql`
    update app.village_contacts set phone = ${c.phone}, whatsapp = ${c.whatsapp}, told_by = ${c.toldBy}, told_role = ${c.toldRole},
      told_at = ${c.toldAt} where region_code = ${c.regionCode} and village_code = ${c.villageCode}`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0) > 0;
}

export async function insertContact(tx: Tx, c: NewContact): Promise<void> {
  await sql`
    insert into app.village_contacts (region_code, village_code, kecamatan_code, phone, whatsapp, told_by, told_role, told_at)
    values (${c.regionCode}, ${c.villageCode}, ${c.kecamatanCode}, ${c.phone}, ${c.whatsapp}, ${c.toldBy}, ${c.toldRole},
      ${c.toldAt})`.execute(tx);
}
