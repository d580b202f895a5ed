import { beforeEach, describe, expect, it } from "vitest";
import { getPacketMapping, packetFields } from "@tuwai/server/packet-mapping";
import { anActor, branch, insertPlaces, openCity, testDatabase } from "@tuwai/server/testing";
import { enrolmentTexts } from "#language/enrolment.ts";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
});

const operation = (html: string): string => /name="operasi" value="([^"]+)"/.exec(html)![1]!;

describe("the columns of the BPJS file", () => {
  it("have a name in both languages, every one of them", () => {
    const known = Object.keys(packetFields).toSorted();
    expect(Object.keys(enrolmentTexts.id.mapping.fields).toSorted()).toEqual(known);
    expect(Object.keys(enrolmentTexts.en.mapping.fields).toSorted()).toEqual(known);
  });

  it("are shown as unconfirmed, changed by the administrator, and read by the branch", async () => {
    const admin = anActor(test.app, "ADM");
    const { html } = await pages.get("/admin/templat-bpjs", admin);
    expect(html).toContain("Belum dikonfirmasi");
    const form = Object.fromEntries(
      [...html.matchAll(/name="((?:urutan|judul)-[^"]+)"[^>]*value="([^"]*)"/g)].map(([, name, value]) => [
        name!,
        value!,
      ]),
    );
    const base = { ...form, cabang: branch, nomor: "1", operasi: operation(html) };
    const changed = { ...base, "urutan-nik": "1", "urutan-lineNo": "", "judul-nik": "Nomor KTP" };
    expect((await pages.post("/admin/templat-bpjs", changed, admin)).status).toBe(303);
    const { columns, number } = await getPacketMapping(test.app, admin);
    expect(number).toBe(2);
    expect(columns.map(({ field }) => field)).not.toContain("lineNo");
    expect(columns.find(({ field }) => field === "nik")).toEqual({ field: "nik", header: "Nomor KTP" });
    const read = await pages.get("/admin/templat-bpjs", anActor(test.app, "BPJ", branch));
    expect(read.html).toContain("Nomor KTP");
    expect(read.html).not.toContain("<form method");
  });

  it("cannot lose a column that must be there; what was typed stays", async () => {
    const admin = anActor(test.app, "ADM");
    const form = { cabang: branch, nomor: "1", "urutan-nik": "1", "judul-nik": "Angka KTP" };
    const refused = await pages.post("/admin/templat-bpjs", form, admin);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("Kolom wajib belum mempunyai nomor urut: Kode pekerja");
    expect(refused.html).toContain('value="Angka KTP"');
    const faulty = await pages.post("/admin/templat-bpjs", { ...form, "urutan-nik": "x" }, admin);
    expect(faulty.html).toContain("Nomor urut diisi angka bulat");
  });
});
