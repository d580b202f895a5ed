import type { PayerKind } from "@tuwai/domain/payers";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { FundSource } from "#contributions";
import type { Tx } from "#database";

export type PayerRow = {
  readonly id: string;
  readonly kind: PayerKind;
  readonly name: string;
  readonly fundSource: FundSource;
  /** The village whose budget it is; null for a payer of the city. */
  readonly villageCode: string | null;
  readonly contact: string | null;
  readonly agreement: string | null;
  readonly version: number;
};

const columns = sql`p.id, p.kind, p.name, p.fund_source, p.village_code, p.contact, p.agreement, p.version`;

/** All of an area; those of the city before the villages, then by name. */
export async function listPayerRows(tx: Tx, area: Area): Promise<readonly PayerRow[]> {
  const { rows } = await sql<PayerRow>`
    select ${columns} from app.payers p where ${placeWithin(area, "p")}
    order by p.kind = 'village', p.name, p.id`.execute(tx);
  return rows;
}

export async function findPayer(tx: Tx, area: Area, id: string): Promise<PayerRow | undefined> {
  const { rows } = await sql<PayerRow>`
    select ${columns} from app.payers p where p.id = ${id} and ${placeWithin(area, "p")}`.execute(tx);
  return rows[0];
}

/** Held until the transaction ends. */
export async function lockPayer(tx: Tx, area: Area, id: string): Promise<PayerRow | undefined> {
  const { rows } = await sql<PayerRow>`
    select ${columns} from app.payers p where p.id = ${id} and ${placeWithin(area, "p")} for update`.execute(
    tx,
  );
  return rows[0];
}

export type NewPayer = Omit<PayerRow, "version"> & {
  readonly regionCode: string;
  readonly by: string;
  readonly at: Date;
};

/** False where one of that name, or of that kind where there is one only, stands already. */
export async function insertPayer(tx: Tx, payer: NewPayer): Promise<boolean> {
  const done = await sql`
    insert into app.payers (region_code, id, kind, name, fund_source, village_code, contact, agreement, changed_by, changed_at)
    values (${payer.regionCode}, ${payer.id}, ${payer.kind}, ${payer.name}, ${payer.fundSource}, ${payer.villageCode}, ${payer.contact},
      ${payer.agreement}, ${payer.by}, ${payer.at}) on conflict do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

export type PayerTerms = Pick<PayerRow, "name" | "contact" | "agreement">;

export async function updatePayer(
  tx: Tx,
  payer: PayerTerms & { readonly id: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`
    update app.payers set name = ${payer.name}, contact = ${payer.contact}, agreement = ${payer.agreement}, changed_by = ${payer.by},
      changed_at = ${payer.at}, version = version + 1 where id = ${payer.id}`.execute(tx);
}
