import { may, scopeOf } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { getCarriedOver } from "@tuwai/server/follow-ups";
import { getReadiness } from "@tuwai/server/meetings";
import { tabsOf } from "./tabs-of.ts";

type Asked = {
  readonly meetingCode: string;
  readonly origin: string;
  /** By a printed card, which opens the pages of this meeting only. */
  readonly isCard: boolean;
};

/** A meeting's home: how ready the villages of the reader's area are, and what the reader may do. */
export async function loadMeeting(app: App, actor: Actor, { meetingCode, origin, isCard }: Asked) {
  const { hall, checks } = await getReadiness(app, actor, { meetingCode });
  const { meeting, totals } = hall;
  const villages = hall.villages.map(({ villageCode, name, kind, heads, need, state, groups }) => ({
    villageCode,
    name,
    kind,
    heads,
    need,
    state,
    checkedAt: checks.get(villageCode) ?? null,
    groups: groups
      .filter(({ isApplicable }) => isApplicable)
      .map(({ group, heads: own }) => ({ group, people: own.people, unprotected: own.unprotected })),
  }));
  const isOwn = scopeOf(actor, "meeting.fill") === "V";
  return {
    meeting,
    declared: totals.declared,
    villages,
    own: isOwn ? (villages[0] ?? null) : null,
    link: `${app.config.origin ?? origin}/rakor/${meeting.code}`,
    isCard,
    carried: await getCarriedOver(app, actor, { meetingCode }),
    tabs: tabsOf(actor),
    mayRun: may(actor, "meeting.run"),
    mayMakeMinutes: may(actor, "minutes.write"),
    mayPrepare: may(actor, "meeting.prepare"),
    mayMakeCards: may(actor, "meeting.card"),
    maySeeGuests: may(actor, "meeting.guests.read"),
    operation: app.newId(),
    otherOperation: app.newId(),
  };
}

export type HomeData = Awaited<ReturnType<typeof loadMeeting>>;
