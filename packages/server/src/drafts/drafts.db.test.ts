import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#app";
import { declareCommitments } from "#commitments";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
} from "#testing";
import { listDrafts, openDraft } from "./index.ts";

const city = testDatabase();
const { naras, kampung } = places;
const year = 2027;
let head: Actor;
let lurah: Actor;

beforeEach(async () => {
  const { app } = city;
  await insertPlaces(app);
  await openCity(app);
  head = anActor(app, "KDS", naras.code);
  lurah = anActor(app, "KDS", kampung.code);
  for (const [place, by, source] of [
    [naras, head, "add"],
    [kampung, lurah, "apbd"],
  ] as const) {
    const batchId = await insertBatch(app, "village-officers", place);
    const office = { targetGroup: "village-officer", occupationGroup: "Kader Posyandu", place };
    for (const name of ["Rosmaniar", "Syafril"]) await insertPerson(app, batchId, { name, ...office });
    const lines = [{ group: "kader", heads: 2, months: 12, source }];
    const said = { villageCode: place.code, year, lines, intent: "declare" as const };
    await declareCommitments(app, by, { operationId: app.newId(), ...said });
  }
});

type Asked = Partial<Omit<Parameters<typeof openDraft>[2], "villageCode">>;
const open = (by: Actor, villageCode: string, asked: Asked) =>
  openDraft(city.app, by, { villageCode, year, draft: "sk", paper: "f4", draftFormat: "word", ...asked });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test("a village has its three papers, each with what it lacks; a kelurahan has a proposal instead", async () => {
  const { drafts, heads, listed } = await listDrafts(city.app, head, { villageCode: naras.code, year });
  expect([heads, listed]).toEqual([2, 2]);
  expect(drafts.map(({ kind, lacks }) => [kind, lacks])).toEqual([
    ["sk", ["account-missing"]],
    ["klausul", ["account-missing"]],
    ["berita-acara", []],
  ]);
  const ward = await listDrafts(city.app, lurah, { villageCode: kampung.code, year });
  expect(ward.drafts.map(({ kind }) => kind)).toEqual(["usulan"]);
  const paper = text((await open(lurah, kampung.code, { draft: "usulan" })).bytes);
  for (const words of ["LURAH KAMPUNG BARU", "Rosmaniar", "Rp403.200"]) expect(paper).toContain(words);
});

test("every paper is drawn for both kinds of paper, and a working copy says that it is one", async () => {
  for (const [by, code, kinds] of [
    [head, naras.code, ["sk", "klausul", "berita-acara"]],
    [lurah, kampung.code, ["usulan"]],
  ] as const)
    for (const kind of kinds)
      for (const paper of ["a4", "f4"]) {
        const { bytes, fileName } = await open(by, code, { draft: kind, draftFormat: "pdf", paper });
        expect(Buffer.from(bytes).toString("latin1").startsWith("%PDF-1.7")).toBe(true);
        expect(fileName).toBe(`${kind}-${code}-2027-${paper}.pdf`);
      }
  const word = await open(head, naras.code, {});
  expect(word.fileName).toContain("salinan-kerja");
  expect(text(word.bytes)).toContain("SALINAN KERJA");
});

test("whoever is named is noted as seen, and nobody else has the paper", async () => {
  const seen = async () =>
    (await readRows<{ n: number }>(city.app, "select count(*)::int as n from audit.accesses"))[0]!.n;
  await open(head, naras.code, { draft: "klausul" });
  expect(await seen()).toBe(0);
  await open(head, naras.code, {});
  const [access] = await readRows(
    city.app,
    "select purpose, cardinality(person_ids) as n from audit.accesses",
  );
  expect(access).toEqual({ purpose: "village-draft", n: 2 });
  await expect(open(lurah, naras.code, {})).rejects.toMatchObject({ code: "not-found" });
  await expect(open(head, naras.code, { draft: "usulan" })).rejects.toMatchObject({ code: "not-found" });
  await expect(open(anActor(city.app, "EXE"), naras.code, {})).rejects.toMatchObject({
    code: "forbidden",
  });
});
