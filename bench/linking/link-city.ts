/**
 * Links a synthetic city with its registries through the product's own imports, and compares with the truth.
 * Usage: DATABASE_URL=… TUWAI_DATA=… node bench/linking/link-city.ts FOLDER   (an empty database, a folder of `tuwai demo generate`)
 */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Actor, Role } from "../../packages/server/src/app/index.ts";
import {
  advanceImport,
  applyImport,
  approveImport,
  getImport,
  receiveImport,
} from "../../packages/server/src/imports/index.ts";
import { linkBatch } from "../../packages/server/src/linking/index.ts";
import { judgePersons } from "../../packages/server/src/eligibility/index.ts";
import { startReleases } from "../../packages/server/src/releases/index.ts";
import { ensureRegions } from "../../packages/server/src/regions/index.ts";
import { readRows } from "../../packages/server/src/testing/people-rows.ts";
import { openServer, readConfig } from "../../packages/city/src/runtime/index.ts";

type File = {
  readonly file: string;
  readonly kind: "village-list" | "village-officers" | "dtsen" | "bpjs-members" | "civil-servants";
  readonly villageCode: string | null;
  readonly sheet: string | null;
  readonly expected: { readonly data: number; readonly blocking: number };
};

const [folder = ""] = process.argv.slice(2);
const { files } = JSON.parse(readFileSync(join(folder, "kebenaran/berkas.json"), "utf8")) as {
  files: File[];
};
const { app, close } = await openServer(readConfig(process.env));
await ensureRegions(app);

const registries = ["dtsen.csv", "peserta-bpjs.csv", "daftar-asn.xlsx"].map((name) =>
  files.find(({ file }) => file === name)!,
);
for (const file of registries) await timed(`import ${file.file}`, () => send(file));
const lists = files
  .filter((file) => file.kind === "village-list")
  .toSorted((a, b) => a.expected.blocking / a.expected.data - b.expected.blocking / b.expected.data);
const middle = lists.filter((file) => file.expected.data >= 120 && file.expected.data <= 180)[0] ?? lists[0]!;
const alone = await timed(`import ${middle.file}, ${middle.expected.data} rows`, () => send(middle));
await timed("link this village with all registries", () => linkBatch(app, { batchId: alone }));
const rest: string[] = [];
await timed(`import the other ${lists.length - 1} lists`, async () => {
  for (const file of lists) if (file !== middle) rest.push(await send(file));
});
await timed("link the other lists, all that wait in one run", async () => {
  for (const batchId of rest) await linkBatch(app, { batchId });
});
await timed("judge everyone", () => judgePersons(app, { all: true }));
await timed("judge everyone again", () => judgePersons(app, { all: true }));
await timed("release coverage", () => startReleases(app));
for (const kind of ["dtsen", "bpjs-members", "civil-servants"] as const)
  console.log(kind, await compare(kind));
