// A disk that fills up while villages send their lists: 200 uploads into a few megabytes. Whatever was acknowledged must be
// read, and whatever was refused must be taken when there is room again. Mounts a small file system, so it runs as root.
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { randomFrom } from "./drill.mjs";
import { isDrained, withDatabase } from "./import-oracle.mjs";
import { signIn, upload } from "./office-client.mjs";
import { startCity } from "./running-city.mjs";
import { freePort, listVillages, waitFor } from "./under-fire.mjs";
import { villageList } from "./village-list.mjs";

const { values } = parseArgs({
  options: {
    times: { type: "string", default: "200" },
    size: { type: "string", default: "900k" },
    seed: { type: "string", default: "1" },
    data: { type: "string" },
    scale: { type: "string", default: "0.02" },
  },
});
const perVillage = 40;
const random = randomFrom(Number(values.seed));
const run = Date.now();
const dataDir = values.data ?? mkdtempSync(join(tmpdir(), "tuwai-disk-full-"));
const uploads = join(dataDir, "uploads");
const city = await startCity({ dataDir, port: await freePort(), scale: values.scale });
let code = 1;
try {
  mount(["-t", "tmpfs", "-o", `size=${values.size},mode=0700`, "tmpfs", uploads]);
  code = await drill();
} finally {
  await city.stop();
  spawnSync("umount", [uploads]);
  if (values.data === undefined) rmSync(dataDir, { recursive: true, force: true });
}
process.exitCode = code;

async function drill() {
  const sent = await sendAll(filesOf(Number(values.times)));
  const [taken, refused] = [sent.filter(({ code }) => code !== ""), sent.filter(({ code }) => code === "")];
  const lost = await listLost(taken);
  const left = readdirSync(uploads).filter((name) => name.endsWith(".new"));
  console.log(
    `${sent.length} sent into ${values.size}: ${taken.length} acknowledged, ${refused.length} refused, ${lost.length} acknowledged and lost, ${left.length} halves left`,
  );
  mount(["-o", "remount,size=200m", uploads]);
  const again = await sendAll(refused);
  const still = [...again.filter(({ code }) => code === ""), ...(await listLost(again))];
  console.log(`with room again: ${again.length} sent once more, ${still.length} not taken or not read`);
  const isGood = lost.length + left.length + still.length === 0 && taken.length > 0 && refused.length > 0;
  console.log(isGood ? "good" : "BAD");
  return isGood ? 0 : 1;
}

/** @typedef {{ number: number, text: string, code: string }} Sent */

/** Lists of one to 300 rows, each another. @param {number} times @returns {Sent[]} */
function filesOf(times) {
  return Array.from({ length: times }, (_, number) => {
    const lines = villageList(100 + number).text.split("\n");
    const rows = lines.slice(0, 2 + Math.floor(random() ** 2 * 300));
    return { number, text: [...rows, `"${run}";;;;;`, ""].join("\n"), code: "" };
  });
}

/** Every village its own, all villages at once. @param {readonly Sent[]} files @returns {Promise<Sent[]>} */
async function sendAll(files) {
  const villages = await listVillages(city.origin);
  const groups = villages.map((village, at) => ({
    village,
    own: files.filter(({ number }) => Math.floor(number / perVillage) === at),
  }));
  const sent = await Promise.all(
    groups.map(async ({ village, own }) => {
      if (own.length === 0) return [];
      const office = await signIn(city.origin, `opr-${village}`);
      /** @type {Sent[]} */
      const done = [];
      for (const { number, text } of own) {
        const file = { kind: "village-list", name: `${number}.csv`, text, operationId: randomUUID() };
        done.push({ number, text, code: await upload(office, file).catch(() => "") });
      }
      return done;
    }),
  );
  return sent.flat();
}

/** Acknowledged files that cannot be read. @param {readonly Sent[]} files */
async function listLost(files) {
  await waitFor("the files were not read", () => onDatabase(isDrained), 600_000);
  const codes = files.map(({ code }) => code).filter((code) => code !== "");
  const { rows } = await onDatabase((client) =>
    client.query("select code from app.import_batches where code = any($1) and state = 'checked'", [codes]),
  );
  const read = new Set(rows.map((/** @type {{ code: string }} */ row) => row.code));
  return codes.filter((code) => !read.has(code));
}

/** @template T @param {(client: import("pg").Client) => Promise<T>} work */
function onDatabase(work) {
  return withDatabase(city.databaseUrl(), work);
}

/** @param {readonly string[]} args */
function mount(args) {
  const { status, stderr } = spawnSync("mount", args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`a small disk needs root on Linux: ${stderr}`);
}
