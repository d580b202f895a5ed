import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refusals } from "#claims";
import { civilDate } from "#time";
import { checkBehindRefusal } from "./behind-refusal.ts";
import { checkCodes, checks, shownCodes } from "./check.ts";
import { needsDecision, redReasons } from "./held-back.ts";
import { type EnrolmentFacts, isSameName, judgeClaimability } from "./judge-claimability.ts";
import { countVisits, sampleSize } from "./visit-sample.ts";

const on = civilDate("2026-12-01");
const rules = { ages: { from: 17, below: 65 }, evidenceMonths: 12 };
const fisher: EnrolmentFacts = {
  gone: null,
  birthDate: civilDate("1980-05-05"),
  nik: "verified",
  name: "Syafril, S.Pd",
  registerNames: ["SYAFRIL"],
  work: "works",
  hasPlace: true,
  evidence: [{ kind: "photo", seenOn: civilDate("2026-06-01") }],
  illness: "none",
  otherCover: "none",
  visit: null,
};
const judge = (more: Partial<EnrolmentFacts> = {}) => judgeClaimability({ ...fisher, ...more }, on, rules);
const born = (day: string) => judge({ birthDate: civilDate(day) }).missing;

describe("somebody about to be registered", () => {
  test("is green where everything that BPJS asks is known and speaks for it", () => {
    expect(judge()).toEqual({ result: "green", missing: [] });
  });

  test("is amber with every missing thing at once, and red as soon as one thing speaks against a claim", () => {
    const bare = { evidence: [], illness: null, hasPlace: false, nik: "unverified" } as const;
    expect(judge(bare)).toEqual({
      result: "amber",
      missing: ["identity-unverified", "place-unknown", "evidence-missing", "illness-not-asked"],
    });
    expect(judge({ ...bare, illness: "grave" })).toMatchObject({ result: "red" });
  });

  test.each([
    ["died", { gone: "died" }],
    ["moved", { gone: "moved" }],
    ["nik-missing", { nik: "missing" }],
    ["nik-disputed", { nik: "disputed" }],
    ["covered-elsewhere", { otherCover: "active" }],
    ["does-not-work", { work: "none" }],
    ["gravely-ill", { illness: "grave" }],
    ["found-not-working", { visit: "not-working" }],
    ["birth-date-unknown", { birthDate: null }],
  ] as const)("is red when %s", (code, more) => {
    expect(judge(more)).toEqual({ result: "red", missing: [code] });
  });

  test.each([
    ["cover-asked", { otherCover: "asked" }],
    ["name-differs", { registerNames: ["SYAFRIL", "SAFRIL"] }],
    ["work-unknown", { work: "unknown" }],
    ["evidence-old", { evidence: [{ kind: "photo", seenOn: civilDate("2025-11-30") }] }],
    ["not-found", { visit: "not-found" }],
  ] as const)("is amber when %s", (code, more) => {
    expect(judge(more)).toEqual({ result: "amber", missing: [code] });
  });

  test("is judged by the age on the day of registration: 17 is old enough on the birthday, 65 is too old on it", () => {
    expect(born("2009-12-01")).toEqual([]);
    expect(born("2009-12-02")).toEqual(["too-young"]);
    expect(born("1961-12-02")).toEqual([]);
    expect(born("1961-12-01")).toEqual(["too-old"]);
  });

  test("keeps names apart letter by letter, titles and signs aside", () => {
    expect(isSameName("Hj. Nur'aini", "NURAINI")).toBe(true);
    expect(isSameName("Nuraini", "Nurainih")).toBe(false);
  });

  test("is never made better by something more that is missing", () => {
    const rank = { green: 0, amber: 1, red: 2 };
    const facts = fc.record({
      gone: fc.constantFrom(null, "died", "moved"),
      nik: fc.constantFrom("verified", "unverified", "missing", "disputed"),
      work: fc.constantFrom("works", "none", "unknown"),
      illness: fc.constantFrom(null, "none", "grave"),
      visit: fc.constantFrom(null, "working", "not-working", "not-found"),
      otherCover: fc.constantFrom("active", "asked", "none"),
    }) as fc.Arbitrary<Partial<EnrolmentFacts>>;
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom("gone", "nik", "work", "illness", "visit", "otherCover"),
        (some, field) => {
          const better = judge({ ...some, [field]: fisher[field as keyof EnrolmentFacts] });
          expect(rank[better.result]).toBeLessThanOrEqual(rank[judge(some).result]);
        },
      ),
    );
  });
});

test("every check says by what BPJS refuses, and none claims to have been read in the instrument", () => {
  for (const code of checkCodes) {
    expect(checks[code].source.article).not.toBe("");
    expect(checks[code].source.mark).not.toBe("text-read");
  }
});

test("what a family told the village is not told on, neither an illness nor a visit", () => {
  expect(shownCodes(["too-old", "gravely-ill", "found-not-working"], false)).toEqual([
    "too-old",
    "told-by-village",
  ]);
  expect(shownCodes(["gravely-ill"], true)).toEqual(["gravely-ill"]);
});

describe("somebody red", () => {
  test("waits for a person until one decided, and waits again once something else turns red", () => {
    expect(needsDecision(["too-old"], null)).toBe(true);
    expect(needsDecision(["too-old"], { decision: "send", missing: ["too-old"] })).toBe(false);
    expect(needsDecision(["too-old", "moved"], { decision: "send", missing: ["too-old"] })).toBe(true);
    expect(needsDecision(["too-old"], { decision: "hold", missing: [] })).toBe(false);
    expect(needsDecision(["too-old"], { decision: "release", missing: ["too-old"] })).toBe(true);
    expect(needsDecision(["evidence-missing"], null)).toBe(false);
  });

  test("is decided on with a reason of that decision alone", () => {
    const all = Object.values(redReasons).flat();
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("a sample to be visited", () => {
  test("takes a share of each stratum, rounded up, at least so many and never more than there are", () => {
    const rule = { percent: 10, least: 2 };
    expect([0, 1, 2, 20, 21, 100].map((size) => sampleSize(size, rule))).toEqual([0, 1, 2, 2, 3, 10]);
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 0, max: 100 }), fc.nat(20), (size, percent, least) => {
        const drawn = sampleSize(size, { percent, least });
        expect(drawn).toBeGreaterThanOrEqual(Math.min(size, least));
        expect(drawn).toBeLessThanOrEqual(size);
      }),
    );
  });

  test("counts who was not answered about as unanswered, never as found", () => {
    expect(countVisits(["working", null, "not-found", null, "not-working"])).toEqual({
      drawn: 5,
      working: 1,
      notWorking: 1,
      notFound: 1,
      unanswered: 2,
    });
  });
});

test("a refused claim names the checks that would have caught it, and none where it arose later", () => {
  expect(checkBehindRefusal("ill-at-enrolment")).toContain("gravely-ill");
  expect(checkBehindRefusal("not-working")).toContain("evidence-missing");
  expect(checkBehindRefusal("documents-incomplete")).toEqual([]);
  const caught = refusals.flatMap(checkBehindRefusal);
  expect(caught.every((code) => checkCodes.includes(code))).toBe(true);
});
