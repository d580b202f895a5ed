import { expect, it } from "vitest";
import { sayDetails } from "./say-details.ts";

const places = new Map([["13.77.02.2015", "Naras I"]]);
const say = (details: object) => sayDetails("id", places, details).join(" · ");

it("details are read in words: names, codes, places, months, days, money, and rows of another table by their end", () => {
  expect(say({ toldBy: "guardian", toldHow: "call", wasGiven: true })).toBe(
    "disampaikan oleh: wali · disampaikan lewat: telepon · pernah menyetujui: ya",
  );
  expect(say({ villageCode: "13.77.02.2015", stopMonth: "2026-12", seenOn: "2026-11-03" })).toBe(
    "desa: Naras I · bulan berhenti: Desember 2026 · dilihat pada: 3 Nov 2026",
  );
  expect(say({ capRupiah: 168_000, rupiah: "16800", judged: 1200 })).toBe(
    "batas sebulan: Rp168.000 · jumlah uang: Rp16.800 · dinilai: 1.200",
  );
  expect(say({ names: ["wadah-for-apbd", "wadah-for-asn"] })).toBe("yang diisi: 2 pengaturan");
  expect(say({ topic: "people.move", successor: "0193e1f2-0000-7000-8000-00000000abcd" })).toBe(
    "pekerjaan: Memindahkan pekerja ke desa baru · penggantinya: …00abcd",
  );
});

it("a list of changes names each field, and what was not said is left out", () => {
  const edits = [{ id: "0193e1f2-0000-7000-8000-00000000abcd", field: "birthDate", state: "waiting" }];
  expect(say({ edits, source: "visit", bucket: null })).toBe(
    "perubahan: (nomor: …00abcd, isian: Tanggal lahir, keadaan: menunggu) · menurut: kunjungan",
  );
});
