import { blank, type Block, type Draft, letterhead, type Sentence } from "#drafts";
import { dayName, momentName } from "#time";
import type { LetterFacts } from "./letter-facts.ts";
import {
  addressedToBpjs,
  eventFields,
  field,
  fields,
  headOf,
  heading,
  placeAndDay,
  placeOf,
  villageSignature,
  workerFields,
} from "./letter-words.ts";

const titles = {
  "natural-death": "LAPORAN KEMATIAN PEKERJA",
  "work-accident": "LAPORAN KECELAKAAN KERJA",
  "work-accident-death": "LAPORAN KECELAKAAN KERJA YANG BERAKIBAT MENINGGAL DUNIA",
} as const;

/** Tells BPJS of an accident, within two times 24 hours, or of a death. */
export function reportLetter(facts: LetterFacts): Draft {
  const { kind, office, claimCode } = facts;
  return {
    title: `Laporan ${kind === "natural-death" ? "kematian" : "kecelakaan kerja"} KL-${claimCode}`,
    blocks: [
      letterhead(office),
      heading([titles[kind]], ["NOMOR ", blank("nomor surat")]),
      addressedToBpjs,
      { kind: "text", text: [`Bersama ini kami laporkan kejadian yang menimpa pekerja ${placeOf(facts)}:`] },
      fields(workerFields(facts)),
      fields([
        ...eventFields(facts),
        field("Tempat kejadian", blank("tempat kejadian")),
        ...(kind === "natural-death" ? [] : accidentFields),
        field("Kode klaim kota", `KL-${claimCode}`),
      ]),
      clock(facts),
      {
        kind: "text",
        text: ["Demikian laporan ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."],
      },
      placeAndDay(facts),
      {
        kind: "signatures",
        columns: [[["Pelapor,"], [""], [blank("nama dan hubungan pelapor")]], villageSignature(facts)],
      },
    ],
  };
}

const accidentFields: readonly Sentence[] = [
  field("Sedang mengerjakan", blank("pekerjaan saat kejadian")),
  field("Uraian singkat kejadian", blank("uraian oleh yang melihat")),
  field("Saksi pertama", blank("nama dan alamat saksi pertama")),
  field("Saksi kedua", blank("nama dan alamat saksi kedua")),
  field("Dibawa ke", blank("fasilitas kesehatan")),
];

/** An accident is reported within two times 24 hours, a death within five years. */
function clock(facts: LetterFacts): Block {
  const { kind, reportUntil, toldBpjsAt, claimBy } = facts;
  if (kind === "natural-death")
    return {
      kind: "text",
      text: [
        `Hak menuntut santunan kematian berlaku sampai ${dayName(claimBy)}, lima tahun sejak hari meninggal.`,
      ],
    };
  return fields([
    field(
      "Batas melapor, 2 × 24 jam",
      reportUntil === null ? blank("dihitung dari jam kejadian") : momentName(reportUntil),
    ),
    field(
      "BPJS Ketenagakerjaan diberi tahu",
      toldBpjsAt === null ? blank("hari dan jam diberi tahu") : momentName(toldBpjsAt),
    ),
    ...(toldBpjsAt !== null && reportUntil !== null && toldBpjsAt > reportUntil
      ? [field("Alasan melapor lewat batas", blank(`alasan menurut ${headOf(facts)}`))]
      : []),
  ]);
}
