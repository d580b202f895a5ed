import { may } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { getAgenda } from "@tuwai/server/meetings";
import { tabsOf } from "./tabs-of.ts";

/** The agenda as its page shows it, with what its reader may do. */
export async function loadAgenda(
  app: App,
  actor: Actor,
  { meetingCode, chosen }: { readonly meetingCode: string; readonly chosen: string },
) {
  const { meeting, items, now } = await getAgenda(app, actor, { meetingCode });
  const { code, title, state, startsAt, endsAt } = meeting;
  return {
    meeting: { code, title, state, startsAt: startsAt.getTime(), endsAt: endsAt.getTime() },
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

export type AgendaData = Awaited<ReturnType<typeof loadAgenda>>;
export type ShownItem = AgendaData["items"][number];
