import { expect, test } from "vitest";
import { same } from "#expression";
import { loadList, openDatabase } from "#duckdb";
import { scoreLists } from "#linking";
import { twoLists } from "#stages";
import { syntheticLists } from "#testing";
import { buildModel, dateOf, digitsOnly, plainText, wordSet } from "./index.ts";

const words = (id: string) => ({ id, en: id });
const model = buildModel({
  name: "people",
  inputs: {
    name: { meaning: "full-name", from: ["name"] },
    birth: { meaning: "birth-date", from: ["birthDate"] },
    nik: { meaning: "national-id", from: ["nik"] },
    village: { meaning: "place", from: ["villageCode"] },
  },
  features: {
    name: { name_text: plainText("name"), ...wordSet("name_text") },
    birth: { birth_day: dateOf("birth") },
  },
  rowFeatures: { nik_digits: digitsOnly("nik") },
  comparisons: ({ compare }) => ({
    name: compare({
      of: "name_text",
      costly: true,
      levels: (level) => [
        level.exact("name_text", { frequency: true }),
        level.wordsWithin("name_text"),
        level.jaroWinkler("name_text", 0.9),
        level.otherwise(),
      ],
    }),
    birth: compare({
      of: "birth_day",
      levels: (level) => [level.exact("birth_day"), level.dateParts("birth_day"), level.otherwise()],
    }),
    nik: compare({
      of: "nik_digits",
      tieM: true,
      strata: { "same-birth": { label: words("tanggal lahir sama"), when: same("birth_day") } },
      levels: (level) => [level.exact("nik_digits"), level.levenshtein("nik_digits", 1), level.otherwise()],
    }),
    village: compare({ of: "village", levels: (level) => [level.exact("village"), level.otherwise()] }),
  }),
  blocking: (rule) => [rule("nik_digits"), rule("birth_day"), rule("name_text", "village")],
  training: (rule) => ({
    certain: [rule("nik_digits", "birth_day")],
    recall: 0.6,
    sessions: [
      { rule: rule("nik_digits"), skips: ["nik"] },
      { rule: rule("birth_day"), skips: ["birth"] },
      { rule: rule("name_text", "village"), skips: ["name", "village"] },
    ],
  }),
});

test("a model built in code is trained without labels and finds the people of a small city", async () => {
  const { left, right } = syntheticLists(1500, 41);
  const db = await openDatabase({ threads: 1 });
  try {
    await loadList(db, "left", { rows: left }, model.inputs);
    await loadList(db, "right", { rows: right }, model.inputs);
    await scoreLists(db, model, { sides: twoLists, seed: 1, thresholdBits: 2, trained: false });
    const rows = await db.rows(
      "SELECT l.uid AS a, r.uid AS b FROM scored s JOIN records_left l ON l.id = s.lid JOIN records_right r ON r.id = s.rid",
    );
    const who = new Map([...left, ...right].map((person) => [person.id, person.who]));
    const correct = rows.filter((row) => who.get(String(row["a"])) === who.get(String(row["b"]))).length;
    const there = new Set(left.map((person) => person.who));
    const matches = right.filter((person) => there.has(person.who)).length;
    expect(correct / rows.length).toBeGreaterThan(0.95);
    expect(correct / matches).toBeGreaterThan(0.9);
  } finally {
    db.close();
  }
});
