import type { Dialect } from "#expression";
import type { Stage, TableName } from "./stage.ts";

export type Row = Record<string, unknown>;

/** Wall seconds and CPU seconds (all threads of the process) of one step of a run. */
export type StageTime = { stage: string; seconds: number; cpuSeconds: number };

/** What a linkage run needs of a database: everything else about it is text of its dialect. */
export type Engine = {
  /** Name and version, for the provenance of models. */
  name: string;
  dialect: Dialect;
  run: (sql: string) => Promise<void>;
  rows: (sql: string) => Promise<Row[]>;
  one: (sql: string) => Promise<Row>;
  /** What the steps of this run have cost so far, in order. */
  times: StageTime[];
};

/** Runs a named step and notes what it cost. */
export async function timed<T>(engine: Engine, stage: string, work: () => Promise<T>): Promise<T> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  try {
    return await work();
  } finally {
    const { user, system } = process.cpuUsage(before);
    const seconds = (performance.now() - started) / 1000;
    engine.times.push({ stage, seconds: round(seconds), cpuSeconds: round((user + system) / 1e6) });
  }
}

/** Fills the stage's table, replacing an older one. */
export const runStage = (engine: Engine, stage: Stage): Promise<void> =>
  timed(engine, stage.name, async () => {
    for (const statement of engine.dialect.fill(stage)) await engine.run(statement);
  });

export async function runStages(engine: Engine, stages: readonly Stage[]): Promise<void> {
  for (const stage of stages) await runStage(engine, stage);
}

/** Gives back the memory of what the stages read and made, but for the tables later steps need. */
export async function dropUnneeded(
  engine: Engine,
  stages: readonly Stage[],
  needed: readonly TableName[],
): Promise<void> {
  const tables = new Set(stages.flatMap((stage) => [...stage.reads, stage.name]));
  await dropTables(
    engine,
    [...tables].filter((name) => !needed.includes(name)),
  );
}

export async function dropTables(engine: Engine, names: readonly TableName[]): Promise<void> {
  for (const name of names) await engine.run(`DROP TABLE IF EXISTS ${name}`);
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;
