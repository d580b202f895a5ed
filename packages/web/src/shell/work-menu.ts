import { scopeOf, type Permission } from "@tuwai/server/access";
import type { Actor, Role } from "@tuwai/server/app";
import type { MenuItem } from "./menu.ts";

/**
 * `needs`: the access matrix decides who sees the row; without it everybody who signed in does. `roles` narrows that
 * where several roles hold a permission and only some of them have this page.
 */
type WorkItem = MenuItem & { readonly needs?: Permission; readonly roles?: readonly Role[] };

/**
 * What staff see, in this order; the first four stand in the phone's bar. A row appears here in the commit that
 * brings its page: nothing in a menu leads nowhere.
 */
const workMenu: readonly WorkItem[] = [
  { path: "/kerja", text: "tasks", icon: "tasks" },
  {
    path: "/pekerja",
    text: "workers",
    icon: "people",
    needs: "worker.list",
    roles: ["OPR", "KDS", "CMT", "MGR", "DAT", "BPJ", "AUD", "DPO"],
  },
  { path: "/impor", text: "imports", icon: "upload", needs: "import.read_report" },
  { path: "/penetapan", text: "villageLists", icon: "list", needs: "list_decision.read" },
  { path: "/padan", text: "linkage", icon: "link", needs: "link_review.read" },
  { path: "/sponsor/saya", text: "mySponsorship", icon: "heart", needs: "pledge.sign" },
  { path: "/sponsor", text: "sponsors", icon: "heart", needs: "pledge.match" },
  {
    path: "/sponsor/mandat",
    text: "pledges",
    icon: "money",
    needs: "pledge.read",
    roles: ["BKP", "BND", "FIN", "AUD"],
  },
  {
    path: "/kepesertaan",
    text: "membership",
    icon: "shield",
    needs: "enrolment.list",
    roles: ["OPR", "KDS", "CMT", "MGR", "DAT", "BPJ", "FIN", "AUD"],
  },
  { path: "/admin/templat-bpjs", text: "packetMapping", icon: "settings", needs: "packet_mapping.write" },
  { path: "/cakupan", text: "coverage", icon: "map" },
  { path: "/profil", text: "profile", icon: "people" },
  { path: "/bantuan", text: "help", icon: "help" },
];

export function menuFor(actor: Actor): MenuItem[] {
  return workMenu
    .filter(({ needs }) => needs === undefined || scopeOf(actor, needs) !== null)
    .filter(({ roles }) => roles === undefined || roles.includes(actor.role))
    .map(({ path, text, icon }) => ({ path, text, icon }));
}
