import type { DocumentState } from "@tuwai/domain/claims";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { Step } from "#use-case";
import type { ClaimRow } from "./claim.store.ts";

export type MarkedDocument = {
  readonly id: string;
  readonly code: string;
  readonly state: DocumentState;
  readonly fileName: string | null;
  readonly markedAt: Date;
};

/** The newest mark of each document of a case. */
export async function listMarked(tx: Tx, claimId: string): Promise<readonly MarkedDocument[]> {
  const { rows } = await sql<MarkedDocument>`
    select distinct on (d.code) d.id, d.code, d.state, d.file_name, d.marked_at from app.claim_documents d
    where d.claim_id = ${claimId} order by d.code, d.marked_at desc, d.id desc`.execute(tx);
  return rows;
}

export type PictureOf = { readonly name: string; readonly type: string; readonly bytes: Buffer };
type Sealed = { readonly name: string; readonly type: string; readonly sealed: Buffer };

export async function findPicture(tx: Tx, claimId: string, id: string): Promise<Sealed | undefined> {
  const { rows } = await sql<Sealed>`
    select d.file_name as name, d.file_type as type, d.sealed from app.claim_documents d
    where d.claim_id = ${claimId} and d.id = ${id}::uuid and d.sealed is not null`.execute(tx);
  return rows[0];
}

type New = {
  readonly id: string;
  readonly code: string;
  readonly state: DocumentState;
  readonly picture: (Sealed & { readonly hash: Buffer }) | null;
};

export async function insertDocument({ tx, actor, now }: Step, of: ClaimRow, d: New): Promise<void> {
  const { name = null, type = null, hash = null, sealed = null } = d.picture ?? {};
  await sql`
    insert into app.claim_documents (region_code, id, claim_id, village_code, kecamatan_code, branch, code, state, file_name, file_type, file_hash,
      sealed, marked_by, marked_at)
    values (${actor.regionCode}, ${d.id}, ${of.id}, ${of.villageCode}, ${of.kecamatanCode}, ${of.branch}, ${d.code}, ${d.state},
      ${name}, ${type}, ${hash}, ${sealed}, ${actor.userId}, ${now})`.execute(tx);
}
