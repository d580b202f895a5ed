import { calendarFile, type CalendarEvent } from "@tuwai/domain/follow-ups";
import { type Desk, desksOf, limitAttempts } from "#accounts";
import { areaOf, scopeOf } from "#access";
import { type App, AppError } from "#app";
import { act, asCity } from "#use-case";
import { hashOf } from "./calendar.ts";
import { findDesk } from "./calendar.store.ts";
import { listAskedRows } from "./follow-up.view.ts";
import { listMeetingTimes } from "./meeting.view.ts";

/**
 * The calendar behind an address: what the desk's own office has to do, and the meetings, without a name of a person. Throws
 * `not-found` for an unknown or revoked address and for a post that nobody holds any more, and `rate-limited`.
 */
export const readCalendar = act(
  { name: "calendar.read", permission: "calendar.read" },
  async (
    { app },
    input: { readonly token: string; readonly headers: Headers; readonly title: string },
  ): Promise<string> => {
    const hash = hashOf(input.token);
    const attempt = { kind: "card" as const, account: hash.toString("hex"), headers: input.headers };
    const desk = await limitAttempts(
      app,
      { ...attempt, isRight: (found: Desk | null) => found !== null },
      () => heldDesk(app, hash),
    );
    if (desk === null) throw new AppError("not-found", { object: "calendar" });
    return calendarFile(input.title, await eventsFor(app, desk));
  },
);

async function heldDesk(app: App, hash: Buffer): Promise<Desk | null> {
  const { regionCode } = app.config;
  const desk = await asCity(app, "calendar.read", ({ tx }) => findDesk(tx, regionCode, hash));
  if (desk === undefined) return null;
  const held = await desksOf(app, [desk.role]);
  return held.some(({ userId, scope }) => userId === desk.userId && scope === desk.scope) ? desk : null;
}

function eventsFor(app: App, desk: Desk): Promise<readonly CalendarEvent[]> {
  const { role, scope, userId } = desk;
  const { regionCode } = app.config;
  const granted = scopeOf({ role }, "follow_up.read");
  if (granted === null) return Promise.resolve([]);
  const area = areaOf(
    { role, userId, regionCode, ...(scope === null ? {} : { scope }) },
    { scope: granted, fourEyes: false },
  );
  return asCity(app, "calendar.read", async ({ tx }) => {
    const own = (await listAskedRows(tx, area, {})).filter(
      ({ ownerRole, state }) => ownerRole === role && (state === "open" || state === "asked"),
    );
    const meetings = await listMeetingTimes(tx, regionCode);
    return [
      ...own.map(({ id, text, dueOn, version, changedAt }): CalendarEvent => ({
        uid: `tindak-lanjut-${id}@tuwai-ketan`,
        title: text,
        sequence: version,
        changedAt: changedAt.getTime(),
        on: dueOn,
      })),
      ...meetings.map(({ id, title, place, startsAt, endsAt, version, changedAt }): CalendarEvent => ({
        uid: `rakor-${id}@tuwai-ketan`,
        title,
        place,
        sequence: version,
        changedAt: changedAt.getTime(),
        from: startsAt.getTime(),
        until: endsAt.getTime(),
      })),
    ];
  });
}
