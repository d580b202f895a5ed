import { missingFacts, reasonCodes } from "@tuwai/domain/eligibility";
import { exclusionReasons } from "@tuwai/server/endorsements";
import { describe, expect, it } from "vitest";
import { eligibilityTexts } from "#language/eligibility.ts";
import { languages } from "#language/language.ts";
import { codeWords, reasonWords } from "./reason-words.ts";

describe.each(languages)("reasons in words, %s", (language) => {
  const t = eligibilityTexts[language];

  it.each([...reasonCodes, ...exclusionReasons, "not-judged"])("%s has a sentence", (code) => {
    expect(codeWords(t, code)).not.toBe(code);
    expect(codeWords(t, code)).toMatch(/^[A-Z].{3,}/);
  });

  it.each(missingFacts)("the missing fact %s has a sentence, as a reason and as an exclusion", (fact) => {
    expect(reasonWords(t, language, { code: "fact-missing", fact })).toBe(t.facts[fact]);
    expect(codeWords(t, `fact-missing:${fact}`)).toBe(t.facts[fact]);
  });

  it("no sentence names a decile or says that an identity number exists elsewhere", () => {
    const all = [...reasonCodes, ...exclusionReasons].map((code) => codeWords(t, code)).join(" ");
    expect(all).not.toMatch(/desil|decile|NIK|ID number/i);
  });

  it("an age is told beside the limit it misses", () => {
    expect(reasonWords(t, language, { code: "too-young", age: 16, from: 17 })).toMatch(/16.*17/);
    expect(reasonWords(t, language, { code: "too-old", age: 70, below: 65 })).toMatch(/70.*65/);
  });
});
