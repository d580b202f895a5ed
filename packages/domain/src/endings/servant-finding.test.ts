import { expect, it } from "vitest";
import { civilDate } from "#time";
import { type ServantFacts, servantFinding } from "./index.ts";

const today = civilDate("2026-11-23");
const october = civilDate("2026-10-01");
const facts: ServantFacts = {
  office: "Dinas Sosial",
  listed: { office: "Dinas Sosial", on: october, retiresOn: null },
  officeListedOn: october,
  answered: [],
};
const kindOf = (of: Partial<ServantFacts>) => servantFinding({ ...facts, ...of }, today)?.kind ?? null;
const listed = (of: Partial<NonNullable<ServantFacts["listed"]>>) => ({
  listed: { ...facts.listed!, ...of },
});

it("a sponsor whom the newest list of his office still names, in that office, is nobody's task", () => {
  expect(kindOf({})).toBeNull();
});

it("whom a newer list of the same office leaves out is gone; a newer list of other offices says nothing about him", () => {
  expect(kindOf({ officeListedOn: civilDate("2026-11-02") })).toBe("gone");
  expect(kindOf({ officeListedOn: null })).toBeNull();
  expect(kindOf({ listed: null })).toBe("gone");
});

it("whom a list names elsewhere has moved, and the office he goes to is told", () => {
  expect(servantFinding({ ...facts, ...listed({ office: "Dinas Kesehatan" }) }, today)).toEqual({
    kind: "moved",
    told: "Dinas Kesehatan",
    office: "Dinas Kesehatan",
  });
});

it("a retirement is told sixty days ahead, and stays told once it is past", () => {
  expect(kindOf(listed({ retiresOn: civilDate("2027-01-22") }))).toBe("retires");
  expect(kindOf(listed({ retiresOn: civilDate("2027-01-23") }))).toBeNull();
  expect(kindOf(listed({ retiresOn: civilDate("2026-06-30") }))).toBe("retires");
});

it("what somebody said to be wrong is not asked again until a list says something else", () => {
  const moved = { ...listed({ office: "Dinas Kesehatan" }), answered: ["moved|Dinas Kesehatan"] };
  expect(kindOf(moved)).toBeNull();
  expect(kindOf({ ...moved, ...listed({ office: "Satpol PP" }) })).toBe("moved");
});
