import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilDate, month } from "#time";
import { mandateLetter, type MandateFacts, readBankAccount } from "./index.ts";

const facts: MandateFacts = {
  code: "IK-7T4M2Q",
  city: "Kota Pariaman",
  giver: {
    name: "Yeni Marlina",
    nip: "197001011995032001",
    position: null,
    office: "Dinas Pendidikan",
    account: null,
  },
  channel: "payroll",
  receiver: null,
  workerCount: 1,
  capRupiah: 20_000,
  prices: [
    { sector: "other", from: month("2026-12"), perWorkerRupiah: 8_400 },
    { sector: "other", from: month("2027-01"), perWorkerRupiah: 16_800 },
    { sector: "transport", from: month("2026-12"), perWorkerRupiah: 8_400 },
    { sector: "transport", from: month("2027-04"), perWorkerRupiah: 16_800 },
  ],
  fromMonth: month("2026-12"),
  stopMonth: null,
  signedOn: civilDate("2026-11-09"),
  consentVersion: "ikrar-2",
  lockDay: 20,
  revokeAt: null,
};

describe("the letter of a mandate", () => {
  test("says amounts in figures and words, months and days by name", () => {
    expect(mandateLetter(facts)).toMatchObject({
      cap: "Rp20.000 (dua puluh ribu rupiah)",
      workers: "1 (satu) pekerja",
      from: "Desember 2026",
      signedOn: "9 November 2026",
    });
  });

  test("tells transport workers apart only where they cost something else", () => {
    expect(mandateLetter(facts).prices.map(({ what }) => what)).toEqual([
      "Pekerja selain angkutan, mulai Desember 2026",
      "Pekerja selain angkutan, mulai Januari 2027",
      "Pekerja angkutan, mulai Desember 2026",
      "Pekerja angkutan, mulai April 2027",
    ]);
    const alike = facts.prices
      .slice(0, 2)
      .flatMap((price) => [price, { ...price, sector: "transport" as const }]);
    expect(mandateLetter({ ...facts, prices: alike }).prices).toEqual([
      { what: "Setiap pekerja, mulai Desember 2026", amount: "Rp8.400 (delapan ribu empat ratus rupiah)" },
      {
        what: "Setiap pekerja, mulai Januari 2027",
        amount: "Rp16.800 (enam belas ribu delapan ratus rupiah)",
      },
    ]);
  });

  test("leaves open what nobody has said, and names the month of a revocation", () => {
    const letter = mandateLetter({ ...facts, stopMonth: month("2027-03") });
    expect(letter).toMatchObject({ position: null, account: null, receiver: null, stopped: "Maret 2027" });
  });
});

describe("an account", () => {
  test("is taken with spaces, dots and dashes in its number, and zeros in front stay", () => {
    const typed = { holder: "  Yeni   Marlina ", bank: "Bank Nagari", number: "0021.0210-1234 56" };
    expect(readBankAccount(typed)).toEqual({
      account: { holder: "Yeni Marlina", bank: "Bank Nagari", number: "00210210123456" },
    });
  });

  test("names every part that cannot be right", () => {
    expect(readBankAccount({ holder: "", bank: "7", number: "12ab" })).toEqual({
      wrong: ["holder", "bank", "number"],
    });
  });

  test("never changes by being read again", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (holder, bank, number) => {
        const read = readBankAccount({ holder, bank, number });
        if ("account" in read) expect(readBankAccount(read.account)).toEqual(read);
      }),
    );
  });
});
