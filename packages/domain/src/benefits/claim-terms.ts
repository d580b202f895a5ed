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

/** `code` names a document where it is kept and shown. */
export type CodedDocument = ClaimDocument & { code: string };

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

const ofWorker: readonly CodedDocument[] = [
  { code: "bpjs-card", document: "KPJ", issuer: "BPJS Ketenagakerjaan" },
  { code: "id-card", document: "KTP pekerja", issuer: "Dukcapil" },
];

const ofDeath: readonly CodedDocument[] = [
  { code: "heir-id-card", document: "KTP ahli waris", issuer: "Dukcapil" },
  { code: "death-certificate", document: "akta kematian", issuer: "Dukcapil" },
  { code: "family-card", document: "kartu keluarga", issuer: "Dukcapil" },
  { code: "heirs-letter", document: "surat keterangan ahli waris", issuer: "desa atau kelurahan, dan camat" },
  { code: "marriage-book", document: "buku nikah (bila ada pasangan)", issuer: "KUA atau Dukcapil" },
  { code: "bank-book", document: "buku rekening ahli waris", issuer: "bank" },
  { code: "tax-number", document: "NPWP (di atas Rp50 juta)", issuer: "kantor pajak" },
];

const ofAccident: readonly CodedDocument[] = [
  { code: "accident-form-1", document: "formulir 3 KK1", issuer: "keluarga atau pemberi kerja" },
  { code: "accident-form-2", document: "formulir 3 KK2", issuer: "keluarga atau pemberi kerja" },
  { code: "doctor-form", document: "formulir 3b KK3, keterangan dokter", issuer: "dokter" },
  { code: "chronology", document: "kronologi dan KTP dua saksi", issuer: "saksi" },
  { code: "police-report", document: "laporan polisi (kecelakaan lalu lintas)", issuer: "kepolisian" },
  { code: "receipts", document: "kuitansi pengobatan dan pengangkutan", issuer: "fasilitas kesehatan" },
];

const ofSchool: readonly CodedDocument[] = [
  { code: "school-letter", document: "surat keterangan sekolah dan rapor terakhir", issuer: "sekolah" },
  { code: "birth-certificate", document: "akta kelahiran anak", issuer: "Dukcapil" },
];

/** What the family brings, and who gives it. */
export function documentsOf(kind: ClaimKind, hasScholarship: boolean): readonly CodedDocument[] {
  return [
    ...ofWorker,
    ...(kind === "natural-death" ? [] : ofAccident),
    ...(kind === "work-accident" ? [] : ofDeath),
    ...(hasScholarship ? ofSchool : []),
  ];
}

/** The same in words alone. */
export function claimDocuments(kind: ClaimKind, hasScholarship: boolean): ClaimDocument[] {
  return documentsOf(kind, hasScholarship).map(({ document, issuer }) => ({ document, issuer }));
}
