// Rounds of work in a running city, each struck once by kill -9: the application in odd rounds, the database in even ones.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { randomFrom } from "./drill.mjs";
import { withDatabase } from "./import-oracle.mjs";
import { killNow, startCity } from "./running-city.mjs";

const patienceMs = 90_000;
const graceMs = 10_000;

/**
 * @typedef {import("pg").Client} Client
 * @typedef {object} Field the ground of a drill
 * @property {() => string} origin
 * @property {string} dataDir
 * @property {<T>(work: (client: Client) => Promise<T>) => Promise<T>} onDatabase as its owner, past every wall of the program
 *
 * @typedef {object} Work one round
 * @property {() => Promise<void>} carryOn the offices' part from wherever things stand, to the end; called again when it threw
 * @property {(client: Client) => Promise<string>} where what the blow met
 * @property {(client: Client) => Promise<string[]>} listFaults
 * @property {() => Promise<string[]>} [lastly] asked once, when nothing is left to wait for
 * @property {Record<string, number>} [marks] moments (`performance.now()`) that `blowAt` may need of the calm round
 *
 * @typedef {{ millis: number, marks: Record<string, number> }} Calm how long the undisturbed round took, and its marks from its start
 *
 * @typedef {object} Drill
 * @property {(round: number) => Promise<Work>} prepare not under fire
 * @property {(round: number, random: () => number, calm: Calm) => number} [blowAt] milliseconds; anywhere in the work unless given
 */

/** What every such drill takes from the command line. */
export const fireOptions = /** @type {const} */ ({
  times: { type: "string", default: "30" },
  seed: { type: "string", default: "1" },
  data: { type: "string" },
  scale: { type: "string", default: "0.02" },
});

/** The arguments of a drill that has no others. */
export function readFireArguments() {
  return parseArgs({ options: fireOptions }).values;
}

/**
 * Plays an undisturbed round and then as many struck ones as asked, and ends the program with 1 when one was bad.
 * @param {{ name: string, times: string, seed: string, data?: string | undefined, scale: string }} plan
 * @param {(field: Field) => Promise<Drill>} open
 */
export async function runUnderFire({ name, times, seed, data, scale }, open) {
  const dataDir = data ?? mkdtempSync(join(tmpdir(), `tuwai-${name}-`));
  const place = { dataDir, port: await freePort(), scale };
  const random = randomFrom(Number(seed));
  let city = await startCity(place);
  /** @type {Field} */
  const field = {
    origin: () => city.origin,
    dataDir,
    onDatabase: (work) => withDatabase(city.databaseUrl(), work),
  };
  const bad = await playAll().finally(() => city.stop());
  if (data === undefined) rmSync(dataDir, { recursive: true, force: true });
  process.exitCode = bad > 0 ? 1 : 0;

  async function playAll() {
    const drill = await open(field);
    const calm = await playRound(await drill.prepare(0), null);
    console.log(`undisturbed: ${calm.millis} ms; ${calm.faults.join("; ") || "good"}`);
    let bad = calm.faults.length > 0 ? 1 : 0;
    for (let round = 1; round <= Number(times); round += 1) {
      const victim = round % 2 === 1 ? "application" : "database";
      const work = await drill.prepare(round);
      const afterMs = drill.blowAt?.(round, random, calm) ?? random() * calm.millis;
      const { faults, at, millis } = await playRound(work, { victim, afterMs });
      if (faults.length > 0) bad += 1;
      console.log(`${round}/${times} ${at}, done after ${millis} ms: ${faults.join("; ") || "good"}`);
    }
    console.log(`${Number(times) + 1 - bad} good, ${bad} bad`);
    return bad;
  }

  /** @param {Work} work @param {Blow | null} blow */
  async function playRound(work, blow) {
    const from = performance.now();
    const struck = blow ? strike(blow, work) : Promise.resolve({ at: "", faults: [] });
    const unfinished = await untilDone(work.carryOn, struck).then(
      () => [],
      (error) => [String(error.message)],
    );
    const { at, faults } = await struck;
    const millis = Math.round(performance.now() - from);
    const found = [...(await settledFaults(work)), ...((await work.lastly?.()) ?? [])];
    const marks = Object.entries(work.marks ?? {}).map(([mark, moment]) => [mark, moment - from]);
    return { faults: [...unfinished, ...faults, ...found], at, millis, marks: Object.fromEntries(marks) };
  }

  /** What is still wrong when everything that might be on its way has arrived.
   * @param {Work} work */
  async function settledFaults(work) {
    for (const end = Date.now() + graceMs; ; await wait(250)) {
      const faults = await field.onDatabase((client) => work.listFaults(client));
      if (faults.length === 0 || Date.now() > end) return faults;
    }
  }

  /** A killed application is started again as a user would, a killed database comes back by itself.
   * @param {Blow} blow @param {Work} work @returns {Promise<Struck>} */
  async function strike({ victim, afterMs }, work) {
    await wait(afterMs);
    const state = await field.onDatabase((client) => work.where(client)).catch(() => "unknown");
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
}

/** @typedef {{ victim: string, afterMs: number }} Blow */
/** @typedef {{ at: string, faults: string[] }} Struck */

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

/** Asks again until the answer is yes; throws with the words when it never is.
 * @param {string} words @param {() => Promise<boolean>} isTrue @param {number} [millis] */
export async function waitFor(words, isTrue, millis = patienceMs) {
  for (const end = Date.now() + millis; !(await isTrue()); await wait(100))
    if (Date.now() > end) throw new Error(words);
}

/** The villages of the city, by what it publishes.
 * @param {string} origin @returns {Promise<string[]>} */
export async function listVillages(origin) {
  const answer = await (await fetch(`${origin}/cakupan.json`)).json();
  return answer.villages.map((/** @type {{ code: string }} */ village) => village.code);
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
