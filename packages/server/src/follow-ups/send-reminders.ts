import { levelOfOwner, remindAt, reminderOn, type ReminderStage } from "@tuwai/domain/follow-ups";
import { jakartaDate } from "@tuwai/domain/time";
import { wholeCity } from "#access";
import { type App, type Role, systemActor } from "#app";
import { nowOf, type Tx } from "#database";
import { type Notice, notify } from "#notifications";
import { asCity } from "#use-case";
import { enqueue, type Schedule } from "#work";
import { type AskedRow, listAskedRows } from "./follow-up.view.ts";
import { insertReminders, type NewReminder } from "./reminder.store.ts";

/** Every night sets the reminders of the day to be sent when offices open, or after Friday's prayer. */
export const reminderSchedule: Schedule = {
  name: "follow-up-reminders",
  minute: 55,
  enqueue: (app: App, tx: Tx) => {
    const now = nowOf(tx).getTime();
    const inSeconds = Math.ceil((remindAt(now) - now) / 1000);
    const actor = systemActor(app.config.regionCode);
    return enqueue(app, tx, actor, { topic: "follow-ups.remind", payload: {}, inSeconds });
  },
};

/**
 * Handler of `follow-ups.remind`: tells each office once what of its own falls due or is late. Should it be worked while it is quiet,
 * what it says is seen when the quiet ends.
 */
export function sendReminders(app: App): Promise<void> {
  return asCity(app, "follow-ups.remind", async (step) => {
    const { tx, actor, now } = step;
    const at = new Date(remindAt(now.getTime()));
    const day = jakartaDate(at.getTime());
    const rows = await listAskedRows(tx, wholeCity(actor.regionCode), {});
    const due = rows.flatMap((row) => {
      const stage = reminderOn(row, day);
      return stage === undefined ? [] : reminderOf(row, stage);
    });
    const fresh = await insertReminders(tx, { regionCode: actor.regionCode, at }, due);
    await notify(step, noticesOf(fresh, at));
  });
}

/** To the office itself, then to the camat of its village, then to the city; whoever has no camat above is not told on to one. */
function reminderOf(row: AskedRow, { stage, to }: ReminderStage): readonly NewReminder[] {
  const { id: followUpId, dueOn, villageCode, kecamatanCode, ownerRole } = row;
  const of = (toldRole: Role, toldScope: string | null): readonly NewReminder[] => [
    { followUpId, stage, dueOn, villageCode, kecamatanCode, toldRole, toldScope },
  ];
  if (to === "city") return of("MGR", null);
  if (to === "camat") return levelOfOwner(ownerRole) === "village" ? of("CMT", kecamatanCode) : [];
  return of(ownerRole, villageCode ?? kecamatanCode);
}

/** One notice for each office and day of reckoning, however many follow-ups it is about. */
function noticesOf(reminders: readonly NewReminder[], at: Date): readonly Notice[] {
  const groups = Map.groupBy(reminders, ({ toldRole, toldScope, stage }) =>
    [toldRole, toldScope ?? "", stage].join("|"),
  );
  return [...groups.values()].map((group): Notice => {
    const { toldRole, toldScope, stage, followUpId, dueOn } = group[0]!;
    const isBefore = stage === "week-before" || stage === "day-before";
    return {
      role: toldRole,
      scope: toldScope,
      kind: isBefore ? "follow-ups-due" : "follow-ups-late",
      payload: { count: group.length, on: dueOn, ...(group.length === 1 ? { followUpId } : {}) },
      at,
    };
  });
}
