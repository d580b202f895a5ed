import { describe, expect, test } from "vitest";
import { readLifeName, readLifeNote } from "./life-mark.ts";

describe("a note about a life", () => {
  test.each([
    "Meninggal",
    "MENINGGAL DUNIA",
    "Ybs. sudah meninggal dunia 2024",
    "Wafat Maret 2025",
    "MD 12/3/2025",
    "Alm",
    "almarhum",
    "sdh meninggal",
    "Yang bersangkutan telah wafat",
    "nonaktif, meninggal",
    "Almarhum Syafril Koto",
    "Syafril Koto (alm)",
    "RIP 2024",
    "Mati",
  ])("'%s' says that the person of the row has died", (note) =>
    expect(readLifeNote(note, "Syafril Koto")).toBe("dead"),
  );

  test.each([
    "janda alm. Bustami",
    "anak almarhum",
    "Istri dari Alm. Zulkifli",
    "suami sudah meninggal",
    "cerai mati",
    "Duda mati",
    "ahli waris almh. Erna",
    "belum meninggal",
    "masih hidup",
    "Hidup",
    "Rumah almarhum ayah",
    "yatim, ayah wafat",
  ])("'%s' leaves the person alive", (note) => expect(readLifeNote(note, "Syafril Koto")).not.toBe("dead"));

  test("a death of nobody named is shown, not decided", () => {
    expect(readLifeNote("alm. Bustami", "Ratna Juwita")).toBe("somebody");
    expect(readLifeNote("Meninggal suaminya", "Ratna Juwita")).toBe("somebody");
  });

  test.each([
    "Pindah",
    "pindah domisili ke Padang",
    "Sudah pindah alamat",
    "Ybs pindah ke Pekanbaru 2025",
    "tidak berdomisili di sini",
    "Bukan warga sini",
  ])("'%s' says that the person has moved away", (note) =>
    expect(readLifeNote(note, "Syafril")).toBe("moved"),
  );

  test.each([
    "belum pindah",
    "pindahan dari Padang",
    "Pindah KK",
    "pindah RT 02",
    "anak pindah ke Padang",
    "akan pindah",
    "Pindah kerja",
  ])("'%s' leaves the person in the village", (note) => expect(readLifeNote(note, "Syafril")).toBeNull());
});

describe("a mark in a name", () => {
  test.each([
    "Syafril Koto (Almarhum)",
    "Yusmaniar, Almh.",
    "Zulkifli Tanjung Alm",
    "Alm. Erna Wilis",
    "(Alm) Bustami",
    "ALMARHUMAH SITI",
    "Syafril (meninggal)",
  ])("'%s' is dead", (name) => expect(readLifeName(name)).toBe("dead"));

  test.each(["Mursal bin Alm. Sutan", "Almaidah", "Palma Alman", "Siti binti Almarhum Ali"])(
    "'%s' lives",
    (name) => expect(readLifeName(name)).toBeNull(),
  );

  test("after a father's name nobody knows whose death it is", () => {
    expect(readLifeName("Mursal bin Sutan (Alm)")).toBe("somebody");
  });
});
