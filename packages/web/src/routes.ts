import {
  index,
  layout,
  prefix,
  route,
  type RouteConfig,
  type RouteConfigEntry,
} from "@react-router/dev/routes";
import type { Language } from "./language/language.ts";
import { linkagePages } from "./routes-of-linkage.ts";
import {
  contributionPages,
  membershipPages,
  payrollPages,
  sponsorDeskPages,
  sponsorPages,
} from "./routes-of-money.ts";
import {
  type AddPage,
  almsPages,
  claimPages,
  dashboardPages,
  figureDeskPages,
  figurePages,
  incidentPages,
  planningPages,
} from "./more-routes.ts";

/**
 * URL to page, once for each language: `/…` Indonesian, `/en/…` English, the same words in both. Each id ends in the
 * language, because one file serves two addresses.
 */
function pagesIn(language: Language): RouteConfigEntry[] {
  const page = (path: string, file: string) => route(path, file, { id: `${file}-${language}` });
  const frame = (file: string, children: RouteConfigEntry[]) =>
    layout(file, { id: `${file}-${language}` }, children);
  return [
    frame("frame/public.layout.tsx", [
      index("home/home.page.tsx", { id: `home-${language}` }),
      page("cakupan/:kecamatan?", "coverage/area.page.tsx"),
      page("cakupan/:kecamatan/:desa", "coverage/village.page.tsx"),
      ...figurePages(page),
      page("komitmen", "commitments/public-list.page.tsx"),
      page("komitmen/unduh.csv", "commitments/public-file.route.ts"),
      page("komitmen/:desa", "commitments/public-village.page.tsx"),
      page("bantuan", "help/help.page.tsx"),
      page("ajakan/:kode", "office-invitations/invitation.page.tsx"),
      page("ajakan/:kode/poster", "office-invitations/poster.page.tsx"),
      page("cek/:kode?", "cards/check-card.page.tsx"),
      page("lapor-kejadian/diterima", "incident-reports/received.page.tsx"),
      page("lapor-kejadian/:langkah?", "incident-reports/report.page.tsx"),
      page("lacak/:kode?", "incident-reports/track.page.tsx"),
      page("serah-terima/:kode?", "handovers/open.page.tsx"),
      page("sertifikat/:kode", "certificates/check-certificate.page.tsx"),
      page("sedekah", "alms/alms.page.tsx"),
      page("sedekah/niat/:kode", "alms/pledge.page.tsx"),
      page("sedekah/kuitansi/:kode", "alms/check-receipt.page.tsx"),
      page("sedekah/laporan/:bulan", "alms/report.page.tsx"),
      page("sedekah/laporan/:bulan/unduh.csv", "alms/report-file.route.ts"),
      page("ba/:kode", "minutes/check.page.tsx"),
      page("masuk", "accounts/sign-in.page.tsx"),
      page("rakor/masuk", "meetings/card-sign-in.page.tsx"),
      page("masuk/kode", "accounts/second-factor.page.tsx"),
      page("keluar", "accounts/sign-out.page.tsx"),
      page("undangan", "accounts/accept-invitation.page.tsx"),
      page("*", "frame/missing.page.tsx"),
    ]),
    frame("frame/staff.layout.tsx", [
      page("kerja", "tasks/work.page.tsx"),
      ...dashboardPages(page),
      page("kontak-desa/:desa", "calls/contact.page.tsx"),
      ...importPages(page),
      ...personPages(page),
      ...incidentPages(page),
      ...almsPages(page),
      ...planningPages(page),
      ...aftercarePages(page),
      ...claimPages(page),
      page("arti-pekerjaan", "work-words/work-words.page.tsx"),
      page("lihat-lagi", "second-look/second-look.page.tsx"),
      page("penetapan", "endorsements/lists.page.tsx"),
      page("penetapan/:id", "endorsements/list.page.tsx"),
      page("penetapan/:id/cetak", "endorsements/print.page.tsx"),
      ...linkagePages(page),
      ...sponsorDeskPages(page),
      ...sponsorPages(page),
      ...membershipPages(page),
      ...contributionPages(page),
      ...payrollPages(page),
      ...commitmentPages(page),
      ...meetingPages(page),
      ...boardPages(page),
      ...followUpPages(page),
      ...decisionPages(page),
      ...ownPages(page),
      ...adminPages(page),
    ]),
  ];
}

/** Families after the claim, and what becomes of them. */
const aftercarePages = (page: AddPage): RouteConfigEntry[] => [
  page("pendampingan", "aftercare/families.page.tsx"),
  page("pendampingan/angka", "aftercare/figures.page.tsx"),
  page("pendampingan/:kode", "aftercare/family.page.tsx"),
  page("tanya-keluarga", "aftercare/asked.page.tsx"),
  page("tanya-keluarga/cetak", "aftercare/asked-sheet.page.tsx"),
];

