import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type CivilDate, civilDate as d } from "#time";
import {
  birthAgainst,
  countSiblings,
  explainFamilyHeirs,
  forgetFrom,
  guardianState,
  hasConsent,
  householdFaults,
  isOrphanOn,
  type Kinship,
  type Member,
  proposeHead,
  reasonsAgainstGuardian,
  roleOf,
  type Term,
  termOn,
  withDeath,
  withHead,
} from "./index.ts";

const begun = d("2020-01-01");
const died = d("2026-11-04");

function member(id: string, kinship: Kinship, birthDate: string, ...terms: Partial<Term>[]): Member {
  const usual = { role: roleOf(kinship), from: begun, until: null, ending: null };
  return {
    id,
    kinship,
    birthDate: d(birthDate),
    terms: terms.length === 0 ? [usual] : terms.map((term) => ({ ...usual, ...term })),
  };
}

const self = member("self", "self", "1980-01-01");
const wife = member("wife", "spouse", "1983-01-01");
const eldest = member("eldest", "child", "2006-02-01");
const second = member("second", "child", "2012-06-01");
const father = member("father", "parent", "1950-01-01");
const brother = member("brother", "sibling", "1985-01-01");

const heirsOf = (...members: Member[]) => explainFamilyHeirs([self, ...members], died, false);
const ids = (...members: Member[]) => heirsOf(...members).heirs.map(({ id }) => id);
const born = (days: number) => member("baby", "child", addDays(died, days), { from: addDays(died, days) });
const from = (first: string, until: string | null = null) => ({
  from: d(first),
  until: until === null ? null : d(until),
});

describe("a household", () => {
  test("refuses two stands of one member on one day, two heads, an end before the beginning, a stand before birth", () => {
    expect(householdFaults([self, wife, eldest])).toEqual([]);
    const twice = member("a", "sibling", "1990-01-01", { until: d("2024-01-01") }, { from: d("2023-12-31") });
    expect(householdFaults([twice])).toEqual(["overlaps"]);
    expect(householdFaults([self, member("b", "other", "1990-01-01", { role: "head" })])).toEqual([
      "second-head",
    ]);
    expect(householdFaults([member("c", "other", "1990-01-01", { until: begun })])).toEqual([
      "until-before-from",
    ]);
    expect(householdFaults([member("d", "child", "2021-01-01")])).toEqual(["before-birth"]);
    expect(householdFaults([member("d", "child", "2021-01-01", { from: null })])).toEqual([]);
    expect(
      householdFaults([member("f", "other", "1990-01-01", { from: null, until: d("2024-01-01") }, {})]),
    ).toEqual(["overlaps"]);
    const again = member(
      "e",
      "child",
      "2010-01-01",
      { until: d("2024-01-01"), ending: "moved" },
      { from: d("2024-01-01") },
    );
    expect(householdFaults([again])).toEqual([]);
  });

  test("whose head died gets the spouse proposed, then the eldest grown child, then parents and siblings; a head who stands is kept", () => {
    const left = (...members: Member[]) => proposeHead(withDeath([self, ...members], died), died);
    expect(left(second, eldest, wife, father)).toEqual({ id: "wife", because: "spouse" });
    expect(left(second, eldest, father)).toEqual({ id: "eldest", because: "eldest-adult-child" });
    expect(left(second, father, brother)).toEqual({ id: "father", because: "parent" });
    expect(left(second, brother)).toEqual({ id: "brother", because: "eldest-adult-sibling" });
    expect(left(second)).toBeNull();
    expect(proposeHead([self, wife], died)).toBeNull();
  });

  test("has one head after a person confirmed: the new one from that day on, in one stand", () => {
    const after = withHead(withDeath([self, wife, eldest], died), "wife", died);
    expect(householdFaults(after)).toEqual([]);
    expect(after.filter((each) => termOn(each, died)?.role === "head").map(({ id }) => id)).toEqual(["wife"]);
    expect(termOn(after[1]!, addDays(died, -1))?.role).toBe("spouse");
    const back = withHead([self, wife], "wife", died);
    expect(termOn(back[0]!, died)?.role).toBe("other");
  });

  test("whatever heads are chosen on whatever days in order: no day with two, nobody twice on a day", () => {
    const days = fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.nat(3)), { maxLength: 8 });
    fc.assert(
      fc.property(days, (choices) => {
        let members: Member[] = [self, wife, eldest, brother].map((each) => ({
          ...each,
          birthDate: d("1960-01-01"),
        }));
        for (const [day, who] of choices.toSorted(([a], [b]) => a - b)) {
          const on = addDays(begun, day);
          members = withHead(members, members[who]!.id, on);
          expect(members.filter((each) => termOn(each, on)?.role === "head")).toHaveLength(1);
        }
        expect(householdFaults(members)).toEqual([]);
      }),
    );
  });
});

