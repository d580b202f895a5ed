import { may } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { getAgenda, type Meeting } from "@tuwai/server/meetings";
import { tabsOf } from "./tabs-of.ts";

/** The agenda as its page shows it, with what its reader may do. */
export async function loadAgenda(
  app: App,
  actor: Actor,
  { meetingCode, chosen }: { readonly meetingCode: string; readonly chosen: string },
) {
  const { meeting, items, now } = await getAgenda(app, actor, { meetingCode });
  const { code, title, state } = meeting;
  return {
    meeting: { code, title, state, ...frameOf(meeting) },
    items: items.map((item) => ({
      id: item.id,
      position: item.position,
      title: item.title,
      presenter: item.presenter,
      minutes: item.minutes,
      state: item.state,
      startedAt: item.startedAt?.getTime() ?? null,
      spentSeconds: item.spentSeconds,
      // Notes are the operators' own until the minutes are written.
      notes: may(actor, "meeting.run") ? (item.notes ?? "") : "",
      notesVersion: item.notesVersion,
      isFromEarlier: item.fromItemId !== null,
    })),
    now: now.getTime(),
    chosen,
    tabs: tabsOf(actor),
    mayRun: may(actor, "meeting.run") && state === "open",
    mayNote: may(actor, "meeting.run") && state !== "closed",
    mayPrepare: may(actor, "meeting.prepare") && state !== "closed",
    operation: app.newId(),
    otherOperation: app.newId(),
    notesOperation: app.newId(),
  };
}

const halfDayMs = 12 * 3_600_000;

/** From when to when, as planned; a meeting that was held on another day keeps its length. */
function frameOf({ startsAt, endsAt, openedAt }: Pick<Meeting, "startsAt" | "endsAt" | "openedAt">) {
  const shift = (openedAt ?? startsAt).getTime() - startsAt.getTime();
  const moved = Math.abs(shift) > halfDayMs ? shift : 0;
  return { startsAt: startsAt.getTime() + moved, endsAt: endsAt.getTime() + moved };
}

export type AgendaData = Awaited<ReturnType<typeof loadAgenda>>;
export type ShownItem = AgendaData["items"][number];
