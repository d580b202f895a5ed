import type { Group } from "#grants";
import type { RateSource } from "#law";
import { type CivilDate, civilDate } from "#time";

export const meetingTemplates = ["offices", "apparatus", "quarter"] as const;
export type MeetingTemplate = (typeof meetingTemplates)[number];

export type PlannedItem = { readonly title: string; readonly minutes: number; readonly presenter: string };

/** What a kind of meeting begins with. Its words are those of a letter of the city, and so in Indonesian. */
export type TemplateOfMeeting = {
  readonly title: (year: number) => string;
  readonly groups: readonly Group[];
  readonly items: readonly PlannedItem[];
  /** How long before the year that is asked for: a meeting about a year asks for the next one, an evaluation for this one. */
  readonly asksFor: "next-year" | "this-year";
};

const item = (minutes: number, title: string, presenter = ""): PlannedItem => ({ title, minutes, presenter });
const opening = item(10, "Pembukaan dan arahan", "Pimpinan rakor");
const closing = item(10, "Pembacaan keputusan dan penutup", "Notulis");

const templates: Readonly<Record<MeetingTemplate, TemplateOfMeeting>> = {
  offices: {
    title: (year) => `Rakor perlindungan BPD dan kader ${year}`,
    groups: ["bpd", "kader"],
    asksFor: "next-year",
    items: [
      opening,
      item(15, "Tindak lanjut rakor sebelumnya", "Sekretariat"),
      item(20, "Cakupan, kebutuhan dan manfaat untuk BPD dan kader", "BPJS Ketenagakerjaan"),
      item(20, "Sumber anggaran, kode rekening dan jadwal RAPBDes", "Dinas Pemberdayaan Masyarakat dan Desa"),
      item(75, "Pernyataan komitmen desa dan kelurahan", "Kepala desa dan lurah"),
      item(20, "Masalah yang menghalangi dan jalan keluarnya"),
      closing,
    ],
  },
  apparatus: {
    title: (year) => `Rakor perlindungan aparatur desa ${year}`,
    groups: ["kades", "perangkat", "rt-rw"],
    asksFor: "next-year",
    items: [
      opening,
      item(15, "Tindak lanjut rakor sebelumnya", "Sekretariat"),
      item(20, "Iuran aparatur menurut penghasilan tetap", "BPJS Ketenagakerjaan"),
      item(60, "Pernyataan komitmen desa dan kelurahan", "Kepala desa dan lurah"),
      item(15, "Data aparatur yang perlu dibetulkan"),
      closing,
    ],
  },
  quarter: {
    title: (year) => `Rakor evaluasi triwulan komitmen ${year}`,
    groups: ["kades", "perangkat", "bpd", "kader", "rt-rw"],
    asksFor: "this-year",
    items: [
      opening,
      item(25, "Realisasi: dijanjikan, dianggarkan, cair", "Sekretariat"),
      item(40, "Desa yang terlambat dan sebabnya", "Camat"),
      item(20, "Tindak lanjut yang lewat waktu", "Sekretariat"),
      closing,
    ],
  },
};

export const templateOf = (template: MeetingTemplate): TemplateOfMeeting => templates[template];

type Basis = Pick<RateSource, "instrument" | "mark"> & {
  readonly about: string;
  readonly from: CivilDate;
};

/** On what a meeting of villages about their promises rests, each from its day. No row was read in the instrument itself. */
const bases: readonly Basis[] = [
  {
    instrument: "Undang-Undang Nomor 40 Tahun 2004",
    about: "Sistem Jaminan Sosial Nasional",
    from: civilDate("2004-10-19"),
    mark: "reported",
  },
  {
    instrument: "Undang-Undang Nomor 6 Tahun 2014",
    about: "Desa, sebagaimana terakhir diubah dengan Undang-Undang Nomor 3 Tahun 2024",
    from: civilDate("2024-04-25"),
    mark: "reported",
  },
  {
    instrument: "Peraturan Menteri Dalam Negeri Nomor 20 Tahun 2018",
    about: "Pengelolaan Keuangan Desa",
    from: civilDate("2018-05-08"),
    mark: "reported",
  },
  {
    instrument: "Instruksi Presiden Nomor 2 Tahun 2021",
    about: "Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan",
    from: civilDate("2021-03-25"),
    mark: "reported",
  },
];

/** The basis of a letter of that day, one instrument to a line. */
export const basisOn = (day: CivilDate): string =>
  bases
    .filter(({ from }) => from <= day)
    .map(({ instrument, about }) => `${instrument} tentang ${about}`)
    .join("\n");
