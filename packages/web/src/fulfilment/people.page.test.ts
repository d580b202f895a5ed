import type { Actor } from "@tuwai/server/app";
import { declareCommitments, getVillageCommitments, takeCommitmentStep } from "@tuwai/server/commitments";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  openCity,
  places,
  testDatabase,
} from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const { naras } = places;
const path = `/anggaran/komitmen/${naras.code}/daftarkan?tahun=2027`;
const of = { villageCode: naras.code, year: 2027 };
let pages: Pages;
let head: Actor;
let manager: Actor;

beforeEach(async () => {
  const { app } = test;
  await insertPlaces(app);
  await openCity(app);
  pages = await openPages(app);
  head = anActor(app, "KDS", naras.code);
  manager = anActor(app, "MGR");
  const batchId = await insertBatch(app, "village-officers");
  for (const name of ["Rosmaniar", "Syafril", "Yusnidar"]) {
    const office = { targetGroup: "village-officer", occupationGroup: "Kader Posyandu" };
    await insertPerson(app, batchId, { name, ...office });
  }
});

/** Two kader promised and in the budget in force. */
async function budgeted(): Promise<void> {
  const { app } = test;
  const lines = [{ group: "kader", heads: 2, months: 12, source: "add" }];
  await declareCommitments(app, head, { operationId: app.newId(), ...of, lines, intent: "declare" });
  for (const step of ["draft-budget", "settle"] as const) {
    const { groups } = await getVillageCommitments(app, head, of);
    const { id, version, promised } = groups.find(({ group }) => group === "kader")!.commitment!;
    const paper = { paperNumber: "4", paperOn: "2026-11-20", scan: null, account: "1.1.3.90" };
    const input = { commitmentId: id, version, step, amount: promised, ...paper };
    await takeCommitmentStep(app, head, { operationId: app.newId(), ...input });
  }
}
const send = (fields: Record<string, string>, by = manager) =>
  pages.post(path, { operasi: test.app.newId(), ...fields }, by);

it("from a budget in force people are enrolled in one answer, after everybody was shown why and why not", async () => {
  expect((await pages.get(path, head)).html).toContain("Belum ada anggaran yang ditetapkan");
  await budgeted();
  const seen = (await pages.get(path, head)).html;
  for (const words of ["2 orang dapat didaftarkan", "Rp403.200", "jumlah orang yang dijanjikan sudah terisi"])
    expect(seen).toContain(words);
  expect(seen).toContain("Pengelola program yang mendaftarkan");
  expect((await send({ orang: "5", aksi: "daftarkan" })).html).toContain("daftarnya berubah");
  expect((await send({ orang: "2", aksi: "daftarkan" })).status).toBe(303);
  const after = (await pages.get(path, manager)).html;
  for (const words of ["Tidak ada orang yang dapat didaftarkan", "belum dikirim ke BPJS", "Batalkan"])
    expect(after).toContain(words);
  const [, run] = /name="pendaftaran" value="([^"]+)"/.exec(after)!;
  expect((await send({ pendaftaran: run!, aksi: "batalkan" })).status).toBe(303);
  expect((await pages.get(path, manager)).html).toContain("dibatalkan");
});
