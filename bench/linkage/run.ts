/**
 * Prints quality, wall and CPU seconds and peak memory of tuwai-linkage on labelled sets, medians of several runs.
 *
 *   node bench/linkage/run.ts                                 FEBRL and fake_1000, which come with the package
 *   node bench/linkage/run.ts --city FOLDER [--city FOLDER …]  and these cities, exact NIK beside them
 *     --runs 3          how often each command runs; the run with the median wall time is printed
 *     --memory 4GB      --threads 2   handed on to every command
 *     --only-cities     without the small sets
 *     --stages          a second table: seconds and CPU seconds of every step of every median run
 *     --registry        prepare each city's left list once, then find 1 and 1,000 rows of the right list in it
 *
 * A city's folder holds a.csv and b.csv of the frozen generator (rid,pid,nik,kk,nama,tgl_lahir,jk,alamat,desa) or
 * left.csv and right.csv of `tuwai-linkage generate` (id,person_id and the same others). On a busy machine trust CPU
 * seconds rather than wall; the load at start and end is printed below the table.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { evaluateClusters, qualityOf } from "../../packages/linkage/src/evaluation/index.ts";
import { cityIn, readTruth, type City, type Quality } from "./city-truth.ts";
import { firstRows } from "./first-rows.ts";
import { costOf, type Cost } from "./run-command.ts";

const { values } = parseArgs({
  options: {
    city: { type: "string", multiple: true },
    runs: { type: "string" },
    memory: { type: "string" },
    threads: { type: "string" },
    "only-cities": { type: "boolean" },
    stages: { type: "boolean" },
    registry: { type: "boolean" },
  },
});
const runs = Number(values.runs ?? 3);
const limits = [
  ...(values.memory ? ["--memory", values.memory] : []),
  ...(values.threads ? ["--threads", values.threads] : []),
];
const path = (relative: string) =>
  fileURLToPath(new URL(`../../packages/linkage/${relative}`, import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "bench-linkage-"));
const loadAtStart = loadavg()[0];
const results: { set: string; task: string; quality: Quality | undefined; cost: Cost | undefined }[] = [];

const person = {
  given_name: "given-name",
  surname: "surname",
  date_of_birth: "birth-date",
  soc_sec_id: "national-id",
};
const febrl = {
  ...person,
  street_number: "address",
  address_1: "address",
  address_2: "address",
  suburb: "place",
  state: "place",
  postcode: "postcode",
};
const fake = {
  first_name: "given-name",
  surname: "surname",
  dob: "birth-date",
  city: "place",
  email: "email",
};
const city = {
  nik: "national-id",
  kk: "household-id",
  nama: "full-name",
  tgl_lahir: "birth-date",
  jk: "sex",
  alamat: "address",
  desa: "place",
};
const entity = (record: Record<string, string>) => (record["rec_id"] ?? "").split("-")[1] ?? "";

type SmallSet = {
  set: string;
  files: string[];
  id: string;
  types: Record<string, string>;
  truth: (record: Record<string, string>) => string;
};

/** A set that comes with the package: two files are linked one to one, one is searched for clusters. */
function benchSmall({ set, files, id, types, truth }: SmallSet): void {
  const out = join(scratch, "small.csv");
  const [word, more] = files.length === 2 ? ["link", ["--assign", "one-to-one"]] : ["dedupe", []];
  const described = ["--id", id, "--types", JSON.stringify(types), "--out", out];
  const cost = costOf([word, ...files, ...described, ...more, ...limits], runs);
  const [left, right] = files.map(
    (file) => new Map(readTable(file).map((record) => [record[id] ?? "", truth(record)])),
  );
  const found = readTable(out);
  const quality = right
    ? linkQuality(found, left ?? new Map(), right)
    : evaluateClusters(
        new Map(found.map((row) => [row["id"] ?? "", row["cluster_id"] ?? ""])),
        left ?? new Map(),
      ).pairs;
  results.push({ set, task: right ? "one-to-one" : "clusters", quality, cost });
}

function linkQuality(
  links: readonly Record<string, string>[],
  left: ReadonlyMap<string, string>,
  right: ReadonlyMap<string, string>,
): Quality {
  const correct = links.filter(
    (link) => left.get(link["left_id"] ?? "") === right.get(link["right_id"] ?? ""),
  ).length;
  const counts = Map.groupBy(left.values(), (who) => who);
  const total = [...right.values()].reduce((sum, who) => sum + (counts.get(who)?.length ?? 0), 0);
  return qualityOf(correct, links.length, total);
}

