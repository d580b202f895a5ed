import type { CommandFeature } from "./command-feature.ts";

/** Every first word after `tuwai`. A feature joins with one entry here and one `<feature>.commands.ts`. */
export const commandFeatures: readonly CommandFeature[] = [
  {
    word: "price",
    summary: "Iuran satu pekerja dalam satu bulan, dengan dasar hukumnya",
    load: async () => (await import("./contributions.commands.ts")).addPriceCommands,
  },
  {
    word: "due",
    summary: "Hari terakhir membayar iuran sebuah bulan",
    load: async () => (await import("./due.commands.ts")).addDueCommands,
  },
  {
    word: "grant",
    summary: "Apa yang dibeli hibah iuran beberapa bulan",
    load: async () => (await import("./calculators.commands.ts")).addGrantCommands,
  },
  {
    word: "need",
    summary: "Kebutuhan iuran satu desa atau kelurahan dalam setahun",
    load: async () => (await import("./calculators.commands.ts")).addNeedCommands,
  },
  {
    word: "benefit",
    summary: "Bagian-bagian santunan, tenggat dan berkasnya",
    load: async () => (await import("./calculators.commands.ts")).addBenefitCommands,
  },
  {
    word: "heirs",
    summary: "Siapa ahli waris menurut urutan hukum",
    load: async () => (await import("./calculators.commands.ts")).addHeirsCommands,
  },
  {
    word: "cover",
    summary: "Perlindungan satu pekerja menurut bukti pembayarannya",
    load: async () => (await import("./cover.commands.ts")).addCoverCommands,
  },
  {
    word: "terbilang",
    summary: "Ejaan sebuah bilangan dengan huruf",
    load: async () => (await import("./terbilang.commands.ts")).addTerbilangCommands,
  },
  {
    word: "demo",
    summary: "Kota contoh dengan penduduk rekaan",
    load: async () => (await import("./demo.commands.ts")).addDemoCommands,
  },
  {
    word: "region",
    summary: "Paket wilayah sebuah kabupaten atau kota",
    load: async () => (await import("./regions.commands.ts")).addRegionCommands,
  },
  {
    word: "import",
    summary: "Memasukkan berkas dari kantor",
    load: async () => (await import("./imports.commands.ts")).addImportCommands,
  },
  {
    word: "status",
    summary: "Angka cakupan yang diterbitkan, dengan sumber dan tanggalnya",
    load: async () => (await import("./coverage.commands.ts")).addCoverageCommands,
  },
  {
    word: "coverage",
    summary: "Semua angka cakupan berdampingan, dan tangga dari daftar sampai terlindungi",
    load: async () => (await import("./indicators.commands.ts")).addIndicatorCommands,
  },
  {
    word: "ledger",
    summary: "Keutuhan jejak audit dan catatan perlindungan",
    load: async () => (await import("./ledger.commands.ts")).addLedgerCommands,
  },
  {
    word: "backup",
    summary: "Menyimpan cadangan kota dalam satu berkas tersegel",
    load: async () => (await import("./backup.commands.ts")).addBackupCommands,
  },
  {
    word: "restore",
    summary: "Memulihkan cadangan ke basis data kosong",
    load: async () => (await import("./backup.commands.ts")).addRestoreCommands,
  },
  {
    word: "leave",
    summary: "Membawa seluruh catatan kota keluar sebagai CSV tanpa segel",
    load: async () => (await import("./backup.commands.ts")).addLeaveCommands,
  },
  {
    word: "tasks",
    summary: "Yang menunggu pelaku",
    load: async () => (await import("./tasks.commands.ts")).addTaskCommands,
  },
  {
    word: "worker",
    summary: "Peristiwa dalam kehidupan pekerja",
    load: async () => (await import("./life-events.commands.ts")).addWorkerCommands,
  },
  {
    word: "incident",
    summary: "Kematian dan kecelakaan yang dilaporkan",
    load: async () => (await import("./incident-reports.commands.ts")).addIncidentCommands,
  },
  {
    word: "account",
    summary: "Akun: mengundang, mengganti, mengakhiri",
    load: async () => (await import("./accounts.commands.ts")).addAccountCommands,
  },
  {
    word: "work",
    summary: "Pekerjaan latar yang gagal",
    load: async () => (await import("./upkeep.commands.ts")).addWorkCommands,
  },
  {
    word: "link",
    summary: "Pemadanan orang dengan daftar lain",
    load: async () => (await import("./link-review.commands.ts")).addLinkCommands,
  },
  {
    word: "list",
    summary: "Penetapan daftar pekerja desa",
    load: async () => (await import("./endorsements.commands.ts")).addListCommands,
  },
  {
    word: "pledge",
    summary: "Mandat pegawai penanggung",
    load: async () => (await import("./sponsors.commands.ts")).addPledgeCommands,
  },
  {
    word: "match",
    summary: "Menjodohkan pekerja dengan penanggung",
    load: async () => (await import("./matching.commands.ts")).addMatchCommands,
  },
  {
    word: "fund",
    summary: "Mendanai pekerja tanpa penanggung",
    load: async () => (await import("./matching.commands.ts")).addFundCommands,
  },
  {
    word: "packet",
    summary: "Paket pendaftaran untuk BPJS",
    load: async () => (await import("./packets.commands.ts")).addPacketCommands,
  },
  {
    word: "enrolment",
    summary: "Pendaftaran pekerja ke BPJS",
    load: async () => (await import("./enrolment.commands.ts")).addEnrolmentCommands,
  },
  {
    word: "alms",
    summary: "Sedekah untuk anak yatim",
    load: async () => (await import("./alms.commands.ts")).addAlmsCommands,
  },
  {
    word: "claim",
    summary: "Klaim keluarga sesudah kematian atau kecelakaan",
    load: async () => (await import("./claims.commands.ts")).addClaimCommands,
  },
  {
    word: "keys",
    summary: "Kunci penyegel data",
    load: async () => (await import("./keys.commands.ts")).addKeysCommands,
  },
];
