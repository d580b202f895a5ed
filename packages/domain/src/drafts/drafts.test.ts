import { describe, expect, test } from "vitest";
import { civilDate } from "#time";
import {
  blanksOf,
  composeDraft,
  type DraftFacts,
  draftKinds,
  draftsOf,
  lacksOf,
  writeWord,
} from "./index.ts";
import { legalBasisOn } from "./legal-basis.ts";

const facts: DraftFacts = {
  kind: "desa",
  village: "Naras I",
  kecamatan: "Pariaman Utara",
  city: "Kota Pariaman",
  year: 2027,
  today: civilDate("2026-12-01"),
  lines: [
    {
      group: "kader",
      heads: 2,
      months: 12,
      segment: "bpu",
      rupiah: 403_200,
      source: "add",
      account: null,
    },
    {
      group: "perangkat",
      heads: 1,
      months: 12,
      segment: "pu-village",
      rupiah: 162_000,
      source: "add",
      account: "5.1.3.04",
    },
  ],
  people: [
    { group: "kader", code: "PK-1", name: "Rosmaniar <b>", position: "Kader Posyandu", monthly: 16_800 },
    { group: "perangkat", code: "PK-2", name: "Syafril", position: "Kaur Umum", monthly: 13_500 },
  ],
};

const texts = (day: string) =>
  legalBasisOn(civilDate(day), "desa")
    .map(({ text }) => text)
    .join("\n");

describe("a village's papers", () => {
  test("name people, groups, sums in digits and words, and every blank says what belongs there", () => {
    const word = writeWord(composeDraft("sk", facts), "f4");
    for (const words of [
      "KEPUTUSAN KEPALA DESA NARAS I",
      "Rp565.200 (lima ratus enam puluh lima ribu dua ratus rupiah)",
      "Menimbang",
      "KETIGA",
      "Kaur Umum",
      "215mm 330mm",
      "SALINAN KERJA",
    ])
      expect(word).toContain(words);
    expect(word).toContain("Rosmaniar &lt;b&gt;");
    expect(blanksOf(composeDraft("sk", facts))).toEqual(
      expect.arrayContaining(["nomor keputusan", "nama kepala desa", "NIK", "kode rekening"]),
    );
  });

  test("print no digit of an identity number, whoever asks", () => {
    for (const kind of draftKinds) expect(writeWord(composeDraft(kind, facts), "a4")).not.toMatch(/\d{12,}/);
  });

  test("are said to lack what the register lacks: an account code, and names of those promised", () => {
    expect(lacksOf("sk", facts)).toEqual(["people-short", "account-missing"]);
    expect(lacksOf("berita-acara", facts)).toEqual([]);
    expect(lacksOf("klausul", { ...facts, lines: [] })).toEqual(["nothing-promised"]);
  });

  test("of a kelurahan are a proposal to the city's budget, never a decision of a village head", () => {
    expect(draftsOf("kelurahan")).toEqual(["usulan"]);
    const paper = writeWord(composeDraft("usulan", { ...facts, kind: "kelurahan" }), "a4");
    expect(paper).toContain("Kelurahan tidak mempunyai anggaran sendiri");
    expect(paper).not.toContain("Peraturan Desa tentang");
  });

  test("rest on the law of their day: a changed regulation replaces the one before it", () => {
    expect(texts("2025-02-23")).not.toContain("Nomor 1 Tahun 2025");
    expect(texts("2025-02-24")).toContain("Nomor 1 Tahun 2025");
    expect(texts("2026-12-01").match(/Nomor 44 Tahun 2015/g)).toHaveLength(1);
    expect(
      legalBasisOn(civilDate("2026-12-01"), "kelurahan")
        .map(({ text }) => text)
        .join(),
    ).not.toContain("tentang Desa");
  });
});
