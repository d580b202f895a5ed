import { sql } from "kysely";
import type { Tx } from "#database";

type Who = { readonly actorId: string; readonly reason: string | null; readonly at: Date };

export async function insertDecision(
  tx: Tx,
  decision: Who & {
    readonly regionCode: string;
    readonly id: string;
    readonly questionId: string;
    readonly verdict: "same" | "different" | "unsure" | "reopened";
  },
): Promise<void> {
  await sql`
    insert into app.link_decisions (region_code, id, question_id, verdict, reason, decided_by, at)
    values (${decision.regionCode}, ${decision.id}, ${decision.questionId}, ${decision.verdict}, ${decision.reason},
      ${decision.actorId}, ${decision.at})`.execute(tx);
}