/** Files that come in, row by row. */
const importPages = (page: AddPage): RouteConfigEntry[] => [
  page("impor", "imports/history.page.tsx"),
  page("impor/baru", "imports/new-import.page.tsx"),
  page("impor/persetujuan", "imports/approvals.page.tsx"),
  page("impor/templat/:jenis", "imports/template.route.ts"),
  page("impor/:kode", "imports/import.page.tsx"),
  page("impor/:kode/kolom", "imports/columns.page.tsx"),
  page("impor/:kode/periksa", "import-review/check.page.tsx"),
  page("impor/:kode/arti", "import-review/meanings.page.tsx"),
  page("impor/:kode/tinjau", "import-review/review.page.tsx"),
  page("impor/:kode/setujui", "imports/approve.page.tsx"),
  page("impor/:kode/selesai", "imports/done.page.tsx"),
  page("impor/:kode/baris-bermasalah.xlsx", "import-review/faulty-rows.route.ts"),
];

/** What a meeting sees on the wall. */
const boardPages = (page: AddPage): RouteConfigEntry[] => [
  page("rakor/:kode/layar", "meeting-board/board.page.tsx"),
  page("rakor/:kode/layar/angka", "meeting-board/numbers.route.ts"),
];

/** What villages promise from their budgets, and how far it is. */
const commitmentPages = (page: AddPage): RouteConfigEntry[] => [
  page("anggaran/komitmen", "commitments/commitments.page.tsx"),
  page("anggaran/komitmen/berkas", "commitments/commitments-file.route.ts"),
  page("anggaran/komitmen/evaluasi", "commitments/evaluations.page.tsx"),
  page("anggaran/komitmen/aturan", "commitments/rules.page.tsx"),
  page("anggaran/komitmen/:desa", "commitments/village.page.tsx"),
  page("anggaran/komitmen/:desa/daftarkan", "fulfilment/people.page.tsx"),
  page("anggaran/komitmen/:desa/tagihan", "fulfilment/bills.page.tsx"),
  page("anggaran/komitmen/:desa/naskah", "drafts/drafts.page.tsx"),
  page("anggaran/komitmen/:desa/naskah/berkas", "drafts/draft-file.route.ts"),
  page("anggaran/komitmen/:desa/orang/:kelompok", "commitments/heads.page.tsx"),
  page("anggaran/komitmen/:desa/langkah/:kelompok", "commitments/steps.page.tsx"),
  page("anggaran/komitmen/:desa/bukti/:langkah", "commitments/paper.route.ts"),
  page("anggaran/komitmen/:desa/laporan", "budget-reports/reports.page.tsx"),
  page("anggaran/komitmen/:desa/laporan/:laporan", "budget-reports/report.page.tsx"),
  page("anggaran/komitmen/:desa/laporan/:laporan/berkas", "budget-reports/report-file.route.ts"),
];

/** Coordination meetings: the list, and the pages of each. */
const meetingPages = (page: AddPage): RouteConfigEntry[] => [
  page("rakor", "meetings/meetings.page.tsx"),
  page("rakor/baru", "meetings/plan.page.tsx"),
  page("rakor/:kode", "meetings/meeting.page.tsx"),
  page("rakor/:kode/ubah", "meetings/edit.page.tsx"),
  page("rakor/:kode/undangan", "meetings/letter.route.ts"),
  page("rakor/:kode/agenda", "meetings/agenda.page.tsx"),
  page("rakor/:kode/kehadiran", "meetings/attendance.page.tsx"),
  page("rakor/:kode/kehadiran/cetak", "meetings/attendance-print.page.tsx"),
  page("rakor/:kode/kehadiran/berkas", "meetings/attendance-file.route.ts"),
  page("rakor/:kode/hadir", "meetings/door.page.tsx"),
  page("rakor/:kode/pintu", "meetings/slide.page.tsx"),
  page("rakor/:kode/kartu", "meetings/cards.page.tsx"),
  page("rakor/:kode/kartu/berkas", "meetings/cards-file.route.ts"),
  page("rakor/:kode/berita-acara", "minutes/minutes.page.tsx"),
  page("rakor/:kode/berita-acara/naskah/:bagian", "minutes/text.page.tsx"),
  page("rakor/:kode/berita-acara/berkas", "minutes/minutes-file.route.ts"),
  page("rakor/:kode/berita-acara/cetak", "minutes/print.page.tsx"),
  page("rakor/:kode/berita-acara/salinan-kerja", "minutes/working-copy.route.ts"),
  page("rakor/:kode/berita-acara/pindaian", "minutes/scan.page.tsx"),
  page("rakor/:kode/berita-acara/pindaian/:berkas", "minutes/scan.route.ts"),
  page("rakor/:kode/isi", "meetings/fill.page.tsx"),
  page("rakor/:kode/isi/kirim", "meetings/fill.route.ts"),
  page("rakor/:kode/papan", "meetings/table.page.tsx"),
  page("rakor/:kode/papan/baris", "meetings/table.route.ts"),
];

