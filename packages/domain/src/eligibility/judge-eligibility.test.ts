import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { region } from "#regions";
import { addDays, addMonths, civilDate, type CivilDate } from "#time";
import { defaultPolicy } from "./default-policy.ts";
import type { WorkerFacts } from "./facts.ts";
import { judgeEligibility } from "./judge-eligibility.ts";
import { policyOn, readPolicy, type EligibilityPolicy } from "./policy.ts";

const today = civilDate("2026-11-22");
const city = region("13.77", "Kota Pariaman").code;
const policy = defaultPolicy(city);

function aWorker(over: Partial<WorkerFacts> = {}): WorkerFacts {
  return {
    birthDate: civilDate("1979-05-03"),
    death: "alive",
    residence: region("13.77.02.2015", "Naras I").code,
    nik: "usable",
    stateService: "none",
    formalJob: false,
    work: { group: "trader", hazardous: false },
    consent: "given",
    paidThisMonthBy: null,
    proposedPayer: null,
    memberSince: null,
    welfare: undefined,
    bansos: [],
    protectedInFamily: 0,
    lastRescueDay: null,
    dependants: undefined,
    ...over,
  };
}

const codes = (facts: Partial<WorkerFacts>, by: EligibilityPolicy = policy) =>
  judgeEligibility(aWorker(facts), by, today).reasons.map(({ code }) => code);
const bornYearsAgo = (years: number, days = 0): CivilDate => addDays(addMonths(today, -12 * years), days);

const maybe = <Value>(value: Value) => fc.constantFrom(value, undefined);
const priority = (facts: Partial<WorkerFacts>) => judgeEligibility(aWorker(facts), policy, today).priority;
const scoreOfDecile = (decile: number) =>
  priority({ welfare: { from: decile, to: decile, release: "2026-08" } }).score;

