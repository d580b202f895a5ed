import type { BenefitFacts } from "@tuwai/domain/benefits";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { Keys } from "#keys";

/** Of an accident what doctor and bills say. */
export type AccidentFacts = Pick<BenefitFacts, "monthsUnable" | "disability" | "transport">;

export const noFacts: AccidentFacts = {
  monthsUnable: 0,
  disability: undefined,
  transport: { land: 0, sea: 0, air: 0 },
};

const placeOfFacts = (id: string) => ({ table: "claims", column: "facts", rowId: id });

export async function readFacts(tx: Tx, keys: Keys, claimId: string): Promise<AccidentFacts> {
  const { rows } = await sql<{ sealed: Buffer | null }>`
    select c.facts_sealed as sealed from app.claims c where c.id = ${claimId}`.execute(tx);
  const sealed = rows[0]?.sealed ?? null;
  return sealed === null ? noFacts : (JSON.parse(keys.open(sealed, placeOfFacts(claimId))) as AccidentFacts);
}

export async function writeFacts(tx: Tx, keys: Keys, claimId: string, facts: AccidentFacts): Promise<void> {
  const sealed = keys.seal(JSON.stringify(facts), placeOfFacts(claimId));
  await sql`update app.claims set facts_sealed = ${sealed}, version = version + 1 where id = ${claimId}`.execute(
    tx,
  );
}
