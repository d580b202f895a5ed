import type { Mark } from "#law";
import type { CivilDate } from "#time";
import type { VillageKind } from "#commitments";

/** An instrument that a village's decision may rest on, as long as it is in force. */
export type LegalBasis = {
  readonly text: string;
  readonly kinds: readonly VillageKind[];
  readonly from: CivilDate;
  /** The last day it holds; null while nothing newer is known. */
  readonly until: CivilDate | null;
  readonly mark: Mark;
};

const both = ["desa", "kelurahan"] as const;
const desa = ["desa"] as const;
const row = (
  text: string,
  from: string,
  of: Partial<Pick<LegalBasis, "kinds" | "mark">> & { readonly until?: string } = {},
): LegalBasis => ({
  text,
  kinds: of.kinds ?? both,
  from: from as CivilDate,
  until: (of.until ?? null) as CivilDate | null,
  mark: of.mark ?? "reported",
});

/** From the highest instrument down, the older first. A changed instrument is a new row; none was read by us in its full text. */
export const legalBases: readonly LegalBasis[] = [
  row("Undang-Undang Nomor 40 Tahun 2004 tentang Sistem Jaminan Sosial Nasional", "2004-10-19"),
  row("Undang-Undang Nomor 24 Tahun 2011 tentang Badan Penyelenggara Jaminan Sosial", "2011-11-25"),
  row("Undang-Undang Nomor 6 Tahun 2014 tentang Desa", "2014-01-15", { kinds: desa, until: "2024-04-24" }),
  row(
    "Undang-Undang Nomor 6 Tahun 2014 tentang Desa sebagaimana telah diubah terakhir dengan Undang-Undang Nomor 3 Tahun 2024",
    "2024-04-25",
    { kinds: desa },
  ),
  row("Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah", "2014-10-02"),
  row(
    "Peraturan Pemerintah Nomor 44 Tahun 2015 tentang Penyelenggaraan Program Jaminan Kecelakaan Kerja dan Jaminan Kematian sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 82 Tahun 2019",
    "2019-12-02",
    { until: "2023-10-31" },
  ),
  row(
    "Peraturan Pemerintah Nomor 44 Tahun 2015 tentang Penyelenggaraan Program Jaminan Kecelakaan Kerja dan Jaminan Kematian sebagaimana telah diubah terakhir dengan Peraturan Pemerintah Nomor 49 Tahun 2023",
    "2023-11-01",
  ),
  row(
    "Instruksi Presiden Nomor 2 Tahun 2021 tentang Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan",
    "2021-03-25",
  ),
  row("Peraturan Menteri Dalam Negeri Nomor 20 Tahun 2018 tentang Pengelolaan Keuangan Desa", "2018-05-08", {
    kinds: desa,
  }),
  row(
    "Peraturan Menteri Ketenagakerjaan Nomor 5 Tahun 2021 tentang Tata Cara Penyelenggaraan Program Jaminan Kecelakaan Kerja, Jaminan Kematian, dan Jaminan Hari Tua",
    "2021-04-01",
    { until: "2025-02-23" },
  ),
  row(
    "Peraturan Menteri Ketenagakerjaan Nomor 5 Tahun 2021 tentang Tata Cara Penyelenggaraan Program Jaminan Kecelakaan Kerja, Jaminan Kematian, dan Jaminan Hari Tua sebagaimana telah diubah dengan Peraturan Menteri Ketenagakerjaan Nomor 1 Tahun 2025",
    "2025-02-24",
  ),
];

/** What a village of that kind may rest a decision of that day on, in the order in which it is written. */
export const legalBasisOn = (day: CivilDate, kind: VillageKind): readonly LegalBasis[] =>
  legalBases.filter(
    ({ kinds, from, until }) => kinds.includes(kind) && from <= day && (until === null || day <= until),
  );
