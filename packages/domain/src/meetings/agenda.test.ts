import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { expect, test } from "vitest";
import { type AgendaItem, isHeld, mayTurn, timeAgenda } from "./agenda.ts";

const minute = 60_000;
const frame = { startsAt: 0, endsAt: 60 * minute };
const item = (id: string, minutes: number, more: Partial<AgendaItem> = {}): AgendaItem => ({
  id,
  position: Number(id),
  minutes,
  state: "planned",
  startedAt: null,
  spentSeconds: 0,
  ...more,
});

test("before it begins an agenda ends after all its minutes, counted from its beginning", () => {
  const clock = timeAgenda([item("1", 20), item("2", 50)], { ...frame, now: -90 * minute });
  expect(clock).toMatchObject({ plannedMinutes: 70, availableMinutes: 60, lateSeconds: 600, nextId: "1" });
  expect(clock.items.map(({ begins }) => begins)).toEqual([0, 20 * minute]);
});

test("an item that runs over counts below zero and pushes the end; one that ended early gives its time back", () => {
  const over = [item("1", 10, { state: "running", startedAt: 0 }), item("2", 30)];
  const late = timeAgenda(over, { ...frame, now: 15 * minute });
  expect(late.items[0]).toMatchObject({ spentSeconds: 900, leftSeconds: -300 });
  expect([late.ends, late.runningId, late.nextId]).toEqual([45 * minute, "1", "2"]);
  const early = [item("1", 30, { state: "done", startedAt: 0, spentSeconds: 300 }), item("2", 30)];
  expect(timeAgenda(early, { ...frame, now: 5 * minute }).ends).toBe(35 * minute);
});

test("an item taken up again goes on where it stood", () => {
  const again = item("1", 10, { state: "running", startedAt: 20 * minute, spentSeconds: 480 });
  expect(timeAgenda([again], { ...frame, now: 21 * minute }).items[0]).toMatchObject({ leftSeconds: 60 });
});

test("next and previous lead through what is held here, never to what was put aside", () => {
  const items = [
    item("1", 5, { state: "done", startedAt: 0, spentSeconds: 300 }),
    item("2", 5, { state: "parked" }),
    item("3", 5, { state: "running", startedAt: 5 * minute }),
    item("4", 5, { state: "moved" }),
    item("5", 5),
  ];
  const clock = timeAgenda(items, { ...frame, now: 6 * minute });
  expect([clock.previousId, clock.nextId, clock.done, clock.held]).toEqual(["1", "5", 1, 3]);
});

const states = ["planned", "done", "moved", "parked", "dropped"] as const;
const agendas = array(
  record({
    minutes: integer({ min: 0, max: 90 }),
    state: constantFrom(...states),
    spent: integer({ min: 0, max: 9000 }),
  }),
  { maxLength: 12 },
).map((rows) =>
  rows.map(({ minutes, state, spent }, at) =>
    item(String(at), minutes, state === "done" ? { state, startedAt: 0, spentSeconds: spent } : { state }),
  ),
);

test("whatever the agenda: the sum is of what is held, and the end is now plus what is left of what is open", () => {
  assert(
    property(agendas, integer({ min: 0, max: 300 }), (items, at) => {
      const now = at * minute;
      const clock = timeAgenda(items, { ...frame, now });
      const open = items
        .filter(({ state }) => state === "planned")
        .reduce((sum, { minutes }) => sum + minutes, 0);
      expect(clock.plannedMinutes).toBe(items.filter(isHeld).reduce((sum, { minutes }) => sum + minutes, 0));
      expect(clock.ends).toBe(now + open * minute);
      expect(clock.lateSeconds).toBe((clock.ends - frame.endsAt) / 1000);
    }),
  );
});

test("an item that runs longer never makes the meeting end earlier", () => {
  assert(
    property(agendas, integer({ min: 0, max: 60 }), integer({ min: 0, max: 60 }), (items, first, more) => {
      const running = [item("-1", 20, { state: "running", startedAt: 0 }), ...items];
      const ends = (at: number) => timeAgenda(running, { ...frame, now: at * minute }).ends;
      expect(ends(first + more)).toBeGreaterThanOrEqual(ends(first));
    }),
  );
});

test("what is over comes back only by running again", () => {
  expect(states.filter((to) => mayTurn("done", to))).toEqual([]);
  expect(mayTurn("done", "running")).toBe(true);
});