describe("judgeEligibility", () => {
  it("an adult resident trader who consented and has no payer is eligible", () => {
    expect(judgeEligibility(aWorker(), policy, today)).toMatchObject({
      outcome: "eligible",
      reasons: [],
      missing: [],
      policy: { programme: "tuwai-ketan", version: 1 },
    });
  });

  it.each([
    ["on the 17th birthday", bornYearsAgo(17), []],
    ["the day before it", bornYearsAgo(17, 1), ["too-young"]],
    ["the day before the 65th birthday", bornYearsAgo(65, 1), []],
    ["on the 65th birthday", bornYearsAgo(65), ["too-old"]],
  ])("registers from 17 to below 65: %s", (_, birthDate, reasons) => {
    expect(codes({ birthDate })).toEqual(reasons);
  });

  it("a member who was young enough when registering may stay after the 65th birthday", () => {
    expect(codes({ birthDate: bornYearsAgo(66), memberSince: addMonths(today, -24) })).toEqual([]);
  });

  it.each<[string, Partial<WorkerFacts>, string]>([
    ["the dead", { death: { on: civilDate("2026-11-01") } }, "died"],
    ["residents of another region", { residence: region("13.05.01.2001", "x").code }, "lives-elsewhere"],
    ["civil servants", { stateService: "asn" }, "insured-by-the-state"],
    ["soldiers", { stateService: "tni" }, "insured-by-the-state"],
    ["police", { stateService: "polri" }, "insured-by-the-state"],
    ["employees, whom the employer must insure", { formalJob: true }, "formally-employed"],
    ["those who do not work", { work: "none" }, "does-not-work"],
    ["those whom another payer covers this month", { paidThisMonthBy: "DKP Provinsi" }, "paid-by-another"],
    ["those who refused", { consent: "refused" }, "consent-refused"],
    ["those who withdrew", { consent: "withdrawn" }, "consent-withdrawn"],
    ["people whose NIK is disputed", { nik: "disputed" }, "nik-disputed"],
  ])("refuses %s", (_, facts, code) => {
    expect(codes(facts)).toEqual([code]);
  });

  it("paying again for one's own worker is no double cover", () => {
    expect(codes({ paidThisMonthBy: "P-1", proposedPayer: "P-1" })).toEqual([]);
  });

  it("tells all reasons at once and all missing facts beside them", () => {
    const facts = {
      birthDate: bornYearsAgo(70),
      stateService: "asn",
      formalJob: true,
      consent: undefined,
    } as const;
    const judgement = judgeEligibility(aWorker(facts), policy, today);
    expect(judgement.outcome).toBe("ineligible");
    expect(judgement.reasons.map(({ code }) => code)).toEqual([
      "too-old",
      "insured-by-the-state",
      "formally-employed",
    ]);
    expect(judgement.missing).toEqual(["consent"]);
  });

  it("is undetermined while a fact is missing and nothing speaks against", () => {
    const judgement = judgeEligibility(
      aWorker({ birthDate: undefined, nik: "missing", consent: undefined }),
      policy,
      today,
    );
    expect(judgement).toMatchObject({
      outcome: "undetermined",
      reasons: [],
      missing: ["birth-date", "nik", "consent"],
    });
  });

  it("welcomes PKH and BPNT families by default, because they are whom the programme is for", () => {
    expect(codes({ bansos: ["pkh", "bpnt"] })).toEqual([]);
    expect(codes({ bansos: undefined })).toEqual([]);
  });

  it("a city that excludes bansos recipients and allows one per family can say so", () => {
    const pekalongan: EligibilityPolicy = {
      ...policy,
      excludes: { ...policy.excludes, bansosRecipients: true },
      onePerFamilyCard: true,
      workGroups: ["fisher", "driver"],
    };
    expect(codes({ bansos: ["pkh"], protectedInFamily: 1 }, pekalongan)).toEqual([
      "work-not-covered",
      "receives-bansos",
      "family-already-protected",
    ]);
    expect(codes({ bansos: ["pbi"], work: { group: "fisher", hazardous: true } }, pekalongan)).toEqual([]);
  });

  it("of a city that excludes aid and has not loaded who receives it nobody is decided, and it says which list is missing", () => {
    const strict = { ...policy, excludes: { ...policy.excludes, bansosRecipients: true } };
    expect(judgeEligibility(aWorker({ bansos: undefined }), strict, today)).toMatchObject({
      outcome: "undetermined",
      missing: ["bansos"],
    });
    expect(judgeEligibility(aWorker({ bansos: [] }), strict, today).outcome).toBe("eligible");
  });

  it("takes whom BPJS takes by the city's setting, and a policy may only be stricter", () => {
    const ages = { from: 18, below: 60 };
    const judge = (years: number, by: EligibilityPolicy) =>
      judgeEligibility(aWorker({ birthDate: bornYearsAgo(years) }), by, today, ages).reasons.map(
        ({ code }) => code,
      );
    expect(policy.age).toBeNull();
    expect([judge(17, policy), judge(18, policy), judge(60, policy)]).toEqual([
      ["too-young"],
      [],
      ["too-old"],
    ]);
    const wider = { ...policy, age: { from: 15, below: 70 } };
    expect([judge(17, wider), judge(60, wider)]).toEqual([["too-young"], ["too-old"]]);
    const narrower = { ...policy, age: { from: 21, below: 56 } };
    expect([judge(20, narrower), judge(56, narrower)]).toEqual([["too-young"], ["too-old"]]);
  });

  it("somebody of 17 in dangerous work waits for a person to look, and what was found decides", () => {
    const driver = { birthDate: bornYearsAgo(17), work: { group: "driver", hazardous: true } };
    const judge = (over: Partial<WorkerFacts>) =>
      judgeEligibility(aWorker({ ...driver, ...over }), policy, today);
    expect(judge({})).toMatchObject({ outcome: "undetermined", missing: ["second-look"] });
    expect(judge({ secondLook: "allowed" }).outcome).toBe("eligible");
    expect(judge({ secondLook: "refused" }).reasons).toEqual([{ code: "hazardous-under-18", age: 17 }]);
    expect(judge({ birthDate: bornYearsAgo(18) }).outcome).toBe("eligible");
    expect(judge({ work: { group: "trader", hazardous: false } }).outcome).toBe("eligible");
  });

  it("a decile limit refuses without ever naming the decile", () => {
    const limited = { ...policy, decileLimit: 4 };
    const judgement = judgeEligibility(
      aWorker({ welfare: { from: 7, to: 7, release: "2026-08" } }),
      limited,
      today,
    );
    expect(judgement.reasons).toEqual([{ code: "welfare-above-limit" }]);
    expect(codes({ welfare: { from: 4, to: 4, release: "2026-08" } }, limited)).toEqual([]);
    expect(judgeEligibility(aWorker(), limited, today).missing).toEqual(["welfare"]);
    const span = { from: 1, to: 10, release: "2026-08" };
    const crossing = judgeEligibility(aWorker({ welfare: span }), limited, today);
    expect([crossing.missing, crossing.reasons]).toEqual([["welfare"], []]);
  });

  it("never judges by a policy that does not hold on the day", () => {
    expect(() => judgeEligibility(aWorker(), policy, civilDate("2025-07-02"))).toThrow(RangeError);
    expect(() =>
      judgeEligibility(aWorker(), { ...policy, validUntil: civilDate("2026-10-31") }, today),
    ).toThrow(RangeError);
  });

  it("learning a missing fact never turns a refusal into anything else", () => {
    const facts = fc.record({
      birthDate: maybe(civilDate("1979-05-03")),
      stateService: fc.constantFrom("asn" as const, "none" as const, undefined),
      formalJob: fc.constantFrom(true, false, undefined),
      consent: fc.constantFrom("given" as const, "refused" as const, undefined),
    });
    fc.assert(
      fc.property(facts, (known) => {
        const before = judgeEligibility(aWorker(known), policy, today);
        const filled = Object.fromEntries(
          Object.entries(known).map(([key, value]) => [
            key,
            value ?? (aWorker() as Record<string, unknown>)[key],
          ]),
        );
        const after = judgeEligibility(aWorker(filled), policy, today);
        if (before.outcome === "ineligible") expect(after.outcome).toBe("ineligible");
        expect(after.missing).toEqual([]);
      }),
    );
  });
});

