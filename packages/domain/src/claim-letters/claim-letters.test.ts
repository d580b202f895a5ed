import { describe, expect, test } from "vitest";
import { writeWord } from "#drafts";
import { reportUntil } from "#incident-reports";
import { civilDate } from "#time";
import { composeLetter, lacksOfLetter, type LetterFacts, lettersOf, signersOf } from "./index.ts";

const facts: LetterFacts = {
  kind: "natural-death",
  claimCode: "23456789CDFH",
  office: { kind: "desa", village: "Naras I", kecamatan: "Pariaman Utara", city: "Kota Pariaman" },
  today: civilDate("2027-06-12"),
  worker: {
    name: "Syafril <b>",
    code: "PK-1",
    birthDate: civilDate("1980-07-01"),
    occupation: "Nelayan",
  },
  happenedOn: civilDate("2027-06-10"),
  accidentOn: null,
  happenedTime: null,
  reportUntil: null,
  toldBpjsAt: null,
  claimBy: civilDate("2032-06-10"),
  documents: [
    { document: "akta kematian", issuer: "Dukcapil", state: "missing", isOptional: false },
    { document: "kartu keluarga", issuer: "Dukcapil", state: "have", isOptional: false },
  ],
  estimate: {
    total: 42_000_000,
    parts: [
      { part: "death-lump", amount: 20_000_000, rule: "r" },
      { part: "periodic", amount: 12_000_000, rule: "r" },
      { part: "funeral", amount: 10_000_000, rule: "r" },
    ],
  },
  heirs: null,
};

const limit = reportUntil({ kind: "work-accident", on: civilDate("2027-06-11"), time: "08:15" })!;

const accident: LetterFacts = {
  ...facts,
  kind: "work-accident",
  happenedOn: civilDate("2027-06-11"),
  happenedTime: "08:15",
  reportUntil: limit,
};

const words = (letter: Parameters<typeof composeLetter>[0], of: LetterFacts): string =>
  writeWord(composeLetter(letter, of), "f4");

const family = {
  isDisputed: false,
  hasMinor: true,
  people: [
    { name: "Rosmaniar", kinship: "spouse", reason: "spouse-or-child", birthDate: civilDate("1982-01-01") },
    { name: "Amalia", kinship: "child", reason: "spouse-or-child", birthDate: civilDate("2015-01-01") },
  ],
};

describe("the report", () => {
  test("of an accident tells the limit of two times 24 hours to the minute, and when BPJS was told", () => {
    const told = { ...accident, toldBpjsAt: limit - 1370 * 60_000 };
    const text = words("laporan", told);
    for (const each of [
      "LAPORAN KECELAKAAN KERJA",
      "Jumat, 11 Juni 2027",
      "pukul 08.15 WIB",
      "2 × 24 jam: 13 Juni 2027 pukul 08.15 WIB",
      "diberi tahu: 12 Juni 2027 pukul 09.25 WIB",
      "Syafril &lt;b&gt;",
      "DESA NARAS I",
    ])
      expect(text).toContain(each);
    expect(text).not.toContain("lewat batas");
    expect(words("laporan", { ...told, toldBpjsAt: told.toldBpjsAt + 86_400_000 })).toContain(
      "Alasan melapor lewat batas",
    );
  });

  test("of a death tells the five years instead, and never why somebody died", () => {
    const text = words("laporan", facts);
    expect(text).toContain("sampai 10 Juni 2032");
    expect(text).not.toMatch(/2 × 24|sebab|penyakit/i);
  });
});

describe("the statement of heirs", () => {
  test("names nobody where no family is kept, nor while heirs disagree: lines are left to be filled", () => {
    for (const heirs of [null, { ...family, isDisputed: true }]) {
      const text = words("ahli-waris", { ...facts, heirs });
      expect(text).not.toMatch(/Rosmaniar|Amalia/);
      expect(text.match(/\(nama ahli waris\)/g)).toHaveLength(2);
    }
    expect(words("ahli-waris", { ...facts, heirs: { ...family, isDisputed: true } })).toContain("berselisih");
  });

  test("names whom the law names, in its order with the reason; village, camat and two witnesses sign", () => {
    const text = words("ahli-waris", { ...facts, heirs: family });
    for (const each of [
      "Rosmaniar",
      "istri atau suami",
      "45 tahun",
      "Amalia",
      "12 tahun",
      "Urutan 1: istri, suami atau anak",
      "di bawah 18 tahun",
      "Saksi pertama",
      "Saksi kedua",
      "Camat Pariaman Utara",
      "Kepala Desa Naras I",
    ])
      expect(text).toContain(each);
    expect(signersOf("ahli-waris")).toEqual(["heirs", "two-witnesses", "village-head", "camat"]);
  });

  test("there is none of somebody who lives", () => {
    expect(lettersOf("work-accident")).toEqual(["laporan", "kerja", "permohonan"]);
    expect(lettersOf("natural-death")).toHaveLength(4);
  });
});

test("the statement of work is the lurah's in a kelurahan, and leaves work and its years to who knows them", () => {
  const office = { ...facts.office, kind: "kelurahan" as const, village: "Kampung Baru" };
  const text = words("kerja", { ...facts, office, worker: { ...facts.worker, occupation: null } });
  for (const each of ["Lurah Kampung Baru", "(pekerjaan)", "(tahun mulai bekerja)", "Kelurahan Kampung Baru"])
    expect(text).toContain(each);
  expect(words("kerja", facts)).toContain("Bekerja sebagai Nelayan");
});

describe("the application", () => {
  test("says what is expected as an estimate, and where each document is", () => {
    const text = words("permohonan", facts);
    for (const each of [
      "Jaminan Kematian (JKM)",
      "Perkiraan menurut catatan kota, bukan keputusan BPJS Ketenagakerjaan",
      "20.000.000",
      "Rp42.000.000 (empat puluh dua juta rupiah)",
      "akta kematian",
      "belum ada",
      "terlampir",
    ])
      expect(text).toContain(each);
  });

  test("says openly that nothing, or nothing certain, is expected", () => {
    const none = { parts: [], total: 0 };
    expect(words("permohonan", { ...facts, estimate: none })).toContain("belum ada manfaat yang terhitung");
    for (const estimate of [null, { parts: [], total: null }])
      expect(words("permohonan", { ...facts, estimate })).toContain("belum dapat diperkirakan");
  });
});

test("each letter says what it lacks that can be mended before it is printed", () => {
  const lacks = (letter: Parameters<typeof composeLetter>[0], of: Partial<LetterFacts>) =>
    lacksOfLetter(letter, { ...facts, ...of });
  expect(lacks("laporan", {})).toEqual([]);
  expect(lacks("laporan", { kind: "work-accident" })).toEqual(["accident-time", "bpjs-not-told"]);
  expect(lacks("ahli-waris", {})).toEqual(["family"]);
  expect(lacks("ahli-waris", { heirs: { ...family, isDisputed: true } })).toEqual([
    "heirs-disputed",
    "minor-heir",
  ]);
  expect(lacks("kerja", { worker: { ...facts.worker, occupation: null, birthDate: null } })).toEqual([
    "birth-date",
    "occupation",
  ]);
  expect(lacks("permohonan", { estimate: null })).toEqual(["documents", "estimate"]);
});

test("no letter prints a digit of an identity number: its place is left to the office", () => {
  for (const letter of lettersOf("natural-death")) {
    const text = words(letter, { ...facts, heirs: family });
    expect(text).not.toMatch(/\d{16}/);
    expect(text).toContain("NIK");
  }
});