describe("children", () => {
  const childAt = fc.record({
    birth: fc.integer({ min: 0, max: 8000 }),
    ending: fc.constantFrom(null, "died" as const, "moved" as const, "mistaken" as const),
  });

  test("have as many siblings as other children live, whoever is counted and in whatever order", () => {
    fc.assert(
      fc.property(fc.array(childAt, { maxLength: 9 }), fc.integer({ min: 0, max: 9000 }), (drawn, day) => {
        const on = addDays(d("2001-01-01"), day);
        const children = drawn.map(({ birth, ending }, at) => {
          const birthDate = addDays(d("2001-01-01"), birth);
          const until = ending === null ? null : addDays(birthDate, 100);
          return member(`c${at}`, "child", birthDate, { from: birthDate, until, ending });
        });
        const household = [self, ...children, wife];
        const counted = children.filter(
          (child) =>
            child.birthDate! <= on &&
            child.terms[0]!.ending !== "mistaken" &&
            !(child.terms[0]!.ending === "died" && child.terms[0]!.until! <= on),
        );
        for (const { id } of counted) {
          expect(countSiblings(household, id, on)).toBe(counted.length - 1);
          expect(countSiblings(household.toReversed(), id, on)).toBe(counted.length - 1);
        }
      }),
    );
  });

  test("born up to 300 days after the death are for a person to look at, later ones are not the dead person's", () => {
    expect(birthAgainst(died, died)).toBe("before");
    expect(birthAgainst(addDays(died, 1), died)).toBe("after-the-death");
    expect(birthAgainst(addDays(died, 300), died)).toBe("after-the-death");
    expect(birthAgainst(addDays(died, 301), died)).toBe("too-late");
  });

  test("are orphans until the day before their 15th birthday, while they live in the household", () => {
    const child = { ...second, birthDate: d("2012-06-01") };
    const at = (on: CivilDate) => isOrphanOn(child, { lostOn: died, on });
    expect([at(addDays(died, -1)), at(died), at(d("2027-05-31")), at(d("2027-06-01"))]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const gone = {
      ...child,
      terms: [{ ...child.terms[0]!, until: d("2027-01-01"), ending: "moved" as const }],
    };
    expect(isOrphanOn(gone, { lostOn: died, on: d("2027-01-01") })).toBe(false);
  });

  test("are forgotten a year after their 18th birthday, or two after they left; while a scholarship wants letters they stay", () => {
    const child = { birthDate: d("2012-06-01"), exitOn: null, lastSchoolYear: null };
    expect(forgetFrom(child)).toBe("2031-06-01");
    expect(forgetFrom({ ...child, exitOn: d("2027-01-31") })).toBe("2029-01-31");
    expect(forgetFrom({ ...child, lastSchoolYear: 2034 })).toBe("2036-07-01");
    expect(forgetFrom({ ...child, lastSchoolYear: 2028 })).toBe("2031-06-01");
  });
});

describe("a guardian", () => {
  const child = { birthDate: d("2012-06-01") };

  test("stands, ends soon, or is missing; a grown child needs none", () => {
    const on = d("2026-12-01");
    expect(guardianState({ ...child, guardians: [] }, on)).toBe("missing");
    expect(guardianState({ ...child, guardians: [from("2026-11-05")] }, on)).toBe("stands");
    expect(guardianState({ ...child, guardians: [from("2026-11-05", "2027-01-15")] }, on)).toBe("ending");
    expect(guardianState({ ...child, guardians: [from("2026-11-05", "2026-12-01")] }, on)).toBe("missing");
    expect(guardianState({ ...child, guardians: [] }, d("2030-06-01"))).toBe("of-age");
  });

  test("agrees for the own time only: whoever follows is asked anew", () => {
    const guardians = [from("2026-11-05", "2026-12-01"), from("2026-12-01")];
    const asked = (consentOn: string, on: string) =>
      hasConsent({ consent: "given", consentOn: d(consentOn), guardians }, d(on));
    expect([asked("2026-11-10", "2026-11-20"), asked("2026-11-10", "2026-12-01")]).toEqual([true, false]);
    expect([asked("2026-12-02", "2026-12-01"), asked("2026-12-02", "2026-12-02")]).toEqual([false, true]);
    expect(hasConsent({ consent: "withdrawn", consentOn: died, guardians }, d("2026-12-02"))).toBe(false);
  });

  test("is one at a time, and a court's is shown by its order", () => {
    const asked = { ...from("2026-12-01"), kind: "relative" as const, evidence: "village-letter" as const };
    expect(reasonsAgainstGuardian(asked, { ...child, guardians: [] })).toEqual([]);
    expect(reasonsAgainstGuardian(asked, { ...child, guardians: [from("2026-11-05")] })).toEqual([
      "overlaps",
    ]);
    expect(
      reasonsAgainstGuardian(asked, { ...child, guardians: [from("2026-11-05", "2026-12-01")] }),
    ).toEqual([]);
    expect(
      reasonsAgainstGuardian({ ...asked, kind: "court-appointed" }, { ...child, guardians: [] }),
    ).toEqual(["without-evidence-for-kind"]);
  });
});

describe("heirs, from the household on the day of death", () => {
  const inLaw = member("in-law", "parent-in-law", "1955-01-01");

  test("are spouse and children before parents", () => {
    const found = heirsOf(wife, eldest, father);
    expect([found.rank, found.heirs.map(({ id }) => id)]).toEqual([1, ["wife", "eldest"]]);
    expect(found.leftOut).toEqual([{ id: "father", because: "excluded-by-nearer" }]);
    expect(found.questions).toEqual([]);
  });

  test("are parents before siblings, siblings before parents-in-law, then whoever a will names", () => {
    expect(ids(father, brother, inLaw)).toEqual(["father"]);
    expect(ids(brother, inLaw)).toEqual(["brother"]);
    const will = member("will", "will", "1990-01-01");
    expect([ids(inLaw, will), ids(will)]).toEqual([["in-law"], ["will"]]);
  });

  test("are none where only a burier is known: the funeral goes there, the lump sum to the social security fund", () => {
    const found = heirsOf(member("burier", "burier", "1990-01-01"), member("guest", "other", "1990-01-01"));
    expect([found.rank, found.funeralTo, found.lumpTo]).toEqual([null, ["burier"], "dana-jaminan-sosial"]);
    expect(found.questions).toEqual(["nobody-known"]);
  });

  test("are not a divorced spouse nor who died before; a child who moved out is, and one not yet of age is told", () => {
    const divorced = member("ex", "spouse", "1983-01-01", { until: d("2024-01-01"), ending: "divorced" });
    const dead = member("dead", "child", "2004-01-01", { until: d("2025-01-01"), ending: "died" });
    const away = member("away", "child", "2012-01-01", { until: d("2025-01-01"), ending: "moved" });
    const found = heirsOf(divorced, dead, away, father);
    expect(found.heirs.map(({ id }) => id)).toEqual(["away"]);
    expect(found.leftOut.map(({ because }) => because)).toEqual([
      "divorced-before",
      "died-before",
      "excluded-by-nearer",
    ]);
    expect(found.questions).toEqual(["minor-heir"]);
  });

  test("are also a child born after the death, which a person looks at; one born too late is not", () => {
    expect(heirsOf(wife, born(200)).questions).toEqual(["born-after-the-death", "minor-heir"]);
    expect(heirsOf(wife, born(301)).leftOut).toEqual([{ id: "baby", because: "born-too-late" }]);
  });

  test("in dispute are for a person, not for the rule", () => {
    const found = explainFamilyHeirs([self, wife, member("other", "spouse", "1990-01-01")], died, true);
    expect(found.decidedBy).toBe("person");
    expect(found.questions).toEqual(["disputed", "more-than-one-spouse"]);
  });
});
