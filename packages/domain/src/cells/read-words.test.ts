import { describe, expect, test } from "vitest";
import { assert, constantFrom, integer, property } from "fast-check";
import { readDecile } from "./read-decile.ts";
import { readResult } from "./read-result.ts";
import { readMemberStatus, readProgrammes, readSegment, readServantStatus } from "./read-words.ts";

describe("an answer of BPJS", () => {
  test.each(["Berhasil", "DITERIMA", "Terdaftar", "Berhasil didaftarkan", "OK", "Sukses.", "Data valid"])(
    "takes the worker in: %s",
    (text) => expect(readResult(text)).toEqual({ status: "known", result: "accepted" }),
  );

  test.each([
    "Ditolak",
    "Ditolak: sudah terdaftar di NPP lain",
    "Gagal - usia di atas 65",
    "Tidak valid",
    "NIK tidak padan",
    "NIK tidak padan dengan Dukcapil",
    "NIK tidak terdaftar",
    "Data tidak sesuai",
    "Usia melebihi batas",
    "Umur di atas 65 tahun",
    "Pendaftaran ditolak",
    "Tidak memenuhi syarat",
  ])("refuses the worker: %s", (text) =>
    expect(readResult(text)).toEqual({ status: "known", result: "rejected" }),
  );

  test.each([
    "Terdaftar di NPP lain",
    "Terdaftar di perusahaan lain",
    "Aktif di PU PT X",
    "Sudah aktif",
    "Sudah terdaftar",
    "Valid, usia di atas 65",
    "OK, iuran belum dibayar",
    "Terima kasih",
    "Tidak ditolak",
    "Bukan ditolak",
    "Belum",
    "Belum diproses",
    "Dalam proses",
    "Menunggu verifikasi",
    "Berhasil upload, gagal diproses",
    "Cek lagi",
    "Diterima sebagian",
    "Akan didaftarkan",
  ])("is asked about, as its words together decide nothing: %s", (text) =>
    expect(readResult(text).status).toBe("unclear"),
  );
});

describe("a status of membership", () => {
  test.each([
    ["Aktif", "active"],
    ["AKTIF BPU", "active"],
    ["Aktif (menunggak)", "inactive"],
    ["Tidak Aktif (menunggak)", "inactive"],
    ["Menunggak 3 bulan", "inactive"],
    ["Aktif, tidak menunggak", "active"],
    ["Non-Aktif", "inactive"],
    ["Belum aktif", "inactive"],
    ["Aktif s.d. keluar 2025", "ended"],
    ["Meninggal", "ended"],
    ["Pernah aktif", undefined],
    ["Aktif sebagian", undefined],
    ["Aktifkan", undefined],
  ])("%s", (text, status) => expect(readMemberStatus(text)).toBe(status));

  test("a segment, a kind of service and programmes are read only where nothing takes them back", () => {
    expect(["BPU", "Bukan Penerima Upah", "PU", "PU / BPU", "Non PU mandiri"].map(readSegment)).toEqual([
      "bpu",
      "bpu",
      "pu",
      undefined,
      undefined,
    ]);
    expect(["PNS", "Bukan PNS", "Eks PNS", "PPPK Paruh Waktu"].map(readServantStatus)).toEqual([
      "pns",
      undefined,
      undefined,
      "pppk-part-time",
    ]);
    expect(["JKK + JKM", "JKK JKM tanpa JHT"].map(readProgrammes)).toEqual([["jkk", "jkm"], undefined]);
  });
});

describe("a decile", () => {
  test.each([
    ["3", 3, 3],
    ["03", 3, 3],
    ["3.0", 3, 3],
    ["D3", 3, 3],
    ["DESIL 10", 10, 10],
    ["Desil 1 (Sangat Miskin)", 1, 1],
    ["tiga", 3, 3],
    ["IV", 4, 4],
    [">5", 6, 10],
    ["> 4", 5, 10],
    ["6+", 6, 10],
    ["≥ 6", 6, 10],
    ["<5", 1, 4],
    ["<= 4", 1, 4],
    ["6-10", 6, 10],
    ["1 s.d. 4", 1, 4],
    ["Desil 1 s/d 4", 1, 4],
    ["di atas 5", 6, 10],
    ["Desil di bawah 5", 1, 4],
    ["5 ke atas", 5, 10],
    ["1-4", 1, 4],
    ["Desil 1 s.d. 4", 1, 4],
    ["Desil 1 s.d. Desil 4", 1, 4],
    ["D1-D4", 1, 4],
    ["D1 s/d D4", 1, 4],
    ["d1 sd d4", 1, 4],
    ["Peringkat 3", 3, 3],
    ["P1", 1, 1],
    ["P3", 1, 3],
  ])("%s is %i to %i", (text, from, to) => expect(readDecile(text)).toEqual({ status: "read", from, to }));

  test.each(["Tidak Terdaftar", "belum ada", "-", "N/A"])("%s says that there is none", (text) =>
    expect(readDecile(text).status).toBe("unknown"),
  );

  test.each([
    "11",
    "0",
    "-3",
    "3,5",
    "> 10",
    "< 1",
    "7-3",
    "Sangat Miskin",
    "1 atau 2?",
    "2026",
    "P0",
    "P11",
    "D4-D1",
  ])("%s is no decile", (text) => expect(readDecile(text).status).toBe("unreadable"));

  test("never becomes a single number when a sign or a second number stands beside it, whatever they are", () => {
    const digit = integer({ min: 1, max: 10 });
    const sign = constantFrom(">", "<", ">=", "<=", "≥", "≤", "di atas ", "kurang dari ");
    assert(
      property(sign, digit, (mark, number) => {
        const reading = readDecile(`${mark}${number}`);
        if (reading.status !== "read" || reading.from !== reading.to) return;
        // Only at the ends of the scale does a sign leave a single tenth.
        expect([1, 10]).toContain(reading.from);
      }),
    );
    assert(
      property(digit, digit, (a, b) => {
        const reading = readDecile(`${a}-${b}`);
        expect(reading).toEqual(a <= b ? { status: "read", from: a, to: b } : { status: "unreadable" });
      }),
    );
  });
});
