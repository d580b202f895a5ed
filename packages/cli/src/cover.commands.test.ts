import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "./main.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tuwai-cover-"));
});
afterAll(() => rm(folder, { recursive: true }));

const events = [
  { type: "registered", on: "2025-04-24", wadah: "SG", payer: "apbn-apbd", programmes: ["jkk", "jkm"] },
  { type: "accepted", on: "2025-04-24" },
  ...["04", "05", "06", "07"].map((each) => ({
    type: "paid",
    month: `2025-${each}`,
    on: "2025-04-24",
    payer: "apbn-apbd",
  })),
];
const worker = { segment: "bpu", person: { birthDate: "1973-02-01" }, events };

async function explain(content: unknown, on: string, ...flags: string[]) {
  const file = join(folder, "events.json");
  await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
  let out = "";
  const argv = ["cover", "explain", "--events", file, "--on", on, ...flags];
  const exitCode = await main(argv, { out: (text) => void (out += text), err: () => undefined });
  return { exitCode, out };
}

describe("tuwai cover explain", () => {
  test("answers with the document of the contract", async () => {
    const { exitCode, out } = await explain(worker, "2025-11-01", "--json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      state: "ended",
      spells: [
        { from: "2025-04-24", to: "2025-10-31", openedBy: "accepted", membershipMonths: 7, paidMonths: 4 },
      ],
      months: [
        {
          month: "2025-04",
          state: "covered",
          evidence: [{ type: "registered" }, { type: "accepted" }, { type: "paid" }],
        },
        { month: "2025-05", state: "covered" },
        { month: "2025-06", state: "covered" },
        { month: "2025-07", state: "covered" },
        { month: "2025-08", state: "grace-1", evidence: [] },
        { month: "2025-09", state: "grace-2" },
        { month: "2025-10", state: "grace-3" },
        { month: "2025-11", state: "ended" },
      ],
      dates: {
        coveredFrom: "2025-04-24",
        paidUntil: "2025-07-31",
        dueOn: null,
        fullDeathBenefitFrom: "2025-07-24",
        safeRescueDay: "2025-09-30",
        lastRescueDay: "2025-10-31",
        endsOn: "2025-11-01",
        scholarshipFrom: null,
      },
      ifDeath: { natural: { amount: 0, rule: "membership-ended" }, workAccident: { amount: 0 } },
      countsAsCovered: false,
      refunds: [],
      questions: [],
    });
  });

  test("an unknown type of event is exit 2, with the place and the types there are", async () => {
    const { exitCode, out } = await explain(
      { ...worker, events: [{ type: "payed", on: "2025-01-01" }] },
      "2025-11-01",
      "--json",
    );
    expect(exitCode).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      error: {
        code: "unknown-event-type",
        details: {
          problems: [{ path: "events.0.type", expected: expect.stringContaining("formal-job") as string }],
        },
      },
    });
  });

  test.each([
    ["not json", "invalid-json"],
    ["", "invalid-json"],
    [{ segment: "bpu" }, "invalid-input"],
    [{ ...worker, events: [{ type: "accepted", on: "2025-02-30" }] }, "invalid-input"],
  ])("%j is exit 2", async (content, code) => {
    const { exitCode, out } = await explain(content, "2025-11-01", "--json");
    expect(exitCode).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ error: { code } });
  });

  test.each([[["--on", "2025-02-30"]], [["--set", "pu-village-lapse=never"]], [["--wrong"]]])(
    "%j is a usage error",
    async (flags) => {
      expect((await explain(worker, "2025-11-01", ...flags)).exitCode).toBe(64);
    },
  );

  test("a setting from the command line changes the answer and stays unconfirmed", async () => {
    const officer = { ...worker, segment: "pu-village" };
    const { out } = await explain(officer, "2025-11-01", "--set", "pu-village-lapse=as-bpu", "--json");
    expect(JSON.parse(out)).toMatchObject({
      state: "ended",
      settings: expect.arrayContaining([
        { name: "pu-village-lapse", value: "as-bpu", confirmed: false, mark: "from-memory" },
      ]) as unknown,
    });
  });

  test("a file saved with a byte order mark is read", async () => {
    expect((await explain(`\uFEFF${JSON.stringify(worker)}`, "2025-07-31")).exitCode).toBe(0);
  });

  test("is read by people in Indonesian", async () => {
    const { out } = await explain(worker, "2025-09-10");
    expect(out).toContain("Pada 10 September 2025: menunggak, bulan ke-2");
    expect(out).toMatch(/Hari terakhir untuk diselamatkan\s+31 Oktober 2025/);
    expect(out).toMatch(/Agustus 2025\s+menunggak, bulan ke-1\n/);
    expect(out).toContain("belum pasti; Rp42.000.000 bila tunggakan yang dilunasi diakui");
  });
});
