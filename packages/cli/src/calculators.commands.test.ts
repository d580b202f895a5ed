import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "./main.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tuwai-calculators-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...argv: string[]) {
  let out = "";
  const exitCode = await main(argv, { out: (text) => void (out += text), err: () => undefined });
  return { exitCode, out };
}

async function explain(word: string, flag: string, content: unknown) {
  const file = join(folder, "facts.json");
  await writeFile(file, JSON.stringify(content));
  const { exitCode, out } = await run(word, "explain", flag, file, "--json");
  return { exitCode, document: JSON.parse(out) as Record<string, unknown> };
}

describe("calculators", () => {
  test.each([
    ["3", 0, null],
    ["4", 1, 58_800],
    ["12", 9, 14_000],
  ])("tuwai grant explain: %s months", async (months, fullCoverMonths, pricePerFullCoverMonth) => {
    const flags = ["--months", months, "--from", "2026-01", "--payer", "private", "--sector", "other"];
    const { exitCode, out } = await run("grant", "explain", ...flags, "--json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      months: Number(months),
      fullCoverMonths,
      pricePerFullCoverMonth,
    });
    expect((await run("grant", "explain", ...flags)).out).toContain("santunan kematian penuh");
  });

  test("tuwai grant explain is exit 2 where no law covers a month, 64 for what is no number", async () => {
    const flags = ["--from", "2030-01", "--payer", "private", "--sector", "other", "--json"];
    expect((await run("grant", "explain", "--months", "2", ...flags)).exitCode).toBe(2);
    expect((await run("grant", "explain", "--months", "0", ...flags)).exitCode).toBe(64);
    expect((await run("grant", "explain", "--months", "121", ...flags)).exitCode).toBe(64);
  });

  test("tuwai need explain sums a village's groups and writes the sum in words", async () => {
    const groups = [
      { group: "bpd", heads: 7, wage: 1_000_000, segment: "pu-village", payer: "apbdes" },
      { group: "vulnerable", heads: 10, wage: null, segment: "bpu", payer: "apbdes" },
    ];
    const { exitCode, document } = await explain("need", "--facts", {
      village: { kind: "desa" },
      year: 2026,
      months: 12,
      groups,
    });
    expect(exitCode).toBe(0);
    expect(document).toMatchObject({
      monthly: 205_800,
      yearly: 2_469_600,
      inWords: "dua juta empat ratus enam puluh sembilan ribu enam ratus rupiah",
      fullCoverMonths: 153,
    });
    expect((await explain("need", "--facts", { village: {} })).exitCode).toBe(2);
  });

  test("tuwai benefit explain tells parts, days and papers", async () => {
    const cover = {
      events: [
        { type: "accepted", on: "2026-01-05" },
        { type: "paid", month: "2026-01", until: "2026-12", on: "2026-01-05", payer: "private" },
      ],
    };
    const { exitCode, document } = await explain("benefit", "--facts", {
      segment: "bpu",
      base: 1_000_000,
      kind: "work-accident",
      cover,
      on: "2026-05-20",
      monthsUnable: 14,
      transport: { land: 6_200_000, sea: 0, air: 0 },
    });
    expect(exitCode).toBe(0);
    expect(document).toMatchObject({
      total: 18_000_000,
      certainty: "by-rule",
      deadlines: { reportBy: "2026-05-22", claimBy: "2031-05-20" },
    });
    expect((await explain("benefit", "--facts", { segment: "bpu" })).exitCode).toBe(2);
  });

  test("tuwai heirs explain names the first rank that lives", async () => {
    const members = [
      { id: "ibu", relation: "parent", alive: true },
      { id: "istri", relation: "spouse", alive: false },
    ];
    const { exitCode, document } = await explain("heirs", "--family", { members });
    expect(exitCode).toBe(0);
    expect(document).toMatchObject({ rank: 2, heirs: [{ id: "ibu" }], funeralTo: ["ibu"], lumpTo: ["ibu"] });
  });
});
