import { rupiah } from "@tuwai/domain/money";
import { civilDate } from "@tuwai/domain/time";
import { proposeEntry, recordEntry } from "@tuwai/server/ledger";
import { anActor, aSteppedUpActor, insertPlaces, testDatabase } from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;

beforeEach(async () => {
  await insertPlaces(test.app);
  pages = await openPages(test.app);
});

const operationId = () => test.app.newId();
const october = civilDate("2026-10-20");

it("money that comes in and goes out again is read in the books, the second half only with another person's word, and the month is closed by two", async () => {
  const [maker, other] = [aSteppedUpActor(test.app, "FIN"), aSteppedUpActor(test.app, "FIN")];
  expect((await pages.get("/iuran/buku", maker)).html).toContain("Belum ada pembukuan");
  const amount = rupiah(16_800);
  const receive = {
    kind: "receive",
    bank: "nagari",
    from: { kind: "payer", payer: { kind: "city" } },
    amount,
  } as const;
  await recordEntry(test.app, maker, {
    operationId: operationId(),
    entry: { event: receive, naturalKey: "receive|1", valueDate: october },
  });
  const bank = (await pages.get("/iuran/buku?akun=1100", maker)).html;
  expect(bank).toMatch(/nagari<.*Rp16\.800.*Rp0.*Rp16\.800/s);
  const refund = { kind: "owe-refund", payer: { kind: "city" }, payee: "city", amount } as const;
  await proposeEntry(test.app, maker, {
    operationId: operationId(),
    entry: { event: refund, naturalKey: "refund|1", valueDate: october, reason: "Kelebihan setor" },
  });
  expect((await pages.get("/iuran/buku", maker)).html).toContain("Anda yang mengusulkan");
  expect((await pages.get("/kerja", other)).html).toContain("1 usulan pembukuan menunggu Anda");
  const { html } = await pages.get("/iuran/buku", other);
  expect(html).toContain("Kelebihan setor");
  const proposal = { usulan: /name="usulan" value="([0-9a-f-]+)"/.exec(html)![1]! };
  const refused = await pages.post(
    "/iuran/buku",
    { operasi: operationId(), ...proposal, putusan: "tolak" },
    other,
  );
  expect([refused.status, refused.html.includes("Tulis alasan menolak")]).toEqual([422, true]);
  await pages.post("/iuran/buku", { operasi: operationId(), ...proposal, putusan: "setuju" }, other);
  const after = (await pages.get("/iuran/buku?akun=2500", other)).html;
  expect(after).toContain("Wajib dikembalikan");
  await pages.post("/iuran/buku", { operasi: operationId(), bulan: "2026-10" }, maker);
  const closing = /name="penutupan" value="([0-9a-f-]+)"/.exec(
    (await pages.get("/iuran/buku", other)).html,
  )![1]!;
  await pages.post("/iuran/buku", { operasi: operationId(), penutupan: closing, putusan: "setuju" }, other);
  expect((await pages.get("/iuran/buku", other)).html).toContain("Sudah ditutup sampai Oktober 2026");
});

it("the books are for finance and auditors, who decide nothing", async () => {
  const auditor = await pages.get("/iuran/buku", anActor(test.app, "AUD"));
  expect([auditor.status, auditor.html.includes("Usulkan penutupan")]).toEqual([200, false]);
  for (const role of ["MGR", "SPN", "OPR"] as const) {
    const actor = anActor(test.app, role, role === "MGR" ? undefined : "13.77.03.2001");
    expect((await pages.get("/iuran/buku", actor)).status).toBe(403);
  }
});
