import { assert, array, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { terbilang } from "#money";
import { civilDate } from "#time";
import {
  counts,
  dayInWords,
  gapsOf,
  mayBecomeFinal,
  type MinutesFacts,
  minutesNumber,
  type MinutesSnapshot,
  objectionsUntil,
  rupiahOf,
  type SnapshotVillage,
  snapshotName,
  sumVillages,
  textsFrom,
  writeMinutes,
} from "./index.ts";

/** An instant of December 2026, as milliseconds. */
const at = (instant: string): number => {
  const [day, hours, minutes] = [8, 11, 14].map((from) => Number(instant.slice(from, from + 2)));
  return 1_796_083_200_000 + (((day! - 1) * 24 + hours!) * 60 + minutes!) * 60_000;
};
/** "1.612.800" as a number; anything else is none. */
const figures = (text = ""): number => Number(text.replaceAll(".", "")) || 0;

const village = (over: Partial<SnapshotVillage> = {}): SnapshotVillage => ({
  code: "13.77.02.2001",
  name: "Naras I",
  kecamatan: "Pariaman Utara",
  kind: "desa",
  need: 3_582_720,
  lines: [{ group: "kader", heads: 8, months: 12, rupiah: 1_612_800, source: "add" }],
  mark: "declared",
  typedBy: "village",
  objection: null,
  ...over,
});

const snapshot = (over: Partial<MinutesSnapshot> = {}): MinutesSnapshot => ({
  city: "Kota Pariaman",
  meeting: {
    code: "ABC234",
    title: "Rakor BPD dan kader",
    year: 2027,
    groups: ["bpd", "kader"],
    from: at("2026-12-18T02:00:00.000Z"),
    until: at("2026-12-18T05:12:00.000Z"),
    isClosed: true,
    place: "Balai Kota",
    leader: "Wali Kota",
    secretary: "Notulis",
    letterNumber: "005/12/2026",
    basis: "Perwako",
  },
  guests: [],
  items: [],
  decisions: [],
  followUps: [],
  kecamatan: ["Pariaman Utara"],
  villages: [village()],
  takenAt: at("2026-12-18T05:20:00.000Z"),
  ...over,
});

const facts = (over: Partial<MinutesFacts> = {}): MinutesFacts => ({
  number: "BA-2026-001",
  letterNumber: null,
  state: "draft",
  objectionsUntil: null,
  finalOn: null,
  corrects: null,
  snapshot: snapshot(),
  snapshotName: "8F3A-22C1-90BD",
  texts: textsFrom(snapshot()),
  replies: [],
  address: "https://ketan.test/ba/X",
  ...over,
});

/** Every word of a paper, in order. */
const wordsOf = (of: MinutesFacts): string => JSON.stringify(writeMinutes(of));

describe("the sum of minutes", () => {
  const anyVillage = record({
    mark: constantFrom("declared", "awaiting", "objected", "silent"),
    heads: integer({ min: 0, max: 500 }),
    rupiah: integer({ min: 0, max: 100_000_000 }),
  }).map(({ mark, heads, rupiah }) =>
    village({
      mark,
      lines: mark === "silent" ? [] : [{ group: "kader", heads, months: 12, rupiah, source: "add" } as const],
    }),
  );

  test("is that of its rows: what awaits counts, what was objected to and silence do not, and nobody is left out", () => {
    assert(
      property(array(anyVillage, { maxLength: 80 }), (villages) => {
        const sums = sumVillages({ villages });
        expect(sums.rupiah).toBe(villages.filter(counts).reduce((sum, one) => sum + rupiahOf(one), 0));
        expect(sums.declared + sums.objected + sums.silent.length).toBe(villages.length);
        const paper = writeMinutes(facts({ snapshot: snapshot({ villages }) }));
        const table = paper.blocks.find((block) => block.kind === "table" && block.foot !== null);
        if (table?.kind !== "table") throw new Error("no table");
        expect(table.rows).toHaveLength(villages.length);
        expect(table.rows.reduce((sum, row) => sum + figures(row[5]), 0)).toBe(sums.rupiah);
        expect(figures(table.foot?.[5])).toBe(sums.rupiah);
        expect(JSON.stringify(paper)).toContain(`(${terbilang(sums.rupiah)} rupiah)`);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the paper", () => {
  test("says day, hours and place in words, and what is missing instead of leaving it out", () => {
    const words = wordsOf(facts());
    expect(words).toContain(
      "Pada hari Jumat tanggal delapan belas bulan Desember tahun dua ribu dua puluh enam (18-12-2026) pukul 09.00 WIB sampai pukul 12.12 WIB, bertempat di Balai Kota",
    );
    for (const missing of [
      "Agenda tidak dicatat",
      "Tidak ada keputusan yang dicatat",
      "Kehadiran tidak dicatat",
    ])
      expect(words).toContain(missing);
  });

  test("names who was silent, who still has to say that it is right, and who objected", () => {
    const villages = [
      village(),
      village({ name: "Sikabu", mark: "silent", lines: [], typedBy: null }),
      village({ name: "Apar", mark: "awaiting", typedBy: "office" }),
      village({ name: "Manggung", mark: "objected", objection: "Kader kami tujuh." }),
    ];
    const words = wordsOf(facts({ snapshot: snapshot({ villages }) }));
    for (const said of [
      "Belum menyatakan: Sikabu.",
      "diketik petugas rapat, menunggu konfirmasi",
      "Manggung, dalam rapat: keberatan atas Rp1.612.800",
      "“Kader kami tujuh.”",
      "(1.612.800)",
      "Rp3.225.600 (tiga juta dua ratus dua puluh lima ribu enam ratus rupiah)",
    ])
      expect(words).toContain(said);
  });

  test("prints replies with their time and answer, and names what it corrects", () => {
    const reply = { place: "Naras I", text: "Kader tujuh.", at: at("2026-12-19T03:00:00Z") };
    const words = wordsOf(
      facts({
        state: "final",
        corrects: { number: "BA-2026-001", reason: "jumlah kader salah" },
        objectionsUntil: civilDate("2026-12-20"),
        replies: [
          { ...reply, kind: "objected", answer: "Diperbaiki.", answeredAt: at("2026-12-19T08:30:00Z") },
          { ...reply, kind: "confirmed", text: null, answer: null, answeredAt: null },
        ],
      }),
    );
    for (const said of [
      "memperbaiki dan mengganti BA-2026-001, karena: jumlah kader salah",
      "Naras I, 19 Desember 2026 pukul 10.00 WIB, keberatan: “Kader tujuh.”.",
      "Tanggapan pimpinan rapat, 19 Desember 2026 pukul 15.30 WIB: “Diperbaiki.”",
      "membenarkan",
      "sampai 20 Desember 2026",
      '"mark":null',
    ])
      expect(words).toContain(said);
  });
});

test("gaps are named once each with their count, and a whole meeting has none", () => {
  const whole = snapshot({
    items: [{ title: "Komitmen", presenter: null, minutes: 30, state: "done", notes: "Dibahas." }],
    decisions: ["Setuju."],
    guests: [
      {
        place: "Naras I",
        kecamatan: "Pariaman Utara",
        office: "Kepala desa",
        name: null,
        standsInFor: null,
        letter: null,
        arrivedAt: at("2026-12-18T02:00:00Z"),
        leftAt: null,
      },
    ],
  });
  expect(gapsOf({ snapshot: whole, hasDiscussion: true, unanswered: 0 })).toEqual([]);
  const bare = snapshot({
    villages: [village({ mark: "silent", lines: [] }), village({ mark: "awaiting" })],
  });
  expect(gapsOf({ snapshot: bare, hasDiscussion: false, unanswered: 2 })).toEqual([
    { gap: "silent", count: 1 },
    { gap: "awaiting", count: 1 },
    { gap: "nobody-came", count: 1 },
    { gap: "no-agenda", count: 1 },
    { gap: "no-discussion", count: 1 },
    { gap: "no-decision", count: 1 },
    { gap: "unanswered", count: 2 },
  ]);
});

test("numbers, names and days: a correction keeps the number, and minutes are final on the day after the last for objections", () => {
  expect(minutesNumber({ year: 2026, number: 3, revision: 1 })).toBe("BA-2026-003");
  expect(minutesNumber({ year: 2026, number: 3, revision: 2 })).toBe("BA-2026-003-P1");
  expect(snapshotName("8f3a22c190bd77aa")).toBe("8F3A-22C1-90BD");
  expect(dayInWords(civilDate("2026-12-01"))).toContain("Selasa tanggal satu bulan Desember");
  const until = objectionsUntil(civilDate("2026-12-18"), 2);
  expect(mayBecomeFinal(until, civilDate("2026-12-20"))).toBe(false);
  expect(mayBecomeFinal(until, civilDate("2026-12-21"))).toBe(true);
});
