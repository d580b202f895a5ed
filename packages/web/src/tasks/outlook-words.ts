import type { Permission } from "@tuwai/server/access";
import type { Role } from "@tuwai/server/app";
import type { outlookTexts } from "#language/outlook.ts";

type Texts = typeof outlookTexts.id;
type Door = { readonly path: string; readonly needs: Permission };

/** Where each thing that waits can be looked at, for whom the matrix gives the page; outlook-words.test.ts holds codes and words together. */
export const waitDoors: Readonly<Record<keyof Texts["waits"], Door | null>> = {
  "list-at-head": { path: "/penetapan", needs: "list_decision.read" },
  "people-at-personnel-office": { path: "/penetapan", needs: "list_decision.read" },
  "people-at-member-list": { path: "/penetapan", needs: "list_decision.read" },
  "people-at-bpjs": { path: "/kepesertaan", needs: "enrolment.desk.read" },
  "packet-at-bpjs": { path: "/kepesertaan", needs: "enrolment.desk.read" },
  "file-at-second-person": { path: "/impor", needs: "import.read_report" },
  "file-at-linking": { path: "/impor", needs: "import.read_report" },
  "correction-at-second-person": { path: "/pekerja", needs: "worker.list" },
  "move-at-villages": { path: "/pindah", needs: "worker.move_accept" },
  "account-at-second-person": { path: "/admin/pengguna", needs: "user.manage" },
  "pledge-at-matching": { path: "/sponsor/saya", needs: "pledge.sign" },
  "worker-at-bpjs": { path: "/sponsor/saya", needs: "pledge.sign" },
};

type Way = { readonly text: keyof Texts["ways"]; readonly path: string };

/** Where a first step is taken, and smaller ways beside it. */
export const stepDoors: Readonly<
  Record<keyof Texts["steps"], { readonly path: string; readonly ways?: readonly Way[] }>
> = {
  "send-first-list": {
    path: "/impor/baru",
    ways: [
      { text: "template", path: "/impor/templat/village-list" },
      { text: "one", path: "/pekerja/baru" },
      { text: "help", path: "/bantuan?topik=desa#kirim-daftar" },
    ],
  },
  "load-civil-servants": {
    path: "/impor/baru",
    ways: [{ text: "template", path: "/impor/templat/civil-servants" }],
  },
  "load-dtsen": { path: "/impor/baru", ways: [{ text: "template", path: "/impor/templat/dtsen" }] },
  "load-members": { path: "/impor/baru", ways: [{ text: "template", path: "/impor/templat/bpjs-members" }] },
  "invite-people": { path: "/admin/pengguna/undang" },
  "sign-pledge": {
    path: "/sponsor/saya/ikrar",
    ways: [{ text: "help", path: "/bantuan?topik=penanggung#jadi-penanggung" }],
  },
  "fill-contacts": { path: "/admin/kontak" },
};

/** Where somebody goes for whom nothing waits. */
export const nextDoors: Readonly<Record<Exclude<Role, "PUB" | "WRK">, string>> = {
  OPR: "/pekerja",
  KDS: "/penetapan",
  CMT: "/penetapan",
  MGR: "/sponsor",
  DAT: "/padan",
  BND: "/iuran/potongan",
  BKP: "/impor/baru",
  BPJ: "/kepesertaan",
  EXE: "/cakupan",
  FIN: "/iuran/potongan",
  SPN: "/sponsor/saya",
  ADM: "/admin/pengguna",
  AUD: "/admin/jejak",
  DPO: "/admin/jejak",
  CHR: "/bantuan",
};
