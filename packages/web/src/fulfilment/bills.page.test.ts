import { civilDate, month } from "@tuwai/domain/time";
import type { Actor } from "@tuwai/server/app";
import { declareCommitments, getVillageCommitments, takeCommitmentStep } from "@tuwai/server/commitments";
import { enrolFromCommitments } from "@tuwai/server/fulfilment";
import { resultsApplier } from "@tuwai/server/packet-results";
import {
  aKpj,
  anActor,
  aNik,
  applyRows,
  branch,
  insertBatch,
  insertPerson,
  insertPlaces,
  openCity,
  places,
  readRows,
  sendReady,
  testDatabase,
} from "@tuwai/server/testing";
import { drainToEmpty } from "@tuwai/server/work";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const { naras } = places;
const villageCode = naras.code;
const year = 2026;
const path = `/anggaran/komitmen/${villageCode}/tagihan?tahun=${year}`;
let pages: Pages;
let head: Actor;
let finance: Actor;

beforeEach(async () => {
  const { app } = test;
  await insertPlaces(app);
  await openCity(app);
  pages = await openPages(app);
  head = anActor(app, "KDS", villageCode);
  finance = anActor(app, "FIN");
  const manager = anActor(app, "MGR");
  const batchId = await insertBatch(app, "village-officers");
  const born = { nik: aNik(), sex: "female", birthDate: "1980-05-01" } as const;
  const office = { targetGroup: "village-officer", occupationGroup: "Kader Posyandu" };
  await insertPerson(app, batchId, { name: "Rosmaniar", ...born, ...office });
  const lines = [{ group: "kader", heads: 1, months: 12, source: "add" }];
  const said = { villageCode, year, lines, intent: "declare" as const };
  await declareCommitments(app, head, { operationId: app.newId(), ...said });
  for (const step of ["draft-budget", "settle"] as const) {
    const { groups } = await getVillageCommitments(app, head, { villageCode, year });
    const { id, version, promised } = groups.find(({ group }) => group === "kader")!.commitment!;
    const paper = { paperNumber: "4", paperOn: "2026-11-20", scan: null, account: "1.1.3.90" };
    const input = { commitmentId: id, version, step, amount: promised, ...paper };
    await takeCommitmentStep(app, head, { operationId: app.newId(), ...input });
  }
  await enrolFromCommitments(app, manager, { operationId: app.newId(), villageCode, year, people: 1 });
  await sendReady(app, manager, month("2026-11"));
  const [{ code } = { code: "" }] = await readRows<{ code: string }>(app, "select code from app.persons");
  const results = { applier: resultsApplier, kind: "enrolment-result" as const, batchId: app.newId() };
  const taken = { personCode: code, kpj: aKpj(), result: "accepted" as const };
  await applyRows(app, anActor(app, "BPJ", branch), results, [
    { ...taken, resultOn: civilDate("2026-11-21") },
  ]);
  await drainToEmpty(app);
});

const book = (fields: Record<string, string>) =>
  pages.post(path, { operasi: test.app.newId(), aksi: "bukukan", ...fields }, finance);

it("finance books a payment in one answer, everything that is wrong is told with what was typed, and stages follow", async () => {
  const before = (await pages.get(path, head)).html;
  for (const words of ["Ditagih", "November 2026", "Rp16.800", "kurang Rp184.800"])
    expect(before).toContain(words);
  expect(before).not.toContain("Bukukan pembayaran");
  const wrong = await book({ bulan: "2026-11", nomor: "", tanggal: "2030-01-01", jumlah: "16800" });
  expect(wrong.status).toBe(422);
  for (const words of ["Isi nomor SP2D", "tidak di masa depan", 'value="16800"'])
    expect(wrong.html).toContain(words);
  const good = { bulan: "2026-11", nomor: "SP2D 77", tanggal: "2026-11-20", jumlah: "16.800" };
  expect((await book(good)).status).toBe(303);
  const after = (await pages.get(`/anggaran/komitmen/${villageCode}?tahun=${year}`, head)).html;
  for (const words of ["Sampai di mana", "Dibayar", "Cair sebagian"]) expect(after).toContain(words);
});
