// Poison files sent by one village, then the heaviest honest files by several at once, to a running city, while other villages
// send ordinary lists: how much memory the application takes, and how long the others wait until their list is read.
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { isAlive, waitUntil } from "../launch/processes.mjs";
import { signIn, stepOf, upload } from "./office-client.mjs";
import { poisons, slowList } from "./poison-files.mjs";
import { startCity } from "./running-city.mjs";
import { freePort, listVillages } from "./under-fire.mjs";
import { villageList } from "./village-list.mjs";

const limits = { megabytes: 700, seconds: 10, secondsToStop: 3 };
const patienceMs = 300_000;
const others = 6;

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    scale: { type: "string", default: "0.02" },
    slow: { type: "string", default: "5" },
  },
});
const dataDir = values.data ?? mkdtempSync(join(tmpdir(), "tuwai-poison-"));
const city = await startCity({ dataDir, port: await freePort(), scale: values.scale });
const villages = await listVillages(city.origin);
const run = Date.now();
let [peak, peakWithReaders] = [0, 0];
// Made before anything is sent: a client that computes for seconds would find its connections closed.
const contents = poisons.map(({ name, bytes }) => ({ name, content: bytes() }));
const lists = Array.from({ length: Number(values.slow) }, (_, index) => slowList((run + index) % 9_999));
const lastList = slowList((run + 77) % 9_999);
const app = city.appPid();
const sampler = setInterval(() => {
  peakWithReaders = Math.max(peakWithReaders, withReaders(app));
}, 100);

await wait(100);
console.log(`at rest ${peakOf(app)} MB`);
let isGood = false;
try {
  isGood = await judge();
} finally {
  clearInterval(sampler);
  await city.stop();
  if (values.data === undefined) rmSync(dataDir, { recursive: true, force: true });
}
process.exitCode = isGood ? 0 : 1;

async function judge() {
  const calm = await measure("nothing else", 0, () => Promise.resolve());
  const first = await measure("poison by one village", others, sendPoison);
  const second = await measure(`${values.slow} slow files at once`, 2 * others, sendSlow);
  const stopped = await stopInTheMiddle();
  console.log(`peak of the application ${peak} MB, with its readers ${Math.round(peakWithReaders)} MB`);
  console.log(`stopped by SIGTERM with a file in hand after ${stopped} s`);
  const verdict =
    peak < limits.megabytes && Math.max(first, second) < limits.seconds && stopped < limits.secondsToStop;
  console.log(
    `${verdict ? "good" : "BAD"}: below ${limits.megabytes} MB, ${limits.seconds} s and ${limits.secondsToStop} s asked for; undisturbed ${calm} s, load ${loadavg()[0]?.toFixed(1)}`,
  );
  return verdict;
}

/** Seconds from SIGTERM to the end of the application, while it reads the heaviest honest file. */
async function stopInTheMiddle() {
  const office = await signIn(city.origin, `opr-${villages[9]}`);
  await upload(office, file(`besar-${run}-akhir.csv`, lastList));
  await wait(1_500);
  peak = peakOf(app);
  const from = performance.now();
  const ended = city.stop();
  await waitUntil(() => !isAlive(app), 60_000, 20);
  const seconds = (performance.now() - from) / 1000;
  await ended;
  return Number(seconds.toFixed(1));
}

/** Sends the trouble, then ordinary lists of other villages beside it; answers how long the slowest of these took.
 * @param {string} words @param {number} from which villages send ordinary lists @param {() => Promise<unknown>} trouble */
async function measure(words, from, trouble) {
  const senders = villages.slice(villages.length - from - others, villages.length - from);
  const offices = await Promise.all(senders.map((village) => signIn(city.origin, `opr-${village}`)));
  const troubled = trouble();
  await wait(2_000);
  /** @type {number[]} */
  const seconds = [];
  await Promise.all(
    offices.map(async (office, index) => {
      await wait(index * 1_000);
      seconds.push(await timeToRead(office, from + index));
    }),
  );
  const slowest = Math.max(...seconds);
  console.log(
    `${words}: other villages' lists were read within ${slowest.toFixed(1)} s (${seconds.map((each) => each.toFixed(1)).join(", ")}), load ${loadavg()[0]?.toFixed(1)}`,
  );
  await troubled;
  return Number(slowest.toFixed(1));
}

/** From pressing the button to the page that shows what was read.
 * @param {import("./office-client.mjs").Office} office @param {number} index */
async function timeToRead(office, index) {
  const lines = villageList(100 + index)
    .text.split("\n")
    .slice(0, 60);
  const text = [...lines, `"${run}";;;;;`, ""].join("\n");
  const from = performance.now();
  const code = await upload(office, file(`biasa-${run}.csv`, text));
  await untilRead(office, code);
  return (performance.now() - from) / 1000;
}

/** @param {import("./office-client.mjs").Office} office @param {string} code */
async function untilRead(office, code) {
  for (const end = Date.now() + patienceMs; Date.now() < end; await wait(100))
    if ((await stepOf(office, code)) !== "") return;
  throw new Error(`${code} was not read`);
}

async function sendPoison() {
  const office = await signIn(city.origin, `opr-${villages[0]}`);
  for (const { name, content } of contents) {
    const said = await upload(office, file(name, content)).catch((error) => String(error.message));
    console.log(`  sent ${name}, ${Math.round(content.length / 1024)} KB: ${said}`);
  }
}

async function sendSlow() {
  const senders = villages.slice(1, 1 + Number(values.slow));
  await Promise.all(
    senders.map(async (village, index) => {
      const office = await signIn(city.origin, `opr-${village}`);
      await upload(
        office,
        file(`besar-${run}-${index}.csv`, /** @type {Uint8Array<ArrayBuffer>} */ (lists[index])),
      );
    }),
  );
}

/** @param {string} name @param {string | Uint8Array<ArrayBuffer>} text */
function file(name, text) {
  return { kind: "village-list", name, text, operationId: randomUUID() };
}

/** The most memory a process has held so far, in megabytes.
 * @param {number} pid */
function peakOf(pid) {
  return megabytes(pid, "VmHWM");
}

/** What a process and its children hold now.
 * @param {number} pid */
function withReaders(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .trim()
      .split(" ")
      .filter(Boolean);
    return [pid, ...children.map(Number)].reduce((sum, each) => sum + megabytes(each, "VmRSS"), 0);
  } catch {
    return 0;
  }
}

/** @param {number} pid @param {"VmHWM" | "VmRSS"} what */
function megabytes(pid, what) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  // A process that is just ending holds nothing any more and says nothing.
  return Math.round(Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
}
