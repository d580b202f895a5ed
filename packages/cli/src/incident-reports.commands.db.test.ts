import { createDemoAccounts } from "@tuwai/server/accounts";
import { takeIncidentReport } from "@tuwai/server/incident-reports";
import {
  anActor,
  anEndorsedPerson,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
} from "@tuwai/server/testing";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { main } from "./main.ts";

const city = testDatabase({ now: "2026-11-21T02:00:00Z" });
const before = { ...process.env };
const naras = places.naras.code;

beforeEach(async () => {
  const { dataDir } = inject("testServer" as never) as { dataDir: string };
  Object.assign(process.env, {
    DATABASE_URL: city.url,
    TUWAI_DATA: dataDir,
    TUWAI_NOW: "2026-11-21T02:00:00Z",
    TUWAI_REGION: "13.77",
    TUWAI_LOG: "error",
  });
  await insertPlaces(city.app);
  await openCity(city.app);
  const operator = { email: "opr@demo.tuwai.id", name: "opr", role: "OPR", scope: naras } as const;
  await createDemoAccounts(city.app, [operator], "kata sandi yang panjang");
});
afterEach(() => {
  process.env = { ...before };
});

async function run(...argv: readonly string[]) {
  let text = "";
  const streams = { out: (part: string) => void (text += part), err: () => undefined };
  const exitCode = await main(["incident", "report", ...argv, "--as", "opr", "--json"], streams);
  return { exitCode, document: JSON.parse(text) as never, text };
}

async function aReport(): Promise<string> {
  const answer = await takeIncidentReport(city.app, anActor(city.app, "KDS", naras), {
    operationId: city.app.newId(),
    kind: "death",
    name: "Pak Buyuang",
    cardCode: "",
    village: "",
    on: "2026-11-20",
    time: "",
    place: "",
    teller: "family",
    phone: "",
    tellerName: "",
  });
  if (answer.outcome !== "received") throw new Error(JSON.stringify(answer));
  return answer.reportId;
}

const died = () => readRows(city.app, "select died_on from app.persons");

test("a report is listed without a name, linked, confirmed and refuted as on the pages, and ends where it began", async () => {
  const worker = await anEndorsedPerson(city.app);
  const id = await aReport();
  const listed = await run("list");
  expect(listed).toMatchObject({ exitCode: 0, document: { rows: [{ id, state: "reported" }] } });
  expect(listed.text).not.toMatch(/Buyuang|Syafril/);
  const confirm = ["confirm", id, "--kind", "death", "--on", "2026-11-20", "--evidence", "village-letter"];
  expect(await run(...confirm)).toMatchObject({
    exitCode: 2,
    document: { error: { code: "conflict", details: { reasons: ["not-linked"] } } },
  });
  expect(await run("link", id, "--worker", worker.code)).toMatchObject({ exitCode: 0 });
  expect(await run(...confirm)).toMatchObject({ exitCode: 0, document: { outcome: "confirmed" } });
  expect(await died()).toEqual([{ diedOn: "2026-11-20" }]);
  expect(await run("refute", id, "--reason", "alive")).toMatchObject({
    exitCode: 0,
    document: { outcome: "refuted" },
  });
  expect(await died()).toEqual([{ diedOn: null }]);
  expect(await run("list", "--stage", "closed")).toMatchObject({
    document: { rows: [{ id, state: "refuted" }] },
  });
});
