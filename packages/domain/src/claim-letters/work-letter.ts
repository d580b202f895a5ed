import { blank, type Draft, letterhead } from "#drafts";
import type { LetterFacts } from "./letter-facts.ts";
import {
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

/** That somebody lived here and worked, as the village's head knows it: BPJS asks where no employer can say so. */
export function workLetter(facts: LetterFacts): Draft {
  const { office, claimCode, worker } = facts;
  return {
    title: `Surat keterangan bekerja dan berdomisili KL-${claimCode}`,
    blocks: [
      letterhead(office),
      heading(["SURAT KETERANGAN BEKERJA DAN BERDOMISILI"], ["NOMOR ", blank("nomor surat")]),
      { kind: "text", text: ["Yang bertanda tangan di bawah ini:"] },
      fields([field("Nama", blank("nama yang menandatangani")), field("Jabatan", headOf(facts))]),
      { kind: "text", text: ["menerangkan dengan sebenarnya bahwa:"] },
      fields([...workerFields(facts), ...eventFields(facts)]),
      {
        kind: "points",
        label: "",
        numbering: "numbers",
        points: [
          [
            `Berdomisili di ${placeOf(facts)}, Kecamatan ${office.kecamatan}, ${office.city}, di alamat `,
            blank("alamat sesuai KTP"),
            ", sejak ",
            blank("tahun mulai berdomisili"),
            ".",
          ],
          [
            "Bekerja sebagai ",
            worker.occupation ?? blank("pekerjaan"),
            " di ",
            blank("tempat bekerja"),
            ", sejak ",
            blank("tahun mulai bekerja"),
            ", tanpa pemberi kerja yang dapat menerangkannya.",
          ],
          ["Terakhir diketahui bekerja pada ", blank("hari terakhir bekerja"), "."],
        ],
      },
      {
        kind: "text",
        text: [
          "Surat keterangan ini dibuat untuk mengurus manfaat BPJS Ketenagakerjaan dan tidak untuk keperluan lain.",
        ],
      },
      placeAndDay(facts),
      { kind: "signatures", columns: [[], villageSignature(facts)] },
    ],
  };
}
