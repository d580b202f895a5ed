import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { dukcapilOccupations } from "./dukcapil-occupations.ts";
import { isVillageApparatus, occupationMeanings, readOccupation, standingOf } from "./read-occupation.ts";

test.each([
  ["Nelayan", "fisher", "other"],
  ["NELAYAN/PERIKANAN", "fisher", "other"],
  ["Malauik", "fisher", "other"],
  ["Tkg. Ojek", "motorcycle-taxi", "transport"],
  ["Supir angkot", "driver", "transport"],
  ["DRIVER", "driver", "transport"],
  ["BURUH TANI/PERKEBUNAN", "farm-labourer", "other"],
  ["Petani/Pekebun", "farmer", "other"],
  ["Buruh Harian Lepas", "daily-labourer", "other"],
  ["Tukang batu", "construction-worker", "other"],
  ["Pedagang kaki lima", "street-trader", "other"],
  ["Jualan keliling", "street-trader", "other"],
  ["Tukang cukur keliling", "craftsperson", "other"],
  ["Jualan gorengan", "trader", "other"],
  ["Manggaleh", "trader", "other"],
  ["Labai", "religious-officer", "other"],
  ["Guru ngaji", "religious-officer", "other"],
  ["Guru mengaji", "religious-officer", "other"],
  ["BILA", "religious-officer", "other"],
  ["Bundo Kanduang", "adat-officer", "other"],
  ["Kader posyandu", "village-officer", "other"],
  ["ART", "household-worker", "other"],
  ["Asisten rumah tangga", "household-worker", "other"],
  ["Pembantu Rumah Tangga", "household-worker", "other"],
  ["IRT / jualan kue", "trader", "other"],
  ["Wiraswasta", "other", "other"],
  ["", "other", "other"],
])("%s is the work of %s in sector %s", (text, group, sector) => {
  expect(readOccupation(text)).toMatchObject({ group, sector });
  expect(standingOf(readOccupation(text).group)).toBe("works");
});

test.each([
  ["TIDAK BEKERJA", "not-working"],
  ["Belum/Tidak Bekerja", "not-working"],
  ["blm kerja", "not-working"],
  ["menganggur", "not-working"],
  ["PELAJAR/MAHASISWA", "student"],
  ["Mahasiswi", "student"],
  ["Pensiunan", "retired"],
  ["Pensiunan TNI", "retired"],
  ["Mengurus Rumah Tangga", "homemaker"],
  ["Ibu Rumah Tangga", "homemaker"],
  ["IRT", "homemaker"],
])("%s is no work", (text, group) => {
  expect(readOccupation(text).group).toBe(group);
  expect(standingOf(readOccupation(text).group)).toBe("none");
});

test.each([
  ["PNS", "civil-servant"],
  ["Pegawai Negeri Sipil", "civil-servant"],
  ["Guru PPPK", "civil-servant"],
  ["Kepolisian RI", "police"],
  ["Anggota TNI AD", "soldier"],
])("%s serves the state", (text, group) => {
  expect(readOccupation(text).group).toBe(group);
  expect(standingOf(readOccupation(text).group)).toBe("state");
});

test.each([
  ["Pensiunan TNI yang bertani", "farmer"],
  ["Nelayen", "fisher"],
  ["Petnai", "farmer"],
  ["Petnii", undefined],
  ["Suami nelayan", "fisher"],
  ["PNS, istri petani", "farmer"],
  ["Mahasiswa sambil ojek", "motorcycle-taxi"],
  ["Tukang ojek dan petani", "motorcycle-taxi"],
  ["Pawang hujan", undefined],
  ["Keliling", undefined],
  ["Presiden", undefined],
])("%s is asked about, with a suggestion at most", (text, suggests) => {
  const read = readOccupation(text);
  expect(read).toMatchObject({ group: "unknown", sector: "other", hazardous: false });
  expect(read.suggests).toBe(suggests);
});

const saidCourier = (text: string) => (text === "Pawang hujan" ? "courier" : undefined);

describe("what somebody said of a word", () => {
  it("stands over every reading of it, and carries the sector that the price needs", () => {
    expect(readOccupation("Pawang hujan", saidCourier)).toEqual({
      group: "courier",
      sector: "transport",
      hazardous: true,
    });
  });

  it("counts only while it is one of the meanings", () => {
    expect(readOccupation("Pawang hujan", () => "astronaut").group).toBe("unknown");
    expect(occupationMeanings).not.toContain("unknown");
  });
});

it("only the apparatus of a village is insured by it, not a bilal and not a cadre", () => {
  expect(["Perangkat Desa", "Kaur keuangan", "KEPALA DUSUN"].every(isVillageApparatus)).toBe(true);
  expect(["BILA", "Kader posyandu", "Ketua RT", "Kasir", "Petani"].some(isVillageApparatus)).toBe(false);
});

it("case, signs and spaces change nothing", () => {
  const label = fc.constantFrom(...dukcapilOccupations.map(([, text]) => text));
  const sign = fc.constantFrom("  ", " / ", ".", ",");
  fc.assert(
    fc.property(label, sign, fc.boolean(), (text, between, isLoud) => {
      const written = text.split(/[^A-Za-z]+/).join(between);
      expect(readOccupation(isLoud ? written.toUpperCase() : written)).toEqual(readOccupation(text));
    }),
  );
});
