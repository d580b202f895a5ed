import { rupiah } from "@tuwai/domain/money";
import { month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import { getMyCertificates } from "@tuwai/server/certificates";
import { receiptsApplier } from "@tuwai/server/contributions";
import { acceptProposals, listProposals, proposeMatches } from "@tuwai/server/matching";
import { resultsApplier } from "@tuwai/server/packet-results";
import { signPledge } from "@tuwai/server/sponsors";
import {
  aCivilServant,
  anActor,
  anEndorsedPerson,
  applyRows,
  branch,
  insertPlaces,
  openCity,
  sendReady,
  testDatabase,
} from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
let sponsor: Actor;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
  sponsor = await aCivilServant(test.app);
});

/** BPJS has received November for the sponsor's worker. */
async function received(): Promise<void> {
  const { app } = test;
  const [manager, officer] = [anActor(app, "MGR"), anActor(app, "BPJ", branch)];
  const november = month("2026-11");
  const operationId = () => app.newId();
  const person = await anEndorsedPerson(app);
  await signPledge(app, sponsor, {
    operationId: operationId(),
    capRupiah: 20_000,
    workerCount: 1,
    fromMonth: november,
    channel: "payroll",
    wishes: {},
    consentTextVersion: "ikrar-1",
  });
  await proposeMatches(app, manager, { operationId: operationId() });
  const { rows } = await listProposals(app, manager);
  await acceptProposals(app, manager, {
    operationId: operationId(),
    sponsorshipIds: rows.map(({ id }) => id),
  });
  await sendReady(app, manager, november);
  const results = { applier: resultsApplier, kind: "enrolment-result" as const, batchId: app.newId() };
  await applyRows(app, officer, results, [{ personCode: person.code, result: "accepted" }]);
  const receipts = { applier: receiptsApplier, kind: "bpjs-receipts" as const, batchId: app.newId() };
  await applyRows(app, officer, receipts, [
    { personCode: person.code, month: november, amount: rupiah(8_400) },
  ]);
}

const path = "/sponsor/saya/piagam";
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)![1]!;

describe("the sponsor's certificate", () => {
  it("says before the first receipt when it can be issued, and offers nothing to press", async () => {
    const { html } = await pages.get(path, sponsor);
    expect(html).toContain("sesudah BPJS menerima iuran pertama");
    expect(html).not.toContain("Terbitkan piagam</button>");
  });

  it("can be looked at before it is issued, is issued by one button, and printed once as the original", async () => {
    await received();
    const preview = await pages.get(`${path}/berkas?pratinjau=ya`, sponsor);
    expect(preview.headers.get("content-type")).toBe("application/pdf");
    const before = await pages.get(path, sponsor);
    await pages.post(path, { operasi: hidden(before.html, "operasi") }, sponsor);
    const page = await pages.get(path, sponsor);
    expect(page.html).toContain("PGM-2026-0001");
    expect(page.html).toContain("Unduh piagam asli");
    const form = { operasi: hidden(page.html, "operasi"), piagam: hidden(page.html, "piagam") };
    const file = await pages.post(`${path}/berkas`, form, sponsor);
    expect(file.headers.get("cache-control")).toContain("no-store");
    expect(file.html.slice(0, 5)).toBe("%PDF-");
    expect((await pages.get(path, sponsor)).html).toContain("Unduh salinan");
  });

  it("is checked by anybody who holds it, without a worker's name and without being kept or listed", async () => {
    await received();
    const before = await pages.get(path, sponsor);
    await pages.post(path, { operasi: hidden(before.html, "operasi") }, sponsor);
    const { valid } = await getMyCertificates(test.app, sponsor);
    const { status, html, headers } = await pages.get(`/sertifikat/${valid!.code}`);
    expect(status).toBe(200);
    expect(html).toContain("Piagam ini berlaku");
    expect(html).toContain("Rosmaniar");
    expect(html).not.toContain("Syafril");
    expect(headers.get("cache-control")).toContain("no-store");
    expect(headers.get("x-robots-tag")).toBe("noindex");
    const unknown = await pages.get("/sertifikat/22222222222222222222");
    expect(unknown.status).toBe(404);
    expect(unknown.html).toContain("Tidak ada piagam dengan kode ini");
  });
});