describe("priority", () => {
  it("puts hazardous work first, then those about to lapse, then the poorer, and says why", () => {
    const judged = priority({
      work: { group: "fisher", hazardous: true },
      lastRescueDay: addDays(today, 9),
      welfare: { from: 1, to: 1, release: "2026-08" },
      dependants: 5,
    });
    expect(judged).toEqual({
      score: 99,
      reasons: [
        { code: "hazardous-work", group: "fisher", points: 40 },
        { code: "about-to-lapse", daysLeft: 9, points: 30 },
        { code: "lower-welfare", points: 20 },
        { code: "has-dependants", dependants: 3, points: 9 },
      ],
    });
  });

  it("a rescue day that is past or far away gives no points", () => {
    expect(priority({ lastRescueDay: addDays(today, -1) }).score).toBe(0);
    expect(priority({ lastRescueDay: addDays(today, 32) }).score).toBe(0);
    expect(priority({ lastRescueDay: today }).score).toBe(30);
  });

  it("the poorer of two otherwise equal workers never comes later", () => {
    const deciles = fc.integer({ min: 1, max: 10 });
    fc.assert(
      fc.property(deciles, deciles, (a, b) => {
        if (a <= b) expect(scoreOfDecile(a)).toBeGreaterThanOrEqual(scoreOfDecile(b));
      }),
    );
  });
});

describe("policies as data", () => {
  it("survive being written as JSON and read again", () => {
    expect(readPolicy(JSON.parse(JSON.stringify(policy)))).toEqual({ ok: true, policy });
  });

  it("a misspelt or impossible rule is a problem with its place, never silently without effect", () => {
    const broken = {
      ...policy,
      excludes: { ...policy.excludes, bansos: true },
      age: { from: 65, below: 17 },
      validFrom: "2025-02-30",
    };
    const reading = readPolicy(broken);
    expect(reading.ok).toBe(false);
    expect(reading.ok ? [] : reading.problems.map(({ path }) => path).toSorted()).toEqual([
      "age",
      "excludes",
      "validFrom",
    ]);
  });

  it("the version of the day is used, and two at once are an error", () => {
    const ended = { ...policy, validUntil: civilDate("2026-06-30") };
    const next = { ...policy, version: 2, validFrom: civilDate("2026-07-01") };
    expect(policyOn([ended, next], "tuwai-ketan", civilDate("2026-06-30")).version).toBe(1);
    expect(policyOn([ended, next], "tuwai-ketan", civilDate("2026-07-01")).version).toBe(2);
    expect(() => policyOn([policy, next], "tuwai-ketan", today)).toThrow(RangeError);
    expect(() => policyOn([next], "tuwai-ketan", civilDate("2026-06-30"))).toThrow(RangeError);
  });
});
