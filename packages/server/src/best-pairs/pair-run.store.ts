import { sql } from "kysely";
import type { Tx } from "#database";
import type { PairAnswer } from "./pair-answer.ts";
import type { PairQuestion } from "./pair-question.ts";

export type PairRun = {
  readonly id: string;
  readonly proposes: boolean;
  readonly question: PairQuestion;
  readonly askedAt: Date;
  readonly finishedAt: Date | null;
  /** Null while it is being chosen. */
  readonly answer: PairAnswer | null;
};

const columns = sql`r.id, r.proposes, r.question, r.asked_at, r.finished_at, r.answer`;

/** The last runs, newest first. */
export async function listRuns(tx: Tx, limit: number): Promise<readonly PairRun[]> {
  const { rows } = await sql<PairRun>`
    select ${columns} from app.pair_runs r where r.region_code = (select app.region())
    order by r.asked_at desc, r.id desc limit ${limit}`.execute(tx);
  return rows;
}

/** Held until the transaction ends where `hold` says so. */
export async function findRun(tx: Tx, id: string, hold: boolean): Promise<PairRun | undefined> {
  const { rows } = await sql<PairRun>`
    select ${columns} from app.pair_runs r where r.id = ${id} ${hold ? sql`for update` : sql``}`.execute(tx);
  return rows[0];
}

type NewRun = Pick<PairRun, "id" | "proposes" | "question"> & {
  readonly regionCode: string;
  readonly by: string;
  readonly at: Date;
};

/** Says whether it began; false where one is being chosen already. */
export async function insertRun(tx: Tx, run: NewRun): Promise<boolean> {
  const done = await sql`
    insert into app.pair_runs (region_code, id, proposes, question, asked_by, asked_at)
    values (${run.regionCode}, ${run.id}, ${run.proposes}, ${JSON.stringify(run.question)}::jsonb, ${run.by}, ${run.at})
    on conflict do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

export async function finishRun(tx: Tx, id: string, answer: PairAnswer, at: Date): Promise<void> {
  await sql`update app.pair_runs set answer = ${JSON.stringify(answer)}::jsonb, finished_at = ${at}
    where id = ${id} and finished_at is null`.execute(tx);
}
