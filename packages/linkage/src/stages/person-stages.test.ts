import { expect, test } from "vitest";
import { clickHouseDialect, duckdbDialect, sparkDialect } from "#expression";
import { personModel } from "#indonesia";
import { isOneList, oneList, pairsStage, prepareStages, scoredStage, twoLists, type Stage } from "./index.ts";

const model = personModel();
const text = (stages: readonly Stage[]) =>
  `${stages.map((s) => `-- ${s.name} <- ${s.reads.join(", ")}\n-- ${s.says}\n${s.sql};`).join("\n\n")}\n`;

test.each([
  ["", duckdbDialect],
  [".clickhouse", clickHouseDialect],
  [".spark", sparkDialect],
])("the SQL of a whole run is text that can be reviewed%s", async (suffix, dialect) => {
  const stages = [
    ...prepareStages(model, dialect, { sides: ["left", "right"] }),
    pairsStage(model, dialect, twoLists),
    scoredStage(model, dialect, twoLists, { thresholdBits: 0, keepCodes: false }),
  ];
  await expect(text(stages)).toMatchFileSnapshot(`./person-stages${suffix}.sql`);
});

test("every stage says what a row of it is and reads only tables made before it", () => {
  const made = new Set<string>(["raw_left", "raw_right"]);
  const stages = [
    ...prepareStages(model, duckdbDialect, { sides: ["left", "right"] }),
    pairsStage(model, duckdbDialect, twoLists),
    scoredStage(model, duckdbDialect, twoLists, { thresholdBits: 0, keepCodes: true }),
  ];
  for (const stage of stages) {
    expect(stage.says).toMatch(/^one row per /);
    for (const table of stage.reads) expect([...made], stage.name).toContain(table);
    made.add(stage.name);
  }
});

test("one list is compared with itself, each pair once", () => {
  expect(isOneList(oneList)).toBe(true);
  expect(pairsStage(model, duckdbDialect, oneList).sql).toContain("l.id < r.id");
  expect(pairsStage(model, duckdbDialect, twoLists).sql).not.toContain("l.id < r.id");
});

test("a pair found by two rules is kept under the first only", () => {
  const { sql, parts } = pairsStage(
    { ...model, blocking: model.blocking.slice(0, 2) },
    duckdbDialect,
    twoLists,
  );
  expect(sql).toMatch(/^SELECT min\(rule\) AS rule, lid, rid FROM .* GROUP BY lid, rid$/s);
  expect(parts?.[1]).toContain("NOT (coalesce(l.nik_number = r.nik_number, FALSE))");
});
