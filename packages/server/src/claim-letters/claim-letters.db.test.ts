import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { getClaim, helpWithClaim, markClaimDocument } from "#claims";
import { addMember, disputeHeirs, setUpFamily } from "#families";
import {
  aConfirmedCase,
  anActor,
  aSteppedUpActor,
  insertPlaces,
  openCity,
  places,
  readRows,
  readRowsAs,
  testDatabase,
  type ThreadPerson,
} from "#testing";
import { listClaimLetters, makeClaimLetter } from "./index.ts";

const city = testDatabase();
const op = () => ({ operationId: city.app.newId() });
let operator: Actor;
let claimCode: string;
let person: ThreadPerson;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  operator = aSteppedUpActor(city.app, "OPR", places.naras.code);
});

const anAccident = { kind: "work-accident", on: "2027-06-11", time: "08:15", evidence: "hospital-letter" };
async function aCase(happened?: typeof anAccident) {
  ({ claimCode, person } = await aConfirmedCase(city, happened));
}

type Asked = Partial<Parameters<typeof makeClaimLetter>[2]>;
const make = (asked: Asked = {}, by: Actor = operator) =>
  makeClaimLetter(city.app, by, {
    ...op(),
    claimCode,
    letter: "laporan",
    paper: "f4",
    letterFormat: "word",
    reason: "helping-family",
    ...asked,
  });

async function made(asked: Asked = {}, by?: Actor) {
  const file = await make(asked, by);
  if (file.outcome !== "made") throw new Error(JSON.stringify(file));
  return { ...file, text: new TextDecoder().decode(file.bytes) };
}

const nameOf = async () =>
  (
    await readRows<{ name: string }>(
      city.app,
      "select full_name as name from app.persons where id = ?",
      person.id,
    )
  )[0]!.name;

const ofPerson = () => ({ ...op(), personCode: person.code });

async function aFamily() {
  await setUpFamily(city.app, operator, ofPerson());
  const members = [
    ["spouse", "Rosmawati", "1983-01-17"],
    ["child", "Rahmat Hidayat", "2012-01-21"],
    ["parent", "Nurbaiti", "1955-01-01"],
  ] as const;
  for (const [kinship, name, birthDate] of members)
    await addMember(city.app, operator, { ...ofPerson(), kinship, name, birthDate, from: "" });
}

const seenHeirs = async () => {
  const [seen] = await readRows<{ n: number }>(
    city.app,
    `select count(distinct m.id)::int as n from audit.accesses a join app.household_members m on m.id = any(a.person_ids)
      where a.purpose like 'claim-letter-%' and m.kinship <> 'self'`,
  );
  return seen!.n;
};