async function benchCity(place: City): Promise<void> {
  const set = basename(place.folder);
  const out = join(scratch, "links.csv");
  const types = ["--id", place.id, "--types", JSON.stringify(city)];
  const truth = await readTruth(place);
  results.push({ set, task: "exact NIK only", quality: await truth.exactNik(), cost: undefined });
  truth.close();
  for (const assign of ["links", "one-to-one"]) {
    const files = ["link", place.left, place.right, "--preset", "indonesia", "--assign", assign];
    const cost = costOf([...files, ...types, "--out", out, ...limits], runs);
    results.push({ set, task: assign, quality: await qualityIn(place, out), cost });
  }
  if (values.registry) await benchRegistry(place, types);
}

async function benchRegistry(place: City, types: readonly string[]): Promise<void> {
  const set = basename(place.folder);
  const registry = join(scratch, "registry.duckdb");
  const preparing = ["prepare", place.left, "--preset", "indonesia", "--out", registry];
  results.push({
    set,
    task: "prepare registry",
    quality: undefined,
    cost: costOf([...preparing, ...types, ...limits], 1),
  });
  for (const rows of [1, 1000]) {
    const list = join(scratch, "list.csv");
    const out = join(scratch, "found.csv");
    await firstRows(place.right, list, rows);
    const cost = costOf(["link", "--registry", registry, list, ...types, "--out", out, ...limits], runs);
    const quality = rows > 1 ? await qualityIn({ ...place, right: list }, out) : undefined;
    results.push({ set, task: `${rows} in registry`, quality, cost });
  }
}

/** Read anew each time, so that millions of rows take no memory while a command is measured. */
async function qualityIn(place: City, links: string): Promise<Quality> {
  const truth = await readTruth(place);
  try {
    return await truth.quality(links);
  } finally {
    truth.close();
  }
}

const cells = (line: string) =>
  [...line.matchAll(/(?:"([^"]*)"|([^,]*))(?:,|$)/g)].map((m) => (m[1] ?? m[2] ?? "").trim());

function readTable(file: string): Record<string, string>[] {
  const [header = "", ...lines] = readFileSync(file, "utf8").trim().split("\n");
  const columns = cells(header);
  return lines.map((line) => {
    const found = cells(line);
    return Object.fromEntries(columns.map((column, i) => [column, found[i] ?? ""]));
  });
}

const round = (value: number | undefined, digits: number) =>
  value === undefined ? undefined : Number(value.toFixed(digits));

function printTables(): void {
  console.table(
    results.map(({ set, task, quality, cost }) => ({
      set,
      task,
      precision: round(quality?.precision, 4),
      recall: round(quality?.recall, 4),
      f1: round(quality?.f1, 4),
      wall: round(cost?.wall, 1),
      cpu: round(cost?.cpu, 1),
      megabytes: round(cost?.megabytes, 0),
    })),
  );
  console.log(`load ${loadAtStart?.toFixed(1)} at start, ${loadavg()[0]?.toFixed(1)} at end; runs ${runs}`);
  if (values.stages) {
    console.table(
      results.flatMap(({ set, task, cost }) => (cost?.stages ?? []).map((time) => ({ set, task, ...time }))),
    );
  }
}

const febrlFile = (name: string) => path(`testdata/febrl/dataset${name}.csv`);
const febrlSet = (set: string, files: string[]): SmallSet => ({
  set,
  files,
  id: "rec_id",
  types: febrl,
  truth: entity,
});
if (!values["only-cities"]) {
  benchSmall(febrlSet("FEBRL 4", [febrlFile("4a"), febrlFile("4b")]));
  for (const n of ["1", "2", "3"]) benchSmall(febrlSet(`FEBRL ${n}`, [febrlFile(n)]));
  benchSmall({
    set: "fake_1000",
    files: [path("testdata/splink-fake/fake_1000.csv")],
    id: "unique_id",
    types: fake,
    truth: (record) => record["cluster"] ?? "",
  });
}
for (const folder of values.city ?? []) await benchCity(cityIn(folder));
printTables();
rmSync(scratch, { recursive: true });
