import { passDay, schedulesOf, startWork } from "@tuwai/server/work";
import { insertBatch, insertPerson, placesDatabase, readRows } from "@tuwai/server/testing";
import { expect, test } from "vitest";

const city = placesDatabase();

test("a server left up for a week shows each day's states, and no night's work is set going twice", async () => {
  const { app } = city;
  const ageing = await whoTurns65On("1961-11-24");
  const server = startWork(app);
  const days: (string | null)[] = [];
  const outcomes: (string | undefined)[] = [];
  for (let day = 0; day < 7; day += 1) {
    await passDay(app);
    const [row] = await readRows<{ asOf: string | null }>(
      app,
      "select max(as_of) as as_of from app.cover_states having min(as_of) = max(as_of)",
    );
    days.push(row?.asOf ?? null);
    outcomes.push(await outcomeOf(ageing));
  }
  await server.stop();
  expect(days).toEqual([
    "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28",
  ]); // oxfmt-ignore
  // On the 24th she is 65: no night later, no night before.
  expect(outcomes.map((outcome) => outcome === "ineligible")).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
    true,
  ]);
  const runs = await readRows<{ name: string; nights: number }>(
    app,
    "select name, count(*)::int as nights from app.schedule_runs where day > '2026-11-21' group by name order by name",
  );
  // The week ends ten minutes after midnight: of what is set for later in the night the last has not come.
  expect(runs).toEqual(
    schedulesOf(app)
      .map(({ name, minute }) => ({ name, nights: minute <= 10 ? 7 : 6 }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  );
  for (const [name, topic] of [
    ["cover", "cover.refresh-all"],
    ["eligibility", "eligibility.judge-all"],
    ["imports-retention", "imports.forget"],
    ["backup-check", "backups.check"],
  ] as const)
    expect(await timesAsked(topic), topic).toBe(await nightsOf(name));
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

test("a server that starts after three nights away does their work once, and a second one starting beside it does none", async () => {
  const { app } = city;
  await passDay(app);
  const ageing = await whoTurns65On("1961-11-24");
  await city.setNow("2026-11-25T01:00:00Z");
  const servers = [startWork(app), startWork(app)];
  await expect.poll(() => outcomeOf(ageing), { timeout: 20_000 }).toBe("ineligible");
  await expect.poll(openWork, { timeout: 20_000 }).toEqual([]);
  for (const server of servers) await server.stop();
  for (const topic of ["cover.refresh-all", "eligibility.judge-all"])
    expect(await timesAsked(topic), topic).toBe(2);
});

async function whoTurns65On(birthDate: string): Promise<string> {
  const { app } = city;
  const described = {
    name: "Nurbaiti",
    birthDate,
    nik: "1377936411610001",
    sex: "female",
    occupationGroup: "nelayan",
  } as const;
  return (await insertPerson(app, await insertBatch(app, "village-list"), described)).id;
}

async function outcomeOf(personId: string): Promise<string | undefined> {
  const found = await readRows<{ outcome: string }>(
    city.app,
    "select outcome from app.judgements where person_id = ?",
    personId,
  );
  return found[0]?.outcome;
}

const openWork = () => readRows(city.app, "select topic from app.work where done_at is null");

async function timesAsked(topic: string): Promise<number> {
  return (await readRows(city.app, "select 1 from app.work where topic = ?", topic)).length;
}

/** How many nights were set going: the seven, and the night before where the server came first. */
async function nightsOf(name: string): Promise<number> {
  return (await readRows(city.app, "select 1 from app.schedule_runs where name = ?", name)).length;
}
