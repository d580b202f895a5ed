import { addMember, setGuardian, setUpFamily } from "@tuwai/server/families";
import {
  anActor,
  anEndorsedPerson,
  insertPlaces,
  openCity,
  places,
  testDatabase,
} from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
const operator = () => anActor(test.app, "OPR", places.naras.code);
const op = () => ({ operationId: test.app.newId() });

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
});

async function aChild(): Promise<string> {
  const { code: personCode } = await anEndorsedPerson(test.app);
  await setUpFamily(test.app, operator(), { ...op(), personCode });
  const child = { kinship: "child", name: "Siti Aminah", birthDate: "2019-05-02", from: "" };
  const added = await addMember(test.app, operator(), { ...op(), personCode, ...child });
  if (added.outcome !== "added") throw new Error(JSON.stringify(added));
  const childCode = added.childCode!;
  const guardian = { kind: "relative", evidence: "family-card", name: "Mak Uwo", phone: "", until: "" };
  await setGuardian(test.app, operator(), { ...op(), childCode, ...guardian, from: test.app.clock.today() });
  return childCode;
}

it("a child is handed over on its page, opened and answered by the code without an account, and taken back", async () => {
  const path = `/yatim/${await aChild()}/serah-terima`;
  const send = (fields: Readonly<Record<string, string>>, as = operator()) =>
    pages.post(path, { operasi: test.app.newId(), ...fields }, as);
  const today = test.app.clock.today();
  const whole = {
    tindakan: "buat",
    jenis: "baznas",
    penerima: "BAZNAS kota",
    untuk: "alms",
    butuh: "food",
    sampai: today,
    setuju: "signed",
    "setuju-hari": today,
  };
  const bad = await send({ ...whole, setuju: "" });
  expect([bad.status, bad.html.includes("kapan wali setuju"), bad.html.includes("BAZNAS kota")]).toEqual([
    422,
    true,
    true,
  ]);
  expect((await send(whole)).status).toBe(303);
  const { html } = await pages.get(path, operator());
  expect(html).toContain("belum pernah dilihat");
  const code = /<strong>([2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4})</.exec(html)![1]!.replaceAll(" ", "");
  const seen = await pages.get(`/serah-terima/${code}`);
  expect(seen.headers.get("cache-control")).toBe("no-store");
  for (const words of ["Makanan", "BAZNAS kota", "7 tahun"]) expect(seen.html).toContain(words);
  for (const page of [seen.html, html])
    for (const name of ["Siti", "Mak Uwo"]) expect(page).not.toContain(name);
  const answered = await pages.post(`/serah-terima/${code}`, {
    operasi: test.app.newId(),
    jawaban: "accept",
  });
  expect(answered.status).toBe(303);
  const after = (await pages.get(`/en${path}`, operator())).html;
  for (const words of ["Accepted", "seen 1 time"]) expect(after).toContain(words);
  const manager = (await pages.get(path, anActor(test.app, "MGR"))).html;
  expect(manager).toContain("Diterima");
  expect(manager).not.toContain("Cabut sekarang");
  expect((await send({ tindakan: "cabut", kode: code })).status).toBe(303);
  const gone = (await pages.get(`/en/serah-terima/${code}`)).html;
  expect(gone).toContain("was revoked by its owner");
  for (const word of ["Food", "BAZNAS kota"]) expect(gone).not.toContain(word);
  expect((await pages.get("/serah-terima/222222222222")).status).toBe(404);
  expect((await pages.get("/serah-terima?kode=2222-2222-2222")).headers.get("location")).toBe(
    "/serah-terima/222222222222",
  );
});
