import { expect, test } from "vitest";
import { personModel, untrainedPersonModel } from "#indonesia";
import { sqlFiles, type SqlFilesOptions } from "./index.ts";

const options: SqlFilesOptions = {
  dialect: "spark",
  left: { path: "/data/registry.parquet", id: "id" },
  right: { path: "/data/village's list", id: "id" },
  out: "/data/out",
  leftRows: 6_000_000,
};

test("a run is numbered files and a contract in words, the same text every time", async () => {
  const files = sqlFiles(personModel(), options);
  expect(sqlFiles(personModel(), options)).toEqual(files);
  expect(files.map(({ name }) => name)).toMatchInlineSnapshot(`
    [
      "01-raw_left.sql",
      "02-raw_right.sql",
      "03-ids_left.sql",
      "04-ids_right.sql",
      "05-values_name.sql",
      "06-values_birth.sql",
      "07-values_sex.sql",
      "08-values_village.sql",
      "09-share_name_normal.sql",
      "10-share_name_sound.sql",
      "11-share_first_word.sql",
      "12-known_name.sql",
      "13-known_birth.sql",
      "14-known_sex.sql",
      "15-known_village.sql",
      "16-records_left.sql",
      "17-records_right.sql",
      "18-pairs.sql",
      "19-scored.sql",
      "20-results.sql",
      "README.md",
    ]
  `);
  const short = files.filter(({ name }) => /raw|ids|results|README/.test(name));
  const shown = short.map(({ name, text }) => `==== ${name}\n${text}`).join("\n");
  await expect(shown).toMatchFileSnapshot("./sql-files.txt");
});

const tableRead = /(?:FROM|JOIN) ((?:raw|ids|values|share|known|records)_\w+|pairs|scored)\b/g;

test("every table a statement reads was made by an earlier one", () => {
  const made = new Set<string>();
  const files = sqlFiles(personModel(), options).filter(({ name }) => name.endsWith(".sql"));
  for (const statement of files.flatMap(({ text }) => text.split(";\n"))) {
    for (const [, table = ""] of statement.matchAll(tableRead)) expect([...made], statement).toContain(table);
    made.add(/CREATE TABLE (\w+)/.exec(statement)?.[1] ?? "");
  }
  expect(made).toContain("scored");
});

test("one list is compared with itself, each pair once", () => {
  const { right: _, ...one } = options;
  const texts = sqlFiles(personModel(), one).map(({ text }) => text);
  expect(texts.join()).not.toContain("records_right");
  expect(texts.find((text) => text.includes("CREATE TABLE pairs"))).toContain("l.id < r.id");
});

test("a model without numbers is refused", () => {
  const untrained = untrainedPersonModel();
  for (const { levels } of untrained.comparisons) for (const level of levels) delete level.m;
  expect(() => sqlFiles({ ...untrained, lambda: 1e-5 }, options)).toThrow("must be trained");
  expect(() => sqlFiles(untrainedPersonModel(), options)).toThrow("must be trained");
});
