import { describe, expect, test } from "vitest";
import { civilDate } from "#time";
import { answersTo, fieldsFor, latestEnd, reasonsAgainst, standingOn } from "./index.ts";

const today = civilDate("2026-12-01");
const asked = {
  kind: "school",
  receiver: "SDN 05",
  purpose: "schooling",
  fields: fieldsFor("school", []),
  hasNeed: false,
  endsOn: civilDate("2027-06-30"),
  consent: "signed",
  consentOn: civilDate("2026-11-30"),
  override: undefined,
} as const;

describe("a hand-over", () => {
  test("tells each kind of receiver its own fields and no more, whatever is chosen; another office what is chosen of the list", () => {
    expect(fieldsFor("school", ["need", "age"])).toEqual(["name", "level", "guardian"]);
    expect(fieldsFor("baznas", ["name"])).toEqual(["initials", "age", "village", "need"]);
    expect(fieldsFor("office", ["village", "birth", "age"])).toEqual(["age", "village"]);
  });

  test("needs receiver, purpose, an end within a year, and a dated consent or a reason to do without, never both", () => {
    expect(reasonsAgainst(asked, today)).toEqual([]);
    expect(reasonsAgainst({ ...asked, consentOn: undefined }, today)).toEqual(["without-consent"]);
    expect(reasonsAgainst({ ...asked, consent: undefined, override: "no-guardian" }, today)).toEqual([]);
    expect(reasonsAgainst({ ...asked, override: "no-guardian" }, today)).toEqual(["consent-and-override"]);
    expect(reasonsAgainst({ ...asked, endsOn: civilDate("2026-11-30") }, today)).toEqual(["end-past"]);
    expect(latestEnd(today)).toBe("2027-12-01");
    expect(reasonsAgainst({ ...asked, endsOn: civilDate("2027-12-02") }, today)).toEqual(["end-too-far"]);
    expect(reasonsAgainst({ ...asked, kind: "baznas", fields: fieldsFor("baznas", []) }, today)).toEqual([
      "without-need",
    ]);
  });

  test("ends by itself after its last day, and is answered only while it runs", () => {
    const of = { state: "offered", endsOn: today } as const;
    expect(standingOn(of, today)).toBe("offered");
    expect(standingOn(of, civilDate("2026-12-02"))).toBe("ended");
    expect(standingOn({ ...of, state: "revoked" }, civilDate("2026-12-02"))).toBe("revoked");
    expect(answersTo("offered")).toEqual(["accept", "refuse"]);
    expect(answersTo("accepted")).toEqual(["done"]);
    for (const standing of ["refused", "done", "revoked", "ended"] as const)
      expect(answersTo(standing)).toEqual([]);
  });
});