describe("the letters of a death", () => {
  test("are listed with what each still lacks, and name nobody there", async () => {
    await aCase();
    const list = await listClaimLetters(city.app, operator, { claimCode });
    expect(list.letters.map(({ letter, lacks, madeAt }) => [letter, lacks, madeAt])).toEqual([
      ["laporan", [], null],
      ["ahli-waris", ["family"], null],
      ["kerja", expect.any(Array), null],
      ["permohonan", ["documents"], null],
    ]);
    expect(JSON.stringify(list)).not.toContain(await nameOf());
  });

  test("name the worker as the register does, the sum as an estimate, and where each document is", async () => {
    await aCase();
    const marked = { document: "death-certificate", state: "have", file: null };
    await markClaimDocument(city.app, operator, { ...op(), claimCode, ...marked });
    const { text, fileName } = await made({ letter: "permohonan" });
    for (const words of [await nameOf(), "Rp42.000.000", "bukan keputusan BPJS", "terlampir", "belum ada"])
      expect(text).toContain(words);
    expect(fileName).toBe(`permohonan-KL-${claimCode}-f4-salinan-kerja.doc`);
    expect(text).not.toContain(person.nik);
  });

  test("invent no heir: where no family is kept, there are lines to be filled by hand", async () => {
    await aCase();
    const { text } = await made({ letter: "ahli-waris" });
    expect(text.match(/\(nama ahli waris\)/g)!.length).toBeGreaterThan(1);
    for (const words of ["Saksi pertama", "Saksi kedua", "Camat ", "Kepala Desa Naras I"])
      expect(text).toContain(words);
  });

  test("name the heirs of the family as it is kept, with kinship, age and reason, and note that they were seen", async () => {
    await aCase();
    await aFamily();
    const list = await listClaimLetters(city.app, operator, { claimCode });
    expect(list.letters.find(({ letter }) => letter === "ahli-waris")!.lacks).toEqual(["minor-heir"]);
    expect(JSON.stringify(list)).not.toMatch(/Rosmawati|Rahmat/);
    const { text } = await made({ letter: "ahli-waris" });
    for (const words of [
      "Rosmawati",
      "istri atau suami",
      "44 tahun",
      "Rahmat Hidayat",
      "15 tahun",
      "Urutan 1: istri, suami atau anak",
      "Ada ahli waris di bawah 18 tahun",
    ])
      expect(text).toContain(words);
    // A parent does not inherit beside wife and child.
    expect(text).not.toContain("Nurbaiti");
    expect(text).not.toContain("(nama ahli waris)");
    expect(await seenHeirs()).toBe(2);
    const report = await made({ letter: "laporan" });
    expect(report.text).not.toMatch(/Rosmawati|Rahmat/);
    expect(await seenHeirs()).toBe(2);
  });

  test("choose no heir while they disagree: the statement says so and leaves lines to be filled by hand", async () => {
    await aCase();
    await aFamily();
    await disputeHeirs(city.app, operator, { ...ofPerson(), isDisputed: true });
    const list = await listClaimLetters(city.app, operator, { claimCode });
    expect(list.letters.find(({ letter }) => letter === "ahli-waris")!.lacks).toContain("heirs-disputed");
    const { text } = await made({ letter: "ahli-waris" });
    expect(text).toContain("Ahli waris masih berselisih");
    expect(text).toContain("(nama ahli waris)");
    expect(text).not.toMatch(/Rosmawati|Rahmat/);
    expect(await seenHeirs()).toBe(0);
  });

  test("are the same bytes whenever the same letter is asked for again, on A4 and on F4", async () => {
    await aCase();
    for (const paper of ["a4", "f4"]) {
      const asked = { ...op(), paper, letterFormat: "pdf" as const };
      const [first, again] = [await made(asked), await made(asked)];
      expect(Buffer.from(first.bytes).equals(Buffer.from(again.bytes))).toBe(true);
      expect(first.text.startsWith("%PDF-1.7")).toBe(true);
      expect(first.text).toContain("pdfaid:part");
    }
    const kinds = ["laporan", "ahli-waris", "kerja", "permohonan"];
    for (const letter of kinds)
      expect((await made({ letter, letterFormat: "pdf" })).bytes.length).toBeGreaterThan(1000);
  });
});

test("the report of an accident tells the two times 24 hours and when BPJS was told; it has no heirs", async () => {
  await aCase(anAccident);
  const { version } = await getClaim(city.app, operator, { claimCode });
  const told = { step: "tell-bpjs", on: "2027-06-12", time: "09:25" };
  await helpWithClaim(city.app, operator, { ...op(), claimCode, version, ...told });
  const { text } = await made();
  for (const words of ["13 Juni 2027 pukul 08.15 WIB", "12 Juni 2027 pukul 09.25 WIB"])
    expect(text).toContain(words);
  await expect(make({ letter: "ahli-waris" })).rejects.toMatchObject({ code: "not-found" });
});

describe("making a letter", () => {
  test("needs a reason, which stands in the access log; the case's journey tells the letter, once", async () => {
    await aCase();
    expect(await make({ reason: "" })).toEqual({ outcome: "refused", reasons: ["without-reason"] });
    const asked = op();
    await made(asked);
    await made(asked);
    const seen = await readRows<{ n: number }>(
      city.app,
      "select count(*)::int as n from audit.accesses where purpose = 'claim-letter-helping-family'",
    );
    expect(seen[0]!.n).toBe(2);
    const { journey } = await getClaim(city.app, operator, { claimCode });
    expect(journey.filter(({ step }) => step === "letter").map(({ details }) => details)).toEqual([
      { letter: "laporan", reason: "helping-family" },
    ]);
    const { letters } = await listClaimLetters(city.app, operator, { claimCode });
    expect(letters[0]!.madeAt).not.toBeNull();
    const kept = await readRowsAs(city.app, operator, "select o::text from app.operations o");
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain(await nameOf());
  });

  test("is the own village's and the manager's, after the password was proved; nobody else finds the case", async () => {
    await aCase();
    await expect(make({}, anActor(city.app, "OPR", places.naras.code))).rejects.toMatchObject({
      code: "step-up-required",
    });
    const other = aSteppedUpActor(city.app, "OPR", places.kampung.code);
    await expect(make({}, other)).rejects.toMatchObject({ code: "not-found" });
    await expect(make({ reason: "" }, other)).rejects.toMatchObject({ code: "not-found" });
    await expect(listClaimLetters(city.app, other, { claimCode })).rejects.toMatchObject({
      code: "not-found",
    });
    for (const role of ["AUD", "KDS", "DAT"] as const)
      await expect(make({}, aSteppedUpActor(city.app, role, places.naras.code))).rejects.toMatchObject({
        code: "forbidden",
      });
    expect((await made({}, aSteppedUpActor(city.app, "MGR"))).outcome).toBe("made");
  });
});
