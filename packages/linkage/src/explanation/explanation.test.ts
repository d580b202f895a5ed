import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { personModel, type PersonRecord } from "#indonesia";
import { modelFromMeanings } from "#meanings";
import { meanings } from "#model";
import {
  adviseOnPair,
  differencesInWords,
  explainPair,
  explanationInWords,
  fieldDifferences,
  frequencyInWords,
  pairExplainer,
  textDifferences,
  waterfall,
} from "./index.ts";

const model = personModel();
const explain = pairExplainer(model);
const aPerson = (more: Partial<PersonRecord> = {}): PersonRecord => ({
  id: "a",
  name: "Fajar Radika Iswahyudi",
  nik: "1377921403990001",
  familyCard: "1377920101150007",
  birthDate: "1999-03-14",
  sex: "L",
  villageCode: "13.77.92.2001",
  address: "JL. MELATI NO 4",
  ...more,
});
const levels = (a: PersonRecord, b: PersonRecord) =>
  Object.fromEntries(explain(a, b).evidence.map((e) => [e.comparison, e.level]));

const bornOn = (birthDate: string): PersonRecord => aPerson({ birthDate, nik: null });

describe("the explanation of a pair", () => {
  test("adds up: prior and evidence make the weight, the weight the probability", () => {
    const { weight, probability, priorBits, evidence } = explain(aPerson(), aPerson({ nik: null }));
    expect(evidence.reduce((sum, e) => sum + e.bits, priorBits)).toBeCloseTo(weight, 9);
    expect(probability).toBeCloseTo(1 / (1 + 2 ** -weight), 9);
  });

  test("does not depend on which record stands left", () => {
    const other = aPerson({ name: "FAJAR R", birthDate: "1999-03-01", nik: "1377921403990010" });
    expect(explain(other, aPerson()).weight).toBeCloseTo(explain(aPerson(), other).weight, 9);
  });

  test("weighs a rare name more than a common one when shares are known", () => {
    const rare = explainPair(model, aPerson(), aPerson(), () => 1e-5);
    const common = explainPair(model, aPerson(), aPerson(), () => 1e-2);
    expect(rare.weight).toBeGreaterThan(common.weight + 5);
  });

  test.each([
    [
      "a digit typed wrong",
      { nik: "1377921403990002", birthDate: "1999-03-15" },
      { nik: "other-serial", birth: "two-parts" },
    ],
    ["a wrong month", { birthDate: "1999-02-14" }, { birth: "two-parts" }],
    ["spreadsheet damage", { nik: "1377921403990000" }, { nik: "missing" }],
    ["a lost digit", { nik: "137792140399001" }, { nik: "digit-lost" }],
    ["an old spelling", { name: "FADJAR RADIKA ISWAHJUDI" }, { name: "same-sound" }],
    ["a dropped last word", { name: "Fajar Radika" }, { name: "words-within" }],
    ["a single word", { name: "Fajar" }, { name: "single-word" }],
    ["another card in the same street", { familyCard: "1377920101159999" }, { home: "same-address" }],
  ])("recognises %s", (_, change, expected) => {
    expect(levels(aPerson(), aPerson(change))).toMatchObject(expected);
  });

  test("recognises day and month swapped", () => {
    expect(levels(bornOn("1999-03-04"), bornOn("1999-04-03"))).toMatchObject({ birth: "day-month-swapped" });
  });

  test("reads in Indonesian and in English, prior first and chance last", () => {
    const lines = explanationInWords(explain(aPerson(), aPerson()), "id");
    expect(lines[0]).toContain("awal");
    expect(lines.at(-1)).toMatch(/^peluang orang yang sama: \d+\.\d\d %$/);
    expect(explanationInWords(explain(aPerson(), aPerson()), "en").at(-1)).toContain("same person");
  });
});

describe("the advice on a pair", () => {
  test("lets a full agreement stand", () => {
    expect(adviseOnPair(explain(aPerson(), aPerson()))).toEqual({ advice: "same-person", patterns: [] });
  });

  test("names twins and sends them to a person", () => {
    const twin = aPerson({ name: "Rahman Radika Iswahyudi", nik: "1377921403990002" });
    const { advice, patterns } = adviseOnPair(explain(aPerson(), twin));
    expect(patterns).toContain("twin-pattern");
    expect(advice).not.toBe("same-person");
  });

  test("names another member of the household", () => {
    const sister = aPerson({
      name: "Dewi Lestari",
      nik: "1377925205040001",
      birthDate: "2004-05-12",
      sex: "P",
    });
    const { advice, patterns } = adviseOnPair(explain(aPerson(), sister));
    expect(patterns).toContain("household-member");
    expect(advice).toBe("different");
  });

  test("warns when others compete for the row", () => {
    const pair = { ...explain(aPerson(), aPerson()), rivals: [{}] };
    expect(adviseOnPair(pair)).toEqual({ advice: "review", patterns: ["several-candidates"] });
  });
});

