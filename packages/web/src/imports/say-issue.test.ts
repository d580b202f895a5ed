import { globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { fieldKinds, issueRules } from "@tuwai/domain/intake";
import { importFieldTexts } from "#language/import-fields.ts";
import { issueTexts } from "#language/import-issues.ts";
import { sayIssue } from "./say-issue.ts";

/** Codes that features give when they apply rows; read from their sources, so that a new one cannot be forgotten. */
const server = join(import.meta.dirname, "../../../server/src");
const features = globSync("*/feature.ts", { cwd: server })
  .filter((path) => readFileSync(join(server, path), "utf8").includes("importKinds("))
  .map((path) => dirname(join(server, path)));
const applierCodes = features.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.includes(".test."))
    .flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(/"([EW]-[A-Z][A-Z-]+)"/g)])
    .map(([, code]) => code!),
);
const codes = [...new Set([...Object.keys(issueRules), ...applierCodes])];

describe("what is said about a problem", () => {
  it("finds the codes of the appliers at all", () => {
    expect(applierCodes).toEqual(expect.arrayContaining(["E-VILLAGE", "E-RESULT-KPJ", "E-RECEIPT-LESS"]));
  });

  it.each(codes)("%s has one sentence and one repair in both languages", (code) => {
    for (const language of ["id", "en"] as const) {
      const sentences: Readonly<Record<string, readonly string[]>> = issueTexts[language].sentences;
      expect(sentences[code], `${language} ${code}`).toHaveLength(2);
      for (const sentence of sentences[code]!) expect(sentence).toMatch(/^[^ ].*[.?]$/);
      const { repair } = sayIssue(language, { code, details: {} });
      expect(repair).not.toBe("");
    }
  });

  it("is said for no code that does not exist", () => {
    expect(Object.keys(issueTexts.id.sentences).filter((code) => !codes.includes(code))).toEqual([]);
  });

  it.each(codes)("%s speaks only of details its rule allows, and of no digits of a person", (code) => {
    const rule = issueRules[code as keyof typeof issueRules] as { details?: readonly string[] } | undefined;
    const allowed = rule?.details ?? ["expected", "field"];
    for (const language of ["id", "en"] as const) {
      const text = issueTexts[language].sentences[code as keyof typeof issueTexts.id.sentences].join(" ");
      const spoken = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
      expect(spoken.filter((name) => !allowed.includes(name))).toEqual([]);
    }
  });

  it("names every field a file can hold", () => {
    expect(Object.keys(importFieldTexts.id.fields).toSorted()).toEqual(Object.keys(fieldKinds).toSorted());
  });

  it("fills in what is known and leaves out the sentence about what is not", () => {
    const known = sayIssue("id", { code: "E-NIK-LEN", details: { digits: 15 } });
    expect(known.problem).toBe("NIK harus 16 angka. Yang diisi 15 angka.");
    expect(sayIssue("id", { code: "E-NIK-LEN", details: {} }).problem).toBe("NIK harus 16 angka.");
    const village = sayIssue(
      "en",
      { code: "E-SCOPE", details: { village: "13.77.02.2015" } },
      () => "Naras I",
    );
    expect(village.problem).toBe("This row is not from your area. It says Naras I.");
    const missing = sayIssue("id", { code: "E-COLUMN-MISSING", details: { anyOf: ["nik", "kpj"] } });
    expect(missing.problem).toContain("NIK atau Nomor KPJ");
  });
});
