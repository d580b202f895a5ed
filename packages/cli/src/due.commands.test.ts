import { expect, test } from "vitest";
import { main } from "./main.ts";

async function due(...flags: string[]) {
  let out = "";
  const exitCode = await main(["due", ...flags], { out: (text) => void (out += text), err: () => undefined });
  return { exitCode, out };
}

const may = ["--segment", "bpu", "--month", "2026-05"];

test("tuwai due says the last day to pay and what moved it", async () => {
  const { exitCode, out } = await due(...may, "--json");
  expect(exitCode).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ dueOn: "2026-05-15", movedBecause: [] });
  const moving = await due(...may, "--set", "joint-leave-moves-due-day=true", "--json");
  expect(JSON.parse(moving.out)).toMatchObject({
    dueOn: "2026-05-18",
    movedBecause: [
      { on: "2026-05-15", kind: "joint-leave", source: { mark: "reported" } },
      { on: "2026-05-16", kind: "weekend" },
      { on: "2026-05-17", kind: "weekend" },
    ],
    settings: [{ name: "joint-leave-moves-due-day", value: true, confirmed: false }],
  });
});

test("a month that no rule covers is exit 2, a flag that is none exit 64", async () => {
  const none = await due("--segment", "bpu", "--month", "2010-01", "--json");
  expect([none.exitCode, (JSON.parse(none.out) as { error: { code: string } }).error.code]).toEqual([
    2,
    "no-rate",
  ]);
  expect((await due("--segment", "pbi", "--month", "2026-05")).exitCode).toBe(64);
});

test("says when the decree of the year is missing", async () => {
  const { out } = await due("--segment", "bpu", "--month", "2028-01", "--json");
  expect(JSON.parse(out)).toMatchObject({ dueOn: "2028-01-17", decree: "missing" });
});

test("people read the day and the reasons in Indonesian", async () => {
  const { out } = await due("--segment", "bpu", "--month", "2026-08");
  expect(out).toContain("Paling lambat 18 Agustus 2026.");
  expect(out).toContain("17 Agustus 2026: libur nasional (Proklamasi Kemerdekaan; SKB 1497/2025");
});
