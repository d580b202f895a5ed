import { may, type Permission } from "@tuwai/server/access";
import type { Actor } from "@tuwai/server/app";
import type { MenuItem } from "./menu.ts";

/**
 * `needs`: the access matrix decides who sees the row; without it everybody who signed in does. `unless`: who has a wider
 * page instead.
 */
type WorkItem = MenuItem & { readonly needs?: Permission; readonly unless?: Permission };

/**
 * What staff see, in this order; the first four stand in the phone's bar. A row appears here in the commit that
 * brings its page: nothing in a menu leads nowhere.
 */
const workMenu: readonly WorkItem[] = [
  { path: "/kerja", text: "tasks", icon: "tasks" },
  { path: "/sorot", text: "highlights", icon: "shield", needs: "highlight.read" },
  { path: "/dasbor", text: "dashboard", icon: "map", needs: "dashboard.read" },
  {
    path: "/pekerja",
    text: "workers",
    icon: "people",
    needs: "worker.list",
    unless: "pledge.sign",
  },
  { path: "/impor", text: "imports", icon: "upload", needs: "import.read_report" },
  { path: "/penetapan", text: "villageLists", icon: "list", needs: "list_decision.read" },
  {
    path: "/anggaran/komitmen",
    text: "commitments",
    icon: "money",
    needs: "village_commitment.read",
  },
  { path: "/rakor", text: "meetings", icon: "meeting", needs: "meeting.read" },
  { path: "/tindak-lanjut", text: "followUps", icon: "list", needs: "follow_up.read" },
  { path: "/kejadian", text: "incidents", icon: "claim", needs: "incident_report.list" },
  { path: "/sedekah/kelola", text: "alms", icon: "heart", needs: "donation.desk.read" },
  { path: "/sponsor/saya/sedekah", text: "myAlms", icon: "heart", needs: "donation.pledge.own" },
  { path: "/yatim", text: "orphans", icon: "heart", needs: "orphan.list" },
  { path: "/pendampingan", text: "aftercare", icon: "heart", needs: "aftercare.read" },
  {
    path: "/pendampingan/angka",
    text: "familyFigures",
    icon: "heart",
    needs: "aftercare.figures",
    unless: "aftercare.read",
  },
  { path: "/tanya-keluarga", text: "askFamilies", icon: "people", needs: "aftercare.ask" },
  { path: "/klaim", text: "claims", icon: "claim", needs: "claim.list" },
  { path: "/dasbor/sasaran", text: "targeting", icon: "list", needs: "targeting.summary.read" },
  { path: "/padan", text: "linkage", icon: "link", needs: "link_review.read" },
  { path: "/sponsor/saya", text: "mySponsorship", icon: "heart", needs: "pledge.sign" },
  { path: "/sponsor", text: "sponsors", icon: "heart", needs: "pledge.match" },
  {
    path: "/sponsor/mandat",
    text: "pledges",
    icon: "money",
    needs: "pledge.list",
    unless: "pledge.match",
  },
  {
    path: "/kepesertaan",
    text: "membership",
    icon: "shield",
    needs: "enrolment.desk.read",
  },
  { path: "/iuran", text: "contributions", icon: "money", needs: "contribution.month.read" },
  {
    path: "/iuran/potongan",
    text: "payroll",
    icon: "money",
    needs: "deduction_batch.read",
    unless: "contribution.month.read",
  },
  {
    path: "/iuran/pembayar",
    text: "payers",
    icon: "money",
    needs: "payer.read",
    unless: "tariff.read",
  },
  { path: "/iuran/buku", text: "books", icon: "money", needs: "ledger.books.read" },
  {
    path: "/iuran/tarif",
    text: "tariff",
    icon: "money",
    needs: "tariff.read",
    unless: "contribution.month.read",
  },
  { path: "/dasbor/perkiraan", text: "forecast", icon: "map", needs: "scenario.read" },
  { path: "/rencana", text: "plans", icon: "list", needs: "scenario.read" },
  { path: "/admin/pengguna", text: "users", icon: "users", needs: "user.manage" },
  { path: "/admin/jejak", text: "trail", icon: "list", needs: "audit.read" },
  { path: "/admin/templat-bpjs", text: "packetMapping", icon: "settings", needs: "packet_mapping.write" },
  { path: "/admin/pekerjaan", text: "deadWork", icon: "warning", needs: "system.operate" },
  { path: "/admin/kontak", text: "contacts", icon: "phone", needs: "contact.write" },
  { path: "/dasbor/tangga", text: "ladder", icon: "list", needs: "stats.internal.read" },
  { path: "/admin/indikator", text: "indicatorDesk", icon: "settings", needs: "indicator.write" },
  { path: "/admin/rilis", text: "releaseDesk", icon: "list", needs: "release.publish" },
  { path: "/cakupan", text: "coverage", icon: "map" },
  { path: "/indikator", text: "indicators", icon: "list" },
  { path: "/profil", text: "profile", icon: "person" },
  { path: "/bantuan", text: "help", icon: "help" },
];

export function menuFor(actor: Actor): MenuItem[] {
  return workMenu
    .filter(({ needs }) => needs === undefined || may(actor, needs))
    .filter(({ unless }) => unless === undefined || !may(actor, unless))
    .map(({ path, text, icon }) => ({ path, text, icon }));
}
