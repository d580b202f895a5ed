import type { RouteConfigEntry } from "@react-router/dev/routes";
import type { AddPage } from "./more-routes.ts";

/** Getting people in, keeping them covered, and rescuing those about to lose it. */
export const membershipPages = (page: AddPage): RouteConfigEntry[] => [
  page("kepesertaan", "enrolment/enrolments.page.tsx"),
  page("kepesertaan/perlindungan", "cover/cover-list.page.tsx"),
  page("kepesertaan/aparatur", "officers/officers.page.tsx"),
  page("kepesertaan/kelayakan", "claimability/claimability.page.tsx"),
  page("kepesertaan/kelayakan/kunjungan", "claimability/visits.page.tsx"),
  page("kepesertaan/tunggakan", "arrears/arrears.page.tsx"),
  page("kepesertaan/tunggakan/berkas", "arrears/arrears-file.route.ts"),
  page("kepesertaan/tunggakan/selamatkan", "arrears/rescue.page.tsx"),
  page("kepesertaan/tunggakan/penyelamatan", "arrears/rescues.page.tsx"),
  page("kepesertaan/tunggakan/penyelamatan/:penyelamatan", "arrears/rescue-round.page.tsx"),
  page("kepesertaan/pendaftaran/baru", "packets/compose-packet.page.tsx"),
  page("kepesertaan/pendaftaran/:kode", "packets/packet.page.tsx"),
  page("kepesertaan/pendaftaran/:kode/unduh", "packets/packet-download.page.tsx"),
  page("kepesertaan/pendaftaran/:kode/berkas", "packets/packet-file.route.ts"),
];

/** Sponsors as the programme, treasurers and BKPSDM see them. */
export const sponsorDeskPages = (page: AddPage): RouteConfigEntry[] => [
  page("sponsor", "matching/waiting.page.tsx"),
  page("sponsor/penjodohan", "matching/matching.page.tsx"),
  page("sponsor/penjodohan/terbaik", "best-pairs/best-pairs.page.tsx"),
  page("rencana/anggaran", "budget-use/budget-use.page.tsx"),
  page("sponsor/pengganti", "replacements/replacements.page.tsx"),
  page("sponsor/pegawai", "servants/servants.page.tsx"),
  page("sponsor/ajakan", "office-invitations/offices.page.tsx"),
  page("sponsor/mandat", "sponsors/pledges.page.tsx"),
];

/** What a sponsor has of the own. */
export const sponsorPages = (page: AddPage): RouteConfigEntry[] => [
  page("sponsor/saya", "sponsors/my-pledge.page.tsx"),
  page("sponsor/saya/ikrar", "sponsors/sign-pledge.page.tsx"),
  page("sponsor/saya/ikrar/periksa", "sponsors/check-pledge.page.tsx"),
  page("sponsor/saya/usulan", "matching/my-proposals.page.tsx"),
  page("sponsor/saya/mandat", "mandates/mandate.page.tsx"),
  page("sponsor/saya/mandat/surat", "mandates/mandate-file.route.ts"),
  page("sponsor/saya/piagam", "certificates/certificates.page.tsx"),
  page("sponsor/saya/piagam/berkas", "certificates/certificate-file.route.ts"),
  page("sponsor/saya/sedekah", "alms/my-alms.page.tsx"),
  page("sponsor/saya/batas", "sponsors/raise-cap.page.tsx"),
  page("sponsor/saya/berhenti", "sponsors/stop-pledge.page.tsx"),
];

/** What offices take from their employees, month by month, and the money that follows. */
export const payrollPages = (page: AddPage): RouteConfigEntry[] => [
  page("iuran/potongan", "payroll/payroll.page.tsx"),
  page("iuran/potongan/kolom", "payroll/columns.page.tsx"),
  page("iuran/potongan/:kode", "payroll/batch.page.tsx"),
  page("iuran/potongan/:kode/berkas", "payroll/batch-file.route.ts"),
  page("iuran/potongan/:kode/hasil", "payroll/result.page.tsx"),
  page("iuran/potongan/:kode/pencocokan", "payroll/reconciliation.page.tsx"),
  page("iuran/potongan/:kode/laporan", "payroll/report.page.tsx"),
  page("iuran/setoran", "payroll/remittances.page.tsx"),
  page("iuran/setoran/:setoran/slip", "payroll/slip.route.ts"),
];

/** What is owed, billed and paid. */
export const contributionPages = (page: AddPage): RouteConfigEntry[] => [
  page("iuran", "month-runs/this-period.page.tsx"),
  page("iuran/buku", "ledger/books.page.tsx"),
  page("iuran/rekening", "mandates/receiving-account.page.tsx"),
  page("iuran/tagihan", "bills/bills.page.tsx"),
  page("iuran/tagihan/:bulan/berkas", "bills/bills-file.route.ts"),
  page("iuran/tagihan/:bulan/:kunci", "bills/bill.page.tsx"),
  page("iuran/belum-tercatat", "unrecorded/unrecorded.page.tsx"),
  page("iuran/belum-tercatat/:bulan/berkas", "unrecorded/unrecorded-file.route.ts"),
  page("iuran/perubahan", "member-changes/changes.page.tsx"),
  page("iuran/perubahan/:bulan/berkas", "member-changes/changes-file.route.ts"),
  page("iuran/pembayar", "payers/payers.page.tsx"),
  page("iuran/pembayar/berkas", "payers/payers-file.route.ts"),
  page("iuran/pembayar/:pembayar", "payers/payer.page.tsx"),
  page("iuran/pembayar/:pembayar/serah-terima", "payers/hand-over.page.tsx"),
  page("iuran/pengembalian", "refunds/refunds.page.tsx"),
  page("iuran/pengembalian/berkas", "refunds/refunds-file.route.ts"),
  page("iuran/rangkap", "double-cover/double-cover.page.tsx"),
  page("iuran/kelompok", "groups/groups.page.tsx"),
  page("iuran/kelompok/:kunci", "groups/group.page.tsx"),
  page("iuran/tarif", "tariff/tariff.page.tsx"),
  page("iuran/periode/:bulan", "month-runs/period.page.tsx"),
];