describe("an explanation for drawing and reading", () => {
  test("is a waterfall: each bar begins where the one before ended, the last is the sum", () => {
    const steps = waterfall(explain(aPerson(), aPerson({ nik: null })));
    const evidence = steps.filter((step) => step.kind === "evidence");
    expect(steps[0]).toMatchObject({ kind: "prior", from: 0 });
    evidence.forEach((step, i) => {
      expect(step.from).toBeCloseTo((i === 0 ? steps[0]?.to : evidence[i - 1]?.to) ?? 0, 9);
    });
    expect(steps.at(-1)).toMatchObject({ kind: "sum", from: 0 });
    expect(steps.at(-1)?.to).toBeCloseTo(evidence.at(-1)?.to ?? 0, 9);
  });

  test("names how common the agreeing name is, as people of each language write it", () => {
    const nurhayati = { value: "NURHAYATI", share: 0.0035 };
    expect(frequencyInWords(nurhayati, "id")).toBe("NURHAYATI: 3,5 per 1.000");
    expect(frequencyInWords(nurhayati, "en")).toBe("NURHAYATI: 3.5 per 1,000");
    expect(frequencyInWords({ value: "X", share: 0 }, "id")).toBe("X: sangat jarang");
    const known = explainPair(
      model,
      aPerson({ name: "Nurhayati" }),
      aPerson({ name: "Nurhayati" }),
      () => 0.0035,
    );
    expect(explanationInWords(known, "id").join()).toContain("nama: nama sama (NURHAYATI: 3,5 per 1.000)");
  });

  test("ends with advice and the patterns seen, when asked for", () => {
    const twin = explain(aPerson(), aPerson({ name: "Rahman Radika Iswahyudi", nik: "1377921403990002" }));
    const lines = explanationInWords(twin, "en", adviseOnPair(twin));
    expect(lines.some((line) => line.startsWith("advice: "))).toBe(true);
    expect(lines.some((line) => line.startsWith("- twin pattern"))).toBe(true);
  });

  test("shows both records field by field, letters that differ marked, whole where little is alike", () => {
    const differences = fieldDifferences(
      model,
      aPerson({ name: "DJOKO", sex: null }),
      aPerson({ name: "JOKO", address: "PASAR" }),
    );
    const lines = differencesInWords(differences);
    expect(lines.find((line) => line.startsWith("name"))).toContain("[D]JOKO");
    expect(lines.find((line) => line.startsWith("sex"))).toContain("[]{L}");
    expect(lines.find((line) => line.startsWith("address"))).toContain("[JL. MELATI NO 4]{PASAR}");
    expect(differences.find((difference) => difference.input === "nik")?.equal).toBe(true);
  });

  test("has words in both languages for every level, stratum and comparison that can be reached", () => {
    const columns = Object.fromEntries(meanings.map((meaning, i) => [`column${i}`, meaning]));
    for (const { comparisons } of [model, modelFromMeanings(columns).model]) {
      const labels = comparisons.flatMap((c) => [
        c.label,
        ...c.levels.map((level) => level.label),
        ...(c.strata ?? []).map((stratum) => stratum.label),
      ]);
      for (const label of labels) expect([label.id, label.en].every((text) => text.trim() !== "")).toBe(true);
    }
  });
});

describe("differences between two texts", () => {
  test("show what each side has alone", () => {
    expect(textDifferences("DJOKO", "JOKOE")).toEqual([
      { in: "left", text: "D" },
      { in: "both", text: "JOKO" },
      { in: "right", text: "E" },
    ]);
  });

  test("put together again give both texts", () => {
    const text = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const parts = textDifferences(a, b);
        const side = (which: "left" | "right") =>
          parts
            .filter((part) => part.in === "both" || part.in === which)
            .map((part) => part.text)
            .join("");
        expect([side("left"), side("right")]).toEqual([a, b]);
      }),
    );
  });
});