console.log("same person in two lists", await compareDuplicates());
await close();

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const used = process.cpuUsage(cpu);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const rss = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${seconds} s (cpu ${((used.user + used.system) / 1e6).toFixed(1)} s, peak ${rss} MB)  ${name}`,
  );
  return result;
}

function anActor(role: Role, scope: string | null): Actor {
  return {
    userId: app.newId(),
    role,
    regionCode: app.config.regionCode,
    ...(scope === null ? {} : { scope }),
  };
}

async function send(file: File): Promise<string> {
  const isList = file.kind === "village-list";
  const sender = anActor(isList ? "OPR" : file.kind === "civil-servants" ? "BKP" : "DAT", file.villageCode);
  const { batch } = await receiveImport(app, sender, {
    operationId: app.newId(),
    kind: file.kind,
    fileName: file.file,
    path: join(folder, "berkas", file.file),
    ...(file.villageCode === null ? {} : { villageCode: file.villageCode }),
  });
  await advanceImport(app, batch.id);
  const checked = await getImport(app, sender, { batchId: batch.id });
  if (checked.state === "checked" && checked.counts.accepted > 0)
    await applyImport(app, sender, { operationId: app.newId(), batchId: batch.id });
  const asked = await getImport(app, sender, { batchId: batch.id });
  if (asked.state === "awaiting-approval") {
    const second = isList
      ? anActor("KDS", file.villageCode)
      : anActor(file.kind === "civil-servants" ? "BKP" : "DAT", null);
    await approveImport(app, second, { operationId: app.newId(), batchId: batch.id });
  }
  await advanceImport(app, batch.id);
  return batch.id;
}

/** Who each row of each file really is: `file|row` → person of the truth. */
function readTruth(): ReadonlyMap<string, string> {
  const sheets = new Map(files.map((file) => [file.file, file.sheet ?? ""]));
  const lines = readFileSync(join(folder, "kebenaran/baris.csv"), "utf8").split("\n").slice(1);
  const truth = new Map<string, string>();
  for (const line of lines) {
    const [file = "", sheet = "", row = "", kind, person = ""] = line.split(",");
    const isPeople = sheets.get(file) === sheet;
    if (kind === "data" && person !== "" && isPeople) truth.set(`${basename(file)}|${row}`, person);
  }
  return truth;
}

async function compare(kind: string) {
  const truth = readTruth();
  const rows = await readRows<{
    file: string;
    row_no: number;
    linked: string | null;
    asked: readonly string[] | null;
  }>(
    app,
    `select b.file_name as file, s.row_no, (
        select rb.file_name || '|' || r.row_no from app.links l join app.source_records r on r.id = l.record_id
        join app.import_batches rb on rb.id = r.batch_id where l.person_id = p.id and l.kind = ? and l.ended_at is null) as linked,
      (select array_agg(rb.file_name || '|' || r.row_no) from app.link_questions q join app.source_records r on r.id = q.record_id
        join app.import_batches rb on rb.id = r.batch_id where q.person_id = p.id and q.kind = ? and q.state = 'open') as asked
    from app.persons p
    join lateral (select record_id from app.person_records where person_id = p.id order by record_id limit 1) pr on true
    join app.source_records s on s.id = pr.record_id
    join app.import_batches b on b.id = s.batch_id where p.withdrawn_at is null`,
    kind,
    kind,
  );
  const registryFile = registries.find((file) => file.kind === kind)!.file;
  const inRegistry = new Set(
    [...truth].filter(([at]) => at.startsWith(`${registryFile}|`)).map(([, person]) => person),
  );
  const sum = {
    persons: rows.length,
    shouldLink: 0,
    right: 0,
    wrong: 0,
    askedWithRight: 0,
    askedOnlyWrong: 0,
    missed: 0,
  };
  for (const row of rows) {
    const who = truth.get(`${row.file}|${row.row_no}`);
    const isThere = who !== undefined && inRegistry.has(who);
    if (isThere) sum.shouldLink += 1;
    if (row.linked !== null) sum[truth.get(row.linked) === who ? "right" : "wrong"] += 1;
    else if (row.asked)
      sum[row.asked.some((at) => truth.get(at) === who) ? "askedWithRight" : "askedOnlyWrong"] += 1;
    else if (isThere) sum.missed += 1;
  }
  return {
    ...sum,
    precision: sum.right / (sum.right + sum.wrong),
    recallAutomatic: sum.right / sum.shouldLink,
  };
}

async function compareDuplicates() {
  const truth = readTruth();
  const persons = await readRows<{ id: string; at: string }>(
    app,
    `select distinct on (p.id) p.id, b.file_name || '|' || s.row_no as at from app.persons p
     join app.person_records pr on pr.person_id = p.id join app.source_records s on s.id = pr.record_id
     join app.import_batches b on b.id = s.batch_id where p.withdrawn_at is null order by p.id, s.id`,
  );
  const asked = await readRows<{ a: string; b: string }>(
    app,
    "select person_id as a, other_person_id as b from app.link_questions where kind = 'person' and state = 'open'",
  );
  const who = new Map(persons.map((row) => [row.id, truth.get(row.at)]));
  const byHuman = Map.groupBy(persons, (row) => who.get(row.id) ?? row.id);
  const pairs = [...byHuman.values()].reduce(
    (sum, group) => sum + (group.length * (group.length - 1)) / 2,
    0,
  );
  const right = asked.filter(
    (pair) => who.get(pair.a) !== undefined && who.get(pair.a) === who.get(pair.b),
  ).length;
  return { truePairs: pairs, asked: asked.length, askedRightly: right };
}
