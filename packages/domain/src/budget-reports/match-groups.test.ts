import { expect, it } from "vitest";
import { assignLines, type BudgetLine, lineKey, matchGroups, stepByReport } from "./index.ts";
import { noCommitment } from "#commitments";

const line = (row: number, codes: string, name: string, initial = 100): BudgetLine => {
  const [activity = "", account = ""] = codes.split(" ");
  return { sheet: 1, row, activity, account, name, initial, changed: null, increase: null };
};
const kades = line(1, "1.1.03 5.1.3.03", "Jaminan Ketenagakerjaan Kepala Desa");
const perangkat = [
  line(2, "1.1.03 5.1.3.04", "Perangkat, ADD", 300),
  line(3, "1.1.03 5.1.3.04", "Perangkat, PADes", 50),
];
const health = line(4, "1.1.03 5.1.3.01", "Jaminan Kesehatan Kepala Desa");
const staff = line(5, "1.1.03 5.1.3.91", "Jaminan Ketenagakerjaan Staf BPD");
const road = line(6, "2.3.10 5.3.2.01", "Belanja Modal Jalan", 900);
const accounts = [
  { group: "kades", account: "5.1.3.03" },
  { group: "perangkat", account: "1.1.03.5.1.3.04" },
  { group: "bpd", account: "5.1.3.99" },
  { group: "kader", account: "5.1.3.99" },
  { group: "vulnerable", account: null },
] as const;

it("a line goes to a group by a code that is that group's alone, whatever is printed beside it", () => {
  const match = matchGroups([kades, ...perangkat, health, staff, road], accounts);
  expect(match.matched.map(({ group, lines }) => [group, lines.length])).toEqual([
    ["kades", 1],
    ["perangkat", 2],
    ["bpd", 0],
    ["kader", 0],
    ["vulnerable", 0],
  ]);
  expect(match.unclear).toEqual([]);
  expect(match.offered).toEqual([staff]);
});

it("a line that carries the code of two groups, or one above theirs, waits for a person and is in no sum before", () => {
  const both = line(7, "1.1.03 5.1.3.99", "Jaminan lainnya", 70);
  const above = line(8, "1.1.03 5.1.3", "Jaminan Sosial", 80);
  const match = matchGroups([both, above], accounts);
  expect(match.unclear.map(({ groups }) => groups)).toEqual([
    ["bpd", "kader"],
    ["kades", "perangkat", "bpd", "kader"],
  ]);
  const open = assignLines(match, new Map());
  expect(open).toMatchObject({ outcome: "unassigned", keys: [lineKey(both), lineKey(above)] });
  expect(open.groups.every(({ initial }) => initial === null)).toBe(true);
  const said = new Map([
    [lineKey(both), "kader"],
    [lineKey(above), "none"],
  ] as const);
  const assigned = assignLines(match, said);
  expect(assigned.outcome).toBe("assigned");
  expect(assigned.groups.find(({ group }) => group === "kader")).toMatchObject({
    initial: 70,
    changed: null,
  });
});

it("a draft without the line is a draft with nothing, a budget in force without it moves nothing, and no promise takes no step", () => {
  const promised = { ...noCommitment({ kind: "desa", year: 2027, group: "kades" }), state: "dinyatakan", heads: 1, months: 12, promised: 220_320, source: "add" } as const; // oxfmt-ignore
  const none = { group: "kades", lines: [], initial: null, changed: null } as const;
  const asked = {
    commitment: promised,
    account: "5.1.3.03",
    budget: none,
    stage: "draft",
    hasChange: false,
    paper: { number: "1", on: "2026-11-20" },
  } as const;
  expect(stepByReport(asked)).toMatchObject({ outcome: "takes", amount: 0 });
  expect(stepByReport({ ...asked, account: null })).toMatchObject({ reasons: ["no-account"] });
  expect(stepByReport({ ...asked, stage: "enacted" })).toMatchObject({ reasons: ["not-in-budget"] });
  expect(stepByReport({ ...asked, commitment: { ...promised, state: "ditarik" } })).toMatchObject({
    reasons: ["no-promise"],
  });
  const changed = { ...none, lines: [staff], initial: 10, changed: 20 };
  expect(stepByReport({ ...asked, account: null, budget: changed, hasChange: true })).toMatchObject({
    step: { step: "draft-budget", budget: "changed", amount: 20 },
  });
});
