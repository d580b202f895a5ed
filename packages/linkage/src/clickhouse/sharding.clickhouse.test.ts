import { afterAll, beforeAll, expect, test } from "vitest";
import { personModel } from "#indonesia";
import { candidateBits, scoreLists } from "#linking";
import { keysStage, pairsStage, runStages, shardPairsStage, twoLists } from "#stages";
import { chdbSession, syntheticLists } from "#testing";
import { clickHouseSession, openClickHouse, type ClickHouseEngine } from "./index.ts";
import { loadIntoClickHouse } from "./load-list.ts";

const session = chdbSession();
let engine: ClickHouseEngine;
beforeAll(async () => {
  engine = await openClickHouse(clickHouseSession(session));
});
afterAll(async () => {
  await engine.close();
  session.close();
});

const order = (row: Record<string, unknown>): number => Number(row["lid"]) * 10_000 + Number(row["rid"]);

test("the key hashes of ClickHouse cut the pairs into shards that share none and lose none", async () => {
  const model = personModel();
  const lists = syntheticLists(2000, 3);
  for (const side of ["left", "right"] as const)
    await loadIntoClickHouse(engine, side, { rows: lists[side] }, model.inputs);
  await scoreLists(engine, model, { sides: twoLists, seed: 1, thresholdBits: candidateBits, trained: true });
  const pairs = () => engine.rows("SELECT rule, lid, rid FROM pairs ORDER BY lid, rid");
  await runStages(engine, [
    pairsStage(model, engine.dialect, twoLists),
    keysStage(model, engine.dialect, twoLists, "left"),
    keysStage(model, engine.dialect, twoLists, "right"),
  ]);
  const whole = await pairs();
  const apart = [];
  for (const shard of [0, 1, 2]) {
    await runStages(engine, [shardPairsStage(model, engine.dialect, twoLists, { shard, of: 3 })]);
    apart.push(...(await pairs()));
  }
  expect(whole.length).toBeGreaterThan(1000);
  expect(apart.toSorted((a, b) => order(a) - order(b))).toEqual(whole);
});
