import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, civilDate, type CivilDate, daysBetween, jakartaDate } from "#time";
import { isQuiet, remindAt } from "./quiet-hours.ts";
import { reminderOn, reminderStages } from "./reminder-stage.ts";
import type { FollowUpState } from "./take-follow-up-step.ts";

/** Epoch milliseconds of a time of day in Jakarta. */
const at = (day: string, time: string): number => {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return (daysBetween(civilDate("1970-01-01"), civilDate(day)) * 1440 + (hour - 7) * 60 + minute) * 60_000;
};
const first = civilDate("2026-12-01");

test("nobody is reminded from 20.00 to 07.00, nor from 11.30 to 13.30 on a Friday", () => {
  // 4 December 2026 is a Friday.
  for (const [day, time, quiet] of [
    ["2026-12-03", "06:59", true],
    ["2026-12-03", "07:00", false],
    ["2026-12-03", "12:00", false],
    ["2026-12-03", "19:59", false],
    ["2026-12-03", "20:00", true],
    ["2026-12-04", "11:29", false],
    ["2026-12-04", "11:30", true],
    ["2026-12-04", "13:29", true],
    ["2026-12-04", "13:30", false],
  ] as const)
    expect({ day, time, quiet: isQuiet(at(day, time)) }).toEqual({ day, time, quiet });
});

test("a night's work goes out in the morning, a Friday's after prayer, an evening's on the next day", () => {
  expect(remindAt(at("2026-12-03", "00:55"))).toBe(at("2026-12-03", "08:00"));
  expect(remindAt(at("2026-12-03", "09:12"))).toBe(at("2026-12-03", "09:12"));
  expect(remindAt(at("2026-12-04", "12:00"))).toBe(at("2026-12-04", "13:30"));
  expect(remindAt(at("2026-12-04", "20:00"))).toBe(at("2026-12-05", "08:00"));
});

const instants = fc.integer({ min: at("2026-01-01", "00:00"), max: at("2031-01-01", "00:00") });

test("whenever reminders are worked out, they go out at once or later within 13 hours, and never while it is quiet", () => {
  fc.assert(
    fc.property(instants, (now) => {
      const then = remindAt(now);
      expect(isQuiet(then)).toBe(false);
      expect(then).toBeGreaterThanOrEqual(now);
      expect(then - now).toBeLessThanOrEqual(13 * 3_600_000);
      expect(remindAt(then)).toBe(then);
    }),
  );
});

type Event =
  | { readonly what: "run"; readonly hours: number }
  | { readonly what: "answer" | "send-back" }
  | { readonly what: "extend"; readonly days: number };

const events: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ what: fc.constant("run" as const), hours: fc.integer({ min: 1, max: 60 }) }),
    },
    { weight: 1, arbitrary: fc.record({ what: fc.constantFrom("answer" as const, "send-back" as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({ what: fc.constant("extend" as const), days: fc.integer({ min: 1, max: 40 }) }),
    },
  ),
  { minLength: 30, maxLength: 60 },
);

type Sent = { readonly stage: string; readonly dueOn: CivilDate; readonly at: number };

/** A follow-up that lives through events; answers what was sent, and the state it then had. */
function live(given: readonly Event[], daysToDo: number) {
  let now = at(first, "09:00");
  let state: FollowUpState = "open";
  let [dueOn, dueSince] = [addDays(first, daysToDo), first];
  const sent: (Sent & {
    readonly state: FollowUpState;
    readonly current: CivilDate;
    readonly since: CivilDate;
  })[] = [];
  for (const event of given) {
    if (event.what === "answer") state = "done";
    if (event.what === "send-back") state = "open";
    if (event.what === "extend") {
      const today = jakartaDate(now);
      dueOn = addDays(dueOn > today ? dueOn : today, event.days);
      dueSince = today;
    }
    if (event.what !== "run") continue;
    now = remindAt(now + event.hours * 3_600_000);
    const due = reminderOn({ state, dueOn, dueSince }, jakartaDate(now));
    const isKept = sent.some((each) => each.stage === due?.stage && each.dueOn === dueOn);
    if (due !== undefined && !isKept)
      sent.push({ stage: due.stage, dueOn, at: now, state, current: dueOn, since: dueSince });
  }
  return sent;
}

test("each reminder goes once for a due date, in order, none after an answer, none of before the date was given", () => {
  let reached = 0;
  fc.assert(
    fc.property(events, fc.integer({ min: 0, max: 30 }), (given, days) => {
      const sent = live(given, days);
      reached += sent.length;
      const keys = sent.map(({ stage, dueOn }) => `${stage} ${dueOn}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const each of sent) {
        expect(isQuiet(each.at)).toBe(false);
        expect(each.state).toBe("open");
        expect(each.dueOn).toBe(each.current);
        const { days: offset } = reminderStages.find(({ stage }) => stage === each.stage)!;
        const stageDay = addDays(each.dueOn, offset);
        expect(stageDay > each.since).toBe(true);
        expect(daysBetween(stageDay, jakartaDate(each.at))).toBeGreaterThanOrEqual(0);
      }
      for (const dueOn of new Set(sent.map((each) => each.dueOn))) {
        const order = sent.filter((each) => each.dueOn === dueOn).map(({ stage }) => stage);
        const wanted = reminderStages.map(({ stage }) => stage).filter((stage) => order.includes(stage));
        expect(order).toEqual(wanted);
      }
    }),
  );
  expect(reached).toBeGreaterThan(50);
});

test("who is seen to every day gets all five, on their days, the last two by the camat and the city", () => {
  const daily = Array.from({ length: 60 }, (): Event => ({ what: "run", hours: 24 }));
  const days = live(daily, 20).map(({ at: moment, dueOn }) => daysBetween(dueOn, jakartaDate(moment)));
  expect(days).toEqual([-7, -1, 1, 7, 14]);
});
