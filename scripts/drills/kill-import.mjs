// kill -9 of the application and of the database in turn, at random moments of an import of 450 rows; after each the city
// is started again, the import goes on to its end, and everything must be there once.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { randomFrom } from "./drill.mjs";
import { countPersons, isDrained, listFaults, stateOf, withDatabase } from "./import-oracle.mjs";
import { listPlainText } from "./plain-text.mjs";
import { press, signIn, stepOf, upload } from "./office-client.mjs";
import { killNow, startCity } from "./running-city.mjs";
import { villageList } from "./village-list.mjs";

const { values } = parseArgs({
  options: {
    times: { type: "string", default: "30" },
    seed: { type: "string", default: "1" },
    data: { type: "string" },
    scale: { type: "string", default: "0.02" },
    // "linking": every blow falls between the saving of the rows and the last message.
    during: { type: "string", default: "import" },
  },
});
const times = Number(values.times);
const random = randomFrom(Number(values.seed));
const dataDir = values.data ?? mkdtempSync(join(tmpdir(), "tuwai-kill-import-"));
const place = { dataDir, port: await freePort(), scale: values.scale };
const patienceMs = 90_000;
const graceMs = 10_000;

let city = await startCity(place);
/** When the rows of the round were first seen to be saved. @type {number | null} */
let savedAt = null;
const villages = await listVillages();
console.log(
  `a city with ${await onDatabase(countPersons)} persons stands; first an import that nobody disturbs`,
);
const calm = await playRound(0, null);
console.log(
  `undisturbed: ${calm.millis} ms, rows saved after ${calm.savedMillis} ms; ${calm.faults.join("; ") || "good"}`,
);
let bad = calm.faults.length > 0 ? 1 : 0;
for (let round = 1; round <= times; round += 1) {
  const victim = round % 2 === 1 ? "application" : "database";
  // Half of the blows fall before the rows are saved, the others anywhere up to the last message.
  const latest = round % 4 < 2 ? calm.savedMillis : calm.millis;
  const earliest = values.during === "linking" ? calm.savedMillis : 0;
  const until = values.during === "linking" ? calm.millis : latest;
  const afterMs = earliest + random() * (until - earliest);
  const { faults, at, millis } = await playRound(round, { victim, afterMs });
  if (faults.length > 0) bad += 1;
  console.log(`${round}/${times} ${at}, done after ${millis} ms: ${faults.join("; ") || "good"}`);
}
console.log(`${times + 1 - bad} good, ${bad} bad; ${await onDatabase(countPersons)} persons`);
await city.stop();
if (values.data === undefined) rmSync(dataDir, { recursive: true, force: true });
process.exitCode = bad > 0 ? 1 : 0;

/** @typedef {{ victim: string, afterMs: number }} Blow */
/** @typedef {{ at: string, faults: string[] }} Struck */

/** One list from upload to the last message, struck once, and what is wrong afterwards.
 * @param {number} round @param {Blow | null} blow */
async function playRound(round, blow) {
  const list = villageList(round);
  const fileName = `daftar-${round}.csv`;
  const personsBefore = await onDatabase(countPersons);
  const from = performance.now();
  savedAt = null;
  const struck = blow ? strike(blow, fileName) : Promise.resolve({ at: "", faults: [] });
  const operationId = randomUUID();
  const village = String(villages[round % villages.length]);
  const work = { village, fileName, text: list.text, operationId };
  const unfinished = await untilDone(() => carryOn(work), struck).then(
    () => [],
    (error) => [String(error.message)],
  );
  const { at, faults } = await struck;
  const expected = { ...list, fileName, personsBefore };
  const found = [...(await settledFaults(expected)), ...listPlainText(dataDir, list.text)];
  const millis = Math.round(performance.now() - from);
  const savedMillis = Math.round((savedAt ?? performance.now()) - from);
  return { faults: [...unfinished, ...faults, ...found], at, millis, savedMillis };
}

/** What is still wrong when everything that might be on its way has arrived.
 * @param {import("./import-oracle.mjs").Expected} expected */
async function settledFaults(expected) {
  for (const end = Date.now() + graceMs; ; await wait(250)) {
    const faults = await onDatabase((client) => listFaults(client, expected, dataDir));
    if (faults.length === 0 || Date.now() > end) return faults;
  }
}

/** Kills at the moment; a killed application is started again as a user would, a killed database comes back by itself.
 * @param {Blow} blow @param {string} fileName @returns {Promise<Struck>} */
async function strike({ victim, afterMs }, fileName) {
  await wait(afterMs);
  const state = await onDatabase((client) => stateOf(client, fileName)).catch(() => "unknown");
  const at = `${victim} killed after ${Math.round(afterMs)} ms (${state})`;
  if (victim === "application") {
    await killNow(city.appPid());
    await city.ended();
    city = await startCity(place);
    return { at, faults: [] };
  }
  await killNow(city.databasePid());
  await wait(1_000);
  if (city.isRunning()) return { at, faults: [] };
  city = await startCity(place);
  return { at, faults: ["the application ended with its database"] };
}

/** @typedef {{ village: string, fileName: string, text: string, operationId: string }} Work */

/** The offices' part from wherever the import stands; true when nothing is left to do.
 * @param {Work} work */
async function carryOn({ village, fileName, text, operationId }) {
  const operator = await signIn(city.origin, `opr-${village}`);
  const code = await upload(operator, { name: fileName, text, operationId });
  const head = await signIn(city.origin, `kds-${village}`);
  for (const end = Date.now() + patienceMs; Date.now() < end; await wait(100)) {
    const step = await stepOf(operator, code);
    if (step === "periksa") await press(operator, `/impor/${code}/tinjau`, "simpan");
    if (step === "tinjau") await press(head, `/impor/${code}/setujui`, "setujui");
    if (step === "selesai") savedAt ??= performance.now();
    if (step === "selesai" && (await onDatabase(isDrained))) return;
  }
  throw new Error(
    `the import did not come to its end: ${await onDatabase((client) => stateOf(client, fileName))}`,
  );
}

/** Again and again, until it went through after the blow has fallen.
 * @param {() => Promise<void>} work @param {Promise<Struck>} struck */
async function untilDone(work, struck) {
  let isStruck = false;
  void struck.then(() => (isStruck = true));
  for (const end = Date.now() + patienceMs; ; await wait(200)) {
    const wasStruck = isStruck;
    try {
      await work();
      if (wasStruck) return;
      await struck;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** @template T @param {(client: import("pg").Client) => Promise<T>} work */
function onDatabase(work) {
  return withDatabase(city.databaseUrl(), work);
}

/** @returns {Promise<string[]>} */
async function listVillages() {
  const answer = await (await fetch(`${city.origin}/cakupan.json`)).json();
  return answer.villages.map((/** @type {{ code: string }} */ village) => village.code);
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
