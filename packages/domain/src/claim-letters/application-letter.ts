import { blank, type Block, type Draft, letterhead, type Sentence } from "#drafts";
import { amountInWords, numberInFigures } from "#money";
import type { DocumentState } from "#claims";
import type { LetterFacts } from "./letter-facts.ts";
import {
  addressedToBpjs,
  eventFields,
  field,
  fields,
  heading,
  placeAndDay,
  programmeOf,
  villageSignature,
  workerFields,
} from "./letter-words.ts";

const stateWords: Readonly<Record<DocumentState, string>> = {
  have: "terlampir",
  "at-city": "ada di kota, disertakan",
  missing: "belum ada",
  "not-needed": "tidak diperlukan",
};

/** The parts in which BPJS pays. */
const partWords: Readonly<Record<string, string>> = {
  "death-lump": "Santunan kematian, sekaligus",
  periodic: "Santunan berkala, dibayar sekaligus",
  funeral: "Biaya pemakaman",
  "temporary-disability": "Santunan sementara tidak mampu bekerja",
  disability: "Santunan cacat",
  transport: "Penggantian biaya pengangkutan",
};

/** Asks BPJS for the benefit, with what is enclosed and what is expected; the sum is an estimate and says so. */
export function applicationLetter(facts: LetterFacts): Draft {
  const { kind, office, claimCode } = facts;
  const isWorker = kind === "work-accident";
  return {
    title: `Permohonan santunan KL-${claimCode}`,
    blocks: [
      letterhead(office),
      heading(["PERMOHONAN SANTUNAN"], [programmeOf(kind).toUpperCase()]),
      addressedToBpjs,
      { kind: "text", text: ["Yang bertanda tangan di bawah ini:"] },
      fields([
        field("Nama", blank("nama pemohon sesuai KTP")),
        field("NIK", blank("NIK pemohon")),
        field("Hubungan dengan peserta", isWorker ? "peserta sendiri" : blank("hubungan pemohon")),
        field("Alamat dan nomor telepon", blank("alamat dan telepon pemohon")),
        field("Bank dan nomor rekening atas nama pemohon", blank("bank dan nomor rekening")),
      ]),
      { kind: "text", text: [`mengajukan permohonan manfaat ${programmeOf(kind)} atas peserta:`] },
      fields([...workerFields(facts), ...eventFields(facts), field("Kode klaim kota", `KL-${claimCode}`)]),
      ...money(facts),
      { kind: "text", text: ["Berkas yang disertakan:"] },
      documentsTable(facts),
      {
        kind: "text",
        text: [
          "Demikian permohonan ini diajukan dengan sebenarnya. Atas perhatiannya diucapkan terima kasih.",
        ],
      },
      placeAndDay(facts),
      {
        kind: "signatures",
        columns: [[["Pemohon,"], [""], [blank("nama pemohon")]], villageSignature(facts)],
      },
    ],
  };
}

const row = (name: string, amount: number): readonly Sentence[] => [[name], [numberInFigures(amount)]];

function money({ estimate }: LetterFacts): readonly Block[] {
  if (estimate === null || estimate.total === null)
    return [
      {
        kind: "text",
        text: [
          "Besarnya belum dapat diperkirakan dari catatan kota; kami menunggu perhitungan BPJS Ketenagakerjaan.",
        ],
      },
    ];
  if (estimate.total === 0)
    return [
      {
        kind: "text",
        text: [
          "Menurut catatan kota belum ada manfaat yang terhitung pada hari kejadian; keputusannya ada pada BPJS Ketenagakerjaan.",
        ],
      },
    ];
  return [
    { kind: "text", text: ["Perkiraan menurut catatan kota, bukan keputusan BPJS Ketenagakerjaan:"] },
    {
      kind: "table",
      head: ["Bagian", "Perkiraan (Rp)"],
      numeric: [1],
      widths: [70, 30],
      rows: [
        ...estimate.parts.map(({ part, amount }) => row(partWords[part] ?? "Bagian lain", amount)),
        row("Jumlah perkiraan", estimate.total),
      ],
    },
    { kind: "text", text: [`Jumlah perkiraan: ${amountInWords(estimate.total)}.`] },
  ];
}

function documentsTable({ documents }: LetterFacts): Block {
  return {
    kind: "table",
    head: ["No.", "Berkas", "Dikeluarkan oleh", "Keadaan"],
    numeric: [0],
    widths: [5, 42, 30, 23],
    rows: documents.map(({ document, issuer, state }, at): readonly Sentence[] => [
      [`${at + 1}`],
      [document],
      [issuer],
      [stateWords[state]],
    ]),
  };
}
