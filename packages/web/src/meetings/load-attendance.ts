import { may } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { getAttendance, type Guest } from "@tuwai/server/meetings";
import { listRegions } from "@tuwai/server/regions";
import { tabsOf } from "./tabs-of.ts";

/** Who is invited and who came, as the address filters them. */
export async function loadAttendance(
  app: App,
  actor: Actor,
  { meetingCode, searchParams }: { readonly meetingCode: string; readonly searchParams: URLSearchParams },
) {
  const { meeting, guests } = await getAttendance(app, actor, { meetingCode });
  const regions = await listRegions(app, actor);
  const kecamatan = regions
    .filter(({ kind, code }) => kind === "kecamatan" && guests.some((guest) => guest.kecamatanCode === code))
    .map(({ code, name }) => ({ value: code as string, label: name }));
  const chosen = {
    cari: (searchParams.get("cari") ?? "").slice(0, 80),
    kec: kecamatan.find(({ value }) => value === searchParams.get("kec"))?.value ?? "",
    lihat: (["belum", "hadir"] as const).find((one) => one === searchParams.get("lihat")) ?? ("" as const),
  };
  const ofVillages = guests.filter(({ villageCode }) => villageCode !== null);
  return {
    meeting: { code: meeting.code, title: meeting.title, state: meeting.state },
    rows: guests
      .filter((guest) => isShown(guest, chosen))
      .map((guest) => ({ ...guest, operation: app.newId() })),
    chosen,
    open: searchParams.get("tamu") ?? "",
    kecamatan,
    counts: {
      all: guests.length,
      present: guests.filter(isHere).length,
      villages: ofVillages.length,
      villagesPresent: ofVillages.filter(isHere).length,
      left: guests.filter(({ leftAt }) => leftAt !== null).length,
    },
    tabs: tabsOf(actor),
    mayTick: may(actor, "meeting.run") && meeting.state !== "draft",
    mayAdd: may(actor, "meeting.prepare") && meeting.state !== "closed",
    mayDownload: may(actor, "meeting.guests.file"),
    operation: app.newId(),
  };
}

const isHere = ({ arrivedAt }: Guest) => arrivedAt !== null;

type Chosen = { readonly cari: string; readonly kec: string; readonly lihat: "belum" | "hadir" | "" };

function isShown(guest: Guest, { cari, kec, lihat }: Chosen): boolean {
  const said = `${guest.office} ${guest.standsInFor ?? ""}`.toLowerCase();
  if (!said.includes(cari.trim().toLowerCase())) return false;
  if (kec !== "" && guest.kecamatanCode !== kec) return false;
  return lihat === "" || isHere(guest) === (lihat === "hadir");
}

export type AttendanceData = Awaited<ReturnType<typeof loadAttendance>>;
export type GuestRow = AttendanceData["rows"][number];
