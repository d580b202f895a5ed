import type { RateSource } from "#law";
import { addWorkingDays } from "#calendar";
import { addDays, addMonths, type CivilDate } from "#time";

export type ClaimKind = "natural-death" | "work-accident-death" | "work-accident";

/** `reportBy`: two times 24 hours. `answerBy`: working days after a complete file, reckoned from `completeOn`. */
export type Deadlines = {
  reportBy: CivilDate | null;
  claimBy: CivilDate;
  answerBy: CivilDate;
  answerWorkingDays: number;
  sources: RateSource[];
};

export type ClaimDocument = { document: string; issuer: string };

const pp44 = (article: string): RateSource => ({ instrument: "PP 44/2015", article, mark: "reported" });

/** The last days of a claim. A later answer costs BPJS 1 % a day to the heirs. */
export function claimDeadlines(kind: ClaimKind, on: CivilDate, completeOn: CivilDate): Deadlines {
  const isAccident = kind !== "natural-death";
  const answerWorkingDays = isAccident ? 7 : 3;
  return {
    reportBy: isAccident ? addDays(on, 2) : null,
    claimBy: addMonths(on, 60),
    answerBy: addWorkingDays(completeOn, answerWorkingDays),
    answerWorkingDays,
    sources: [
      {
        instrument: "PP 82/2019",
        article: "hak menuntut manfaat gugur setelah lima tahun",
        mark: "reported",
      },
      isAccident
        ? pp44("Pasal 37 ayat (2), tujuh hari kerja")
        : { instrument: "Permenaker 1/2025", article: "Pasal 79, tiga hari kerja", mark: "reported" },
      ...(isAccident ? [pp44("pelaporan 2 × 24 jam")] : []),
    ],
  };
}

const ofWorker: readonly ClaimDocument[] = [
  { document: "KPJ", issuer: "BPJS Ketenagakerjaan" },
  { document: "KTP pekerja", issuer: "Dukcapil" },
];

const ofDeath: readonly ClaimDocument[] = [
  { document: "KTP ahli waris", issuer: "Dukcapil" },
  { document: "akta kematian", issuer: "Dukcapil" },
  { document: "kartu keluarga", issuer: "Dukcapil" },
  { document: "surat keterangan ahli waris", issuer: "desa atau kelurahan, dan camat" },
  { document: "buku nikah (bila ada pasangan)", issuer: "KUA atau Dukcapil" },
  { document: "buku rekening ahli waris", issuer: "bank" },
  { document: "NPWP (di atas Rp50 juta)", issuer: "kantor pajak" },
];

const ofAccident: readonly ClaimDocument[] = [
  { document: "formulir 3 KK1", issuer: "keluarga atau pemberi kerja" },
  { document: "formulir 3 KK2", issuer: "keluarga atau pemberi kerja" },
  { document: "formulir 3b KK3, keterangan dokter", issuer: "dokter" },
  { document: "kronologi dan KTP dua saksi", issuer: "saksi" },
  { document: "laporan polisi (kecelakaan lalu lintas)", issuer: "kepolisian" },
  { document: "kuitansi pengobatan dan pengangkutan", issuer: "fasilitas kesehatan" },
];

const ofSchool: readonly ClaimDocument[] = [
  { document: "surat keterangan sekolah dan rapor terakhir", issuer: "sekolah" },
  { document: "akta kelahiran anak", issuer: "Dukcapil" },
];

/** What the family brings, and who gives it. */
export function claimDocuments(kind: ClaimKind, hasScholarship: boolean): ClaimDocument[] {
  return [
    ...ofWorker,
    ...(kind === "natural-death" ? [] : ofAccident),
    ...(kind === "work-accident" ? [] : ofDeath),
    ...(hasScholarship ? ofSchool : []),
  ];
}
