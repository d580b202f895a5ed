import { expect, test } from "vitest";
import { loadList, openDatabase } from "#duckdb";
import { personModel } from "#indonesia";
import type { LinkageModel } from "#model";
import { twoLists } from "#stages";
import { syntheticLists } from "#testing";
import { scoreLists } from "./index.ts";

const { left, right } = syntheticLists(800, 21);

async function scored(model: LinkageModel, trained: boolean) {
  const db = await openDatabase({ threads: 1 });
  await loadList(db, "left", { rows: left }, model.inputs);
  await loadList(db, "right", { rows: right }, model.inputs);
  const run = await scoreLists(db, model, { sides: twoLists, seed: 1, thresholdBits: 0, trained });
  const rows = await db.rows("SELECT lid, rid, weight FROM scored ORDER BY lid, rid");
  db.close();
  return { rows, run };
}

test("leaving out hopeless pairs early loses none above the threshold", async () => {
  const model = personModel();
  const unpruned = { ...model, comparisons: model.comparisons.map((c) => ({ ...c, costly: false })) };
  const [pruned, whole] = [await scored(model, true), await scored(unpruned, true)];
  expect(pruned.rows.length).toBeGreaterThan(300);
  expect(pruned.rows.map((row) => [row["lid"], row["rid"]])).toEqual(
    whole.rows.map((row) => [row["lid"], row["rid"]]),
  );
  pruned.rows.forEach((row, i) =>
    expect(Number(row["weight"])).toBeCloseTo(Number(whole.rows[i]?.["weight"]), 3),
  );
});

test("training notes which sessions it used and why not the others, and keeps every number a chance", async () => {
  const { run } = await scored(personModel(), false);
  const { sessions, rows, seed } = run.model.provenance!;
  expect({ rows, seed }).toEqual({ rows: { left: 800, right: 800 }, seed: 1 });
  expect(sessions.map((session) => session.rule)).toEqual(
    run.model.training.sessions.map((session) => session.rule.id),
  );
  for (const session of sessions) if (!session.used) expect(session.reason).toMatch(/^it|^its/);
  for (const comparison of run.model.comparisons) {
    for (const level of comparison.levels) {
      for (const chance of [...Object.values(level.m ?? {}), ...Object.values(level.u ?? {})]) {
        expect(chance).toBeGreaterThan(0);
        expect(chance).toBeLessThanOrEqual(1);
      }
    }
  }
});
