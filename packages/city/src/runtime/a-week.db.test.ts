import { passDay, schedulesOf, startWork } from "@tuwai/server/work";
import { placesDatabase, readRows } from "@tuwai/server/testing";
import { expect, test } from "vitest";

const city = placesDatabase();

test("a server left up for a week shows each day's states, and no night's work is set going twice", async () => {
  const { app } = city;
  const server = startWork(app);
  const days: (string | null)[] = [];
  for (let day = 0; day < 7; day += 1) {
    await passDay(app);
    const [row] = await readRows<{ asOf: string | null }>(
      app,
      "select max(as_of) as as_of from app.cover_states having min(as_of) = max(as_of)",
    );
    days.push(row?.asOf ?? null);
  }
  await server.stop();
  expect(days).toEqual([
    "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28",
  ]); // prettier-ignore
  const runs = await readRows<{ name: string; nights: number }>(
    app,
    "select name, count(*)::int as nights from app.schedule_runs where day > '2026-11-21' group by name order by name",
  );
  expect(runs).toEqual(
    schedulesOf(app)
      .map(({ name }) => ({ name, nights: 7 }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  );
  const open = await readRows(app, "select 1 from app.work where done_at is null");
  expect(open).toEqual([]);
});

test("nights missed while nobody was here are caught up by one", async () => {
  const { app } = city;
  await passDay(app);
  await city.setNow("2026-12-24T02:00:00Z");
  await passDay(app);
  const runs = await readRows<{ day: string }>(
    app,
    "select day from app.schedule_runs where name = 'cover' order by day",
  );
  expect(runs.map(({ day }) => day)).toEqual(["2026-11-22", "2026-12-25"]);
});
