import { listProposals } from "@tuwai/server/matching";
import { signPledge } from "@tuwai/server/sponsors";
import {
  aCivilServant,
  anActor,
  anEndorsedPerson,
  insertPlaces,
  openCity,
  testDatabase,
} from "@tuwai/server/testing";
import { drainToEmpty } from "@tuwai/server/work";
import { month } from "@tuwai/domain/time";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const PATH = "/sponsor/penjodohan/terbaik";
const weights = { mendesak: "100", keinginan: "10", dekat: "1", paling: "" };
let pages: Pages;
const manager = () => anActor(test.app, "MGR");
const send = (over: object) =>
  pages.post(PATH, { operasi: test.app.newId(), aksi: "lihat", ...weights, ...over }, manager());

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
});

async function aPledge() {
  await signPledge(test.app, await aCivilServant(test.app), {
    operationId: test.app.newId(),
    capRupiah: 20_000,
    workerCount: 1,
    fromMonth: month("2026-11"),
    channel: "payroll",
    wishes: {},
    consentTextVersion: "ikrar-1",
  });
}

it("looks at the numbers before anything is proposed, then proposes; while it is choosing the page opens itself anew", async () => {
  await anEndorsedPerson(test.app, { priority: 40 });
  await aPledge();
  expect((await pages.get("/sponsor/penjodohan", manager())).html).toContain("Pilih pasangan terbaik");
  expect((await send({})).status).toBe(303);
  const during = (await pages.get(PATH, manager())).html;
  expect(during).toContain("Pasangan sedang dipilih");
  expect(during).toContain('http-equiv="refresh"');
  await drainToEmpty(test.app);
  const looked = (await pages.get(PATH, manager())).html;
  expect(looked).toContain("Belum ada yang diusulkan");
  expect(looked).toContain("Aturan biasa sudah sebaik pilihan terbaik");
  expect((await listProposals(test.app, manager())).total).toBe(0);
  await send({ aksi: "usulkan", dekat: "20" });
  await drainToEmpty(test.app);
  const proposed = (await pages.get(PATH, manager())).html;
  expect(proposed).toContain("1 usulan dibuat");
  expect(proposed).toContain("Pilihan sebelumnya");
  expect((await listProposals(test.app, manager())).total).toBe(1);
});

it("says of each weight what is wrong with it", async () => {
  const { status, html } = await send({ keinginan: "banyak", paling: "0" });
  expect(status).toBe(422);
  expect(html).toContain("Tulis angka bulat 0 sampai 1000 untuk keinginan penanggung.");
  expect(html).toContain("Tulis angka bulat 1 sampai 100, atau kosongkan.");
});

it("a proposed pair is changed by hand to another sponsor who may have the worker", async () => {
  await anEndorsedPerson(test.app);
  await aPledge();
  await send({ aksi: "usulkan" });
  await drainToEmpty(test.app);
  await aPledge();
  const [row] = (await listProposals(test.app, manager())).rows;
  const { html } = await pages.get(`/sponsor/penjodohan?ubah=${row!.id}`, manager());
  const mandat = /name="mandat"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="mandat"/.exec(html);
  const form = {
    operasi: test.app.newId(),
    aksi: "ubah",
    usulan: row!.id,
    versi: String(row!.version),
  };
  expect((await pages.post("/sponsor/penjodohan", form, manager())).status).toBe(422);
  const chosen = { ...form, mandat: mandat?.[1] ?? mandat?.[2] ?? "" };
  expect((await pages.post("/sponsor/penjodohan", chosen, manager())).status).toBe(303);
  const [changed] = (await listProposals(test.app, manager())).rows;
  expect(changed!.pledgeCode).not.toBe(row!.pledgeCode);
  expect((await pages.get("/sponsor/penjodohan", manager())).html).toContain("dipilih pengelola");
});

it("is the manager's alone", async () => {
  expect((await pages.get(PATH, anActor(test.app, "DAT"))).status).toBe(403);
});
