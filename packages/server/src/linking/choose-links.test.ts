import { array, assert, double, integer, property, tuple, uniqueArray } from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseLinks, type KnownLinks, pairKey } from "./choose-links.ts";
import type { Candidate } from "./registry-linkage.ts";

const settings = {
  automaticProbability: 0.99,
  questionProbability: 0.2,
  competitorBits: 4,
  duplicateProbability: 0.9,
};
const nothing: KnownLinks = {
  recordOf: new Map(),
  personOf: new Map(),
  refused: new Set(),
  unsure: new Set(),
  askOnly: new Set(),
};
const pair = (personId: string, leftId: string, weight: number): Candidate => ({
  personId,
  leftId,
  weight,
  pairProbability: 1 / (1 + 2 ** -weight),
  evidence: [],
});
const name = (prefix: string) => integer({ min: 1, max: 5 }).map((n) => `${prefix}${n}`);
const linked = (choice: ReturnType<typeof chooseLinks>) =>
  choice.links.map((link) => [link.personId, link.recordId]);
const asked = (choice: ReturnType<typeof chooseLinks>) =>
  choice.questions.map((q) => [q.personId, q.recordId]);

describe("chooseLinks", () => {
  it("links a clear pair, asks about a doubtful one and is silent about a weak one", () => {
    const choice = chooseLinks(
      [pair("p1", "r1", 20), pair("p2", "r2", 2), pair("p3", "r3", -3)],
      nothing,
      settings,
    );
    expect(linked(choice)).toEqual([["p1", "r1"]]);
    expect(asked(choice)).toEqual([["p2", "r2"]]);
  });

  it("asks when two persons are almost equally good for one record", () => {
    const choice = chooseLinks([pair("p1", "r1", 20), pair("p2", "r1", 18)], nothing, settings);
    expect(linked(choice)).toEqual([]);
    expect(asked(choice)).toEqual([
      ["p1", "r1"],
      ["p2", "r1"],
    ]);
  });

  it("reports a far weaker claim to a record that is taken as a possible duplicate", () => {
    const choice = chooseLinks([pair("p1", "r1", 30), pair("p2", "r1", 12)], nothing, settings);
    expect(linked(choice)).toEqual([["p1", "r1"]]);
    expect(choice.sharedRecords).toMatchObject([{ personId: "p2", otherPersonId: "p1" }]);
  });

  it("a rival that a person called different no longer stands in the way", () => {
    const candidates = [pair("p1", "r1", 12), pair("p1", "r2", 11)];
    expect(linked(chooseLinks(candidates, nothing, settings))).toEqual([]);
    const refused = new Set([pairKey("p1", "r1")]);
    expect(linked(chooseLinks(candidates, { ...nothing, refused }, settings))).toEqual([["p1", "r2"]]);
  });

  it("a link once ended by a person is asked about, never made", () => {
    const askOnly = new Set([pairKey("p1", "r1")]);
    const choice = chooseLinks([pair("p1", "r1", 40)], { ...nothing, askOnly }, settings);
    expect(linked(choice)).toEqual([]);
    expect(asked(choice)).toEqual([["p1", "r1"]]);
  });

  it("names persons whose link the corrected data no longer support", () => {
    const recordOf = new Map([
      ["p1", "r1"],
      ["p2", "r2"],
    ]);
    const choice = chooseLinks([pair("p1", "r1", 20)], { ...nothing, recordOf }, settings);
    expect(choice.contradicted).toEqual(["p2"]);
  });

  it("never gives a person two records, a record two persons, or overturns what is known, whatever the candidates", () => {
    const anyPair = tuple(name("p"), name("r"), double({ min: -10, max: 40, noNaN: true }));
    assert(
      property(
        uniqueArray(anyPair, { selector: ([p, r]) => pairKey(p, r) }),
        array(anyPair),
        (pairs, spoken) => {
          const refused = new Set(spoken.map(([p, r]) => pairKey(p, r)));
          const known = {
            ...nothing,
            refused,
            recordOf: new Map([["p1", "r1"]]),
            personOf: new Map([["r1", "p1"]]),
          };
          const choice = chooseLinks(
            pairs.map(([p, r, w]) => pair(p, r, w)),
            known,
            settings,
          );
          const persons = choice.links.map((link) => link.personId);
          const records = choice.links.map((link) => link.recordId);
          expect(new Set(persons).size).toBe(persons.length);
          expect(new Set(records).size).toBe(records.length);
          expect(persons).not.toContain("p1");
          expect(records).not.toContain("r1");
          for (const proposal of [...choice.links, ...choice.questions])
            expect(refused.has(pairKey(proposal.personId, proposal.recordId))).toBe(false);
        },
      ),
    );
  });
});
