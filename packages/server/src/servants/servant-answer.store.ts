import { sql } from "kysely";
import type { Tx } from "#database";

export type NewAnswer = {
  readonly id: string;
  readonly pledgeId: string;
  readonly finding: string;
  readonly told: string;
};

export async function insertAnswer(
  tx: Tx,
  answer: NewAnswer,
  by: { readonly regionCode: string; readonly actorId: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into app.servant_answers (region_code, id, pledge_id, finding, told_of, answered_by, answered_at)
    values (${by.regionCode}, ${answer.id}, ${answer.pledgeId}, ${answer.finding}, ${answer.told}, ${by.actorId}, ${by.at})
    on conflict do nothing`.execute(tx);
}
