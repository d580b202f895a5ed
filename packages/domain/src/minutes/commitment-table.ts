import { amountInWords, numberInFigures } from "#money";
import type { MinutesSnapshot, SnapshotVillage } from "./minutes-snapshot.ts";
import type { PaperBlock } from "./paper.ts";
import { listed, sourceWords } from "./paper-words.ts";
import { headsOf, type MinutesSums, rupiahOf, sumVillages } from "./sum-villages.ts";

/** One row for every village, also for one that said nothing, and the sum in figures and words. */
export function commitmentTable(snapshot: MinutesSnapshot): readonly PaperBlock[] {
  const sums = sumVillages(snapshot);
  return [
    {
      kind: "table",
      caption: `Komitmen ${sums.villages} desa dan kelurahan untuk tahun ${snapshot.meeting.year}`,
      columns: [
        { head: "No.", align: "right", width: "0.9cm" },
        { head: "Desa/kelurahan", align: "left", width: "1.25fr" },
        { head: "Kecamatan", align: "left", width: "1.15fr" },
        { head: "Orang", align: "right", width: "1.25cm" },
        { head: "Bulan", align: "right", width: "1.2cm" },
        { head: "Jumlah (Rp)", align: "right", width: "2.5cm" },
        { head: "Sumber", align: "left", width: "1fr" },
        { head: "Keterangan", align: "left", width: "1.7fr" },
      ],
      rows: snapshot.villages.map((village, at) => [String(at + 1), ...rowOf(village)]),
      foot: ["", "Jumlah", "", numberInFigures(sums.heads), "", numberInFigures(sums.rupiah), "", ""],
    },
    { kind: "strong", text: `Jumlah: ${amountInWords(sums.rupiah)}.` },
    ...notesOf(sums).map((text) => ({ kind: "text", text }) as const),
  ];
}

function rowOf(village: SnapshotVillage): readonly string[] {
  const { name, kecamatan, lines, mark } = village;
  if (mark === "silent") return [name, kecamatan, "–", "–", "–", "–", "belum menyatakan"];
  const months = [...new Set(lines.map((line) => line.months))].toSorted((a, b) => a - b);
  const sources = [...new Set(lines.flatMap(({ source }) => source ?? []))];
  const amounts = [numberInFigures(headsOf(village)), months.join("–"), numberInFigures(rupiahOf(village))];
  const shown = mark === "objected" ? amounts.map((amount) => `(${amount})`) : amounts;
  return [name, kecamatan, ...shown, listed(sources.map((source) => sourceWords[source])), noteOf(village)];
}

function noteOf({ mark, typedBy }: SnapshotVillage): string {
  const by = typedBy === "office" ? "diketik petugas rapat" : "dinyatakan sendiri";
  if (mark === "awaiting") return `${by}, menunggu konfirmasi`;
  if (mark === "objected") return "keberatan, tidak dihitung";
  return typedBy === "office" ? `${by}, dibenarkan` : by;
}

function notesOf(sums: MinutesSums): readonly string[] {
  const { awaiting, awaitingRupiah, objected, objectedRupiah, silent } = sums;
  return [
    ...(awaiting > 0
      ? [
          `Di dalamnya ${amountInWords(awaitingRupiah)} dari ${awaiting} desa/kelurahan yang diketik petugas rapat dan belum dibenarkan.`,
        ]
      : []),
    ...(objected > 0
      ? [
          `Angka dalam kurung, ${amountInWords(objectedRupiah)} dari ${objected} desa/kelurahan, ditolak desanya dan tidak dihitung.`,
        ]
      : []),
    ...(silent.length > 0
      ? [
          `Belum menyatakan, jadi tidak termasuk dalam jumlah: ${listed(silent)} (${silent.length} desa/kelurahan).`,
        ]
      : []),
  ];
}