/** What meetings and standing instructions ask of offices, and what became of it. */
const followUpPages = (page: AddPage): RouteConfigEntry[] => [
  page("rakor/:kode/keputusan", "meetings/decisions.page.tsx"),
  page("tindak-lanjut", "follow-ups/follow-ups.page.tsx"),
  page("tindak-lanjut/tetap", "meetings/standing.page.tsx"),
  page("tindak-lanjut/kalender", "follow-ups/calendar.page.tsx"),
  page("tindak-lanjut/data-kemiskinan", "follow-ups/joined-lists.page.tsx"),
  page("tindak-lanjut/:id", "follow-ups/follow-up.page.tsx"),
  page("tindak-lanjut/:id/bukti/:langkah", "follow-ups/paper.route.ts"),
];

/** Workers, one by one, and what happens to them. */
const personPages = (page: AddPage): RouteConfigEntry[] => [
  page("pekerja", "people/workers.page.tsx"),
  page("pekerja/ekspor", "people/export-workers.page.tsx"),
  page("pekerja/berkas", "people/workers-file.route.ts"),
  page("pekerja/baru", "corrections/new-worker.page.tsx"),
  page("pekerja/lapangan", "corrections/visits.page.tsx"),
  page("pekerja/dicari", "comparison/absent.page.tsx"),
  page("pekerja/cetak", "corrections/print-visits.page.tsx"),
  page("pekerja/:kode", "people/worker.page.tsx"),
  page("pekerja/:kode/nik", "people/worker-nik.page.tsx"),
  page("pekerja/:kode/kartu", "cards/card.page.tsx"),
  page("pekerja/:kode/kartu/berkas", "cards/card-file.route.ts"),
  page("pekerja/:kode/ubah", "corrections/edit-worker.page.tsx"),
  page("pekerja/:kode/peristiwa", "life-events/life-events.page.tsx"),
  page("pekerja/:kode/keluarga", "families/family.page.tsx"),
  page("yatim", "families/orphans.page.tsx"),
  page("yatim/berkas", "families/orphans-file.route.ts"),
  page("yatim/:kode", "families/child.page.tsx"),
  page("yatim/:kode/serah-terima", "handovers/handovers.page.tsx"),
  page("pekerja/:kode/persetujuan", "consents/consent.page.tsx"),
  page("persetujuan-dicabut", "consents/withdrawals.page.tsx"),
  page("pekerja/:kode/pindah", "moves/request-move.page.tsx"),
  page("pekerja/:kode/bukti-kerja", "work-evidence/work-evidence.page.tsx"),
  page("pindah", "moves/moves.page.tsx"),
  page("peristiwa", "life-events/follow-ups.page.tsx"),
];

/** What is said of who somebody is, for a second person to decide. */
const decisionPages = (page: AddPage): RouteConfigEntry[] => [
  page("koreksi", "corrections/waiting.page.tsx"),
  page("koreksi/:id", "corrections/decide.page.tsx"),
  page("pekerja/:kode/gabung", "identities/merge.page.tsx"),
  page("pekerja/:kode/pisah", "identities/split.page.tsx"),
  page("identitas", "identities/identities.page.tsx"),
  page("identitas/:id", "identities/decide.page.tsx"),
];

const ownPages = (page: AddPage): RouteConfigEntry[] => [
  page("profil", "accounts/profile.page.tsx"),
  page("profil/kata-sandi", "accounts/change-password.page.tsx"),
  page("masuk/ulang", "accounts/step-up.page.tsx"),
  page("profil/kode-kedua", "accounts/second-factor-setup.page.tsx"),
];

const adminPages = (page: AddPage): RouteConfigEntry[] => [
  ...figureDeskPages(page),
  page("dasbor/tangga", "indicators/ladder.page.tsx"),
  page("admin/kontak", "contacts/contacts.page.tsx"),
  page("admin/pekerjaan", "upkeep/dead-work.page.tsx"),
  page("admin/templat-bpjs", "packet-mapping/packet-mapping.page.tsx"),
  page("admin/jejak", "trail/trail.page.tsx"),
  page("admin/jejak/berkas", "trail/trail-file.route.ts"),
  page("admin/pengguna", "accounts/users.page.tsx"),
  page("admin/pengguna/undang", "accounts/invite.page.tsx"),
  page("admin/pengguna/persetujuan", "accounts/account-requests.page.tsx"),
  page("admin/pengguna/:id", "accounts/account.page.tsx"),
];

export default [
  ...pagesIn("id"),
  ...prefix("en", pagesIn("en")),
  route("cakupan.json", "coverage/coverage-json.route.ts"),
  route("cakupan.csv", "coverage/coverage-csv.route.ts"),
  route("kalender/:alamat", "follow-ups/calendar.route.ts"),
] satisfies RouteConfig;
