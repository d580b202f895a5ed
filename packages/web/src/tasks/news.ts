import { may } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { listNotices, type ShownNotice } from "@tuwai/server/notifications";
import { jakartaDate } from "@tuwai/domain/time";
import { formatMonth, formatNumber, formatRupiah, formatShortDate } from "#language/format.ts";
import { localPath, type Language } from "#language/language.ts";
import { lifeEventTexts } from "#language/life-events.ts";
import { noticeTexts } from "#language/notices.ts";
import { wordOf } from "#language/word-of.ts";
import { villageNamer } from "#regions";

export type News = {
  readonly id: string;
  readonly day: string;
  readonly text: string;
  readonly href: string | null;
};

/** What others did of late, as sentences; where a notice is about something its reader may open, the way to it. */
export async function newsFor(app: App, actor: Actor, language: Language): Promise<readonly News[]> {
  const notices = may(actor, "notice.list") ? await listNotices(app, actor) : [];
  if (notices.length === 0) return [];
  const nameOf = await villageNamer(app, actor);
  return notices.map((notice) => {
    const say = teller(notice, { language, village: (code) => nameOf(code) ?? code });
    const path = pathOf(notice, actor);
    return {
      id: notice.id,
      day: formatShortDate(language, jakartaDate(notice.at.getTime())),
      text: say[notice.kind](),
      href: path === null ? null : localPath(language, path),
    };
  });
}

type Telling = { readonly language: Language; readonly village: (code: string) => string };

function teller({ payload }: ShownNotice, { language, village }: Telling) {
  const t = noticeTexts[language];
  const of = (name: string): string => fieldOf(payload, name);
  const people = () => formatNumber(language, Number(of("included")));
  const event = () => wordOf(lifeEventTexts[language].kinds, of("event")).toLowerCase();
  const day = () => formatShortDate(language, of("on"));
  return {
    "endorsement-proposed": () => t.kinds["endorsement-proposed"](people()),
    "endorsement-approved": () => t.kinds["endorsement-approved"](people()),
    "endorsement-returned": () => t.kinds["endorsement-returned"](people()),
    "endorsement-return-asked": () => t.kinds["endorsement-return-asked"](people()),
    "enrolment-rejected": () => t.kinds["enrolment-rejected"](of("personCode"), of("packetCode")),
    "packet-answered": () => t.kinds["packet-answered"](of("packetCode")),
    "worker-waits-again": () =>
      t.kinds["worker-waits-again"](of("personCode"), formatMonth(language, of("fromMonth"))),
    "cap-asked": () =>
      t.kinds["cap-asked"](
        formatMonth(language, of("month")),
        formatRupiah(language, Number(of("neededRupiah"))),
      ),
    "life-event-recorded": () => t.kinds["life-event-recorded"](of("personCode"), event(), day()),
    "life-event-undone": () => t.kinds["life-event-undone"](of("personCode"), event(), day()),
    "person-merged": () =>
      t.kinds["person-merged"](of("otherCode"), of("personCode"), village(of("villageCode"))),
    "follow-ups-due": () => t.kinds["follow-ups-due"](formatNumber(language, Number(of("count"))), day()),
    "follow-ups-late": () => t.kinds["follow-ups-late"](formatNumber(language, Number(of("count"))), day()),
    "person-merge-undone": () => t.kinds["person-merge-undone"](of("otherCode"), of("personCode")),
    "meeting-invited": () => t.kinds["meeting-invited"],
  } satisfies Readonly<Record<ShownNotice["kind"], () => string>>;
}

/** Only to what lies in the reader's own part of the city: a worker who is another village's now is named and not opened. */
function pathOf({ kind, payload }: ShownNotice, { scope }: Actor): string | null {
  const of = (name: string): string => fieldOf(payload, name);
  if (kind.startsWith("endorsement-")) return `/penetapan/${of("endorsementId")}`;
  if (kind === "packet-answered") return `/kepesertaan/pendaftaran/${of("packetCode")}`;
  if (kind === "meeting-invited") return `/rakor/${of("meetingCode")}`;
  if (kind.startsWith("follow-ups-"))
    return of("followUpId") === "" ? "/tindak-lanjut" : `/tindak-lanjut/${of("followUpId")}`;
  if (kind === "cap-asked") return "/sponsor/saya/batas";
  if (kind === "person-merged" && of("villageCode") !== scope) return null;
  if (kind === "person-merge-undone") return null;
  return `/pekerja/${of("personCode")}`;
}

function fieldOf(payload: object, name: string): string {
  const value = (payload as Readonly<Record<string, unknown>>)[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
