import { describe, expect, it } from "vitest";
import { compareLists, type Listed, type Stated } from "./index.ts";

const ali: Listed = {
  person: "p1",
  code: "PK-1",
  name: "ALI",
  nik: "n1",
  birthDate: "1960-07-01",
  address: "Simpang",
};
const budi: Listed = { person: "p2", code: "PK-2", name: "BUDI", nik: null, birthDate: "1960-08-01" };
const row = (said: Partial<Stated>): Stated => ({ isHeld: false, ...said });

describe("a list beside the one before", () => {
  it("tells new, changed with its fields, the same, and gone", () => {
    const next = [
      row({ name: "ALI", nik: "n1", birthDate: "1960-07-01", address: "Pasar", occupation: "Tani" }),
      row({ name: "CITRA", nik: "n3" }),
    ];
    expect(compareLists([ali, budi], next)).toEqual({
      added: [1],
      changed: [{ row: 0, person: "p1", fields: ["address", "occupation"] }],
      same: 0,
      gone: ["p2"],
    });
  });

  it("lets an empty cell, letter case and spaces change nothing", () => {
    const next = [row({ name: "ali ", nik: "n1", address: " simpang", sex: "" }), row({ code: "PK-2" })];
    expect(compareLists([ali, budi], next)).toMatchObject({ changed: [], same: 2, gone: [] });
  });

  it("takes a mended NIK for a change and not for somebody gone and somebody new", () => {
    const next = [row({ name: "ALI", birthDate: "1960-07-01", nik: "n9" })];
    expect(compareLists([ali], next)).toMatchObject({
      added: [],
      gone: [],
      changed: [{ person: "p1", fields: ["nik"] }],
    });
  });

  it("does not call somebody gone whose row is held back, and does not count that row as new", () => {
    const held = row({ name: "BUDI", isHeld: true });
    expect(compareLists([ali, budi], [held])).toMatchObject({ added: [], changed: [], gone: ["p1"] });
    expect(compareLists([budi], [{ ...held, isHeld: false }]).gone, "a name alone tells nobody").toEqual([
      "p2",
    ]);
  });

  it("tells nobody by a key that two share", () => {
    const other: Listed = { ...budi, person: "p3", code: "PK-3" };
    const next = [row({ name: "BUDI", birthDate: "1960-08-01" })];
    expect(compareLists([budi, other], next)).toMatchObject({ added: [0], gone: ["p2", "p3"] });
  });

  it("compares lists of 20,000 rows without comparing each with each", () => {
    let reads = 0;
    const counting = (index: number): Listed => ({
      person: `p${index}`,
      code: `c${index}`,
      get nik() {
        reads += 1;
        return `n${index}`;
      },
    });
    const last = Array.from({ length: 20_000 }, (_, index) => counting(index));
    const next = last.map((_, index) => row({ nik: `n${index + 10}` }));
    expect(compareLists(last, next)).toMatchObject({ same: 19_990, gone: { length: 10 } });
    expect(reads).toBeLessThan(200_000);
  });
});
