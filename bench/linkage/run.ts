/**
 * Prints one table: quality, wall and CPU seconds and peak memory of tuwai-linkage on labelled sets, medians of several runs.
 * Usage: node bench/linkage/run.ts --city FOLDER [--city FOLDER …] [--runs 3] [--memory 4GB]
 * Each FOLDER holds a.csv and b.csv of the frozen generator (columns rid,pid,nik,kk,nama,tgl_lahir,jk,alamat,desa),
 * or left.csv and right.csv of `tuwai-linkage generate` (id,person_id and the same others).
 * FEBRL and fake_1000 come with the package and always run.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { evaluateClusters, qualityOf } from "../../packages/linkage/src/evaluation/index.ts";

const { values } = parseArgs({
  options: { city: { type: "string", multiple: true }, runs: { type: "string" }, memory: { type: "string" } },
});
const runs = Number(values.runs ?? 3);
const path = (relative: string) =>
  fileURLToPath(new URL(`../../packages/linkage/${relative}`, import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "bench-linkage-"));

type Cost = { wall: number; cpu: number; megabytes: number };
type Row = { set: string; task: string; precision: number; recall: number; f1: number } & Cost;
const table: Row[] = [];

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

type Lists = {
  left: string;
  right: string;
  id: string;
  types: Record<string, string>;
  truth: (record: Record<string, string>) => string;
};

function benchLink(set: string, task: string, lists: Lists, more: readonly string[] = []): void {
  const out = join(scratch, "links.csv");
  const cost = costOf([
    "link",
    lists.left,
    lists.right,
    "--id",
    lists.id,
    "--types",
    JSON.stringify(lists.types),
    "--assign",
    task,
    "--out",
    out,
    ...more,
  ]);
  const [left, right] = [truthOf(lists.left, lists), truthOf(lists.right, lists)];
  const links = readTable(out);
  const correct = links.filter(
    (link) => left.get(link["left_id"] ?? "") === right.get(link["right_id"] ?? ""),
  ).length;
  add(set, task, qualityOf(correct, links.length, truePairs(left, right)), cost);
}

function benchDedupe(
  set: string,
  list: { input: string; id: string; types: Record<string, string>; truth: Lists["truth"] },
): void {
  const out = join(scratch, "clusters.csv");
  const cost = costOf([
    "dedupe",
    list.input,
    "--id",
    list.id,
    "--types",
    JSON.stringify(list.types),
    "--out",
    out,
  ]);
  const predicted = new Map(readTable(out).map((row) => [row["id"] ?? "", row["cluster_id"] ?? ""]));
  add(set, "clusters", evaluateClusters(predicted, truthOf(list.input, list)).pairs, cost);
}

const byNik = (file: string) =>
  readTable(file).filter((r) => /^\d{16}$/.test(r["nik"] ?? "") && !/(0000$|^(\d)\2+$)/.test(r["nik"] ?? ""));

/** What joining on the number alone would give. */
function exactNik(set: string, lists: Lists): void {
  const left = Map.groupBy(byNik(lists.left), (record) => record["nik"] ?? "");
  const pairs = byNik(lists.right).flatMap((record) =>
    (left.get(record["nik"] ?? "") ?? []).map((other) => lists.truth(other) === lists.truth(record)),
  );
  const quality = qualityOf(
    pairs.filter(Boolean).length,
    pairs.length,
    truePairs(truthOf(lists.left, lists), truthOf(lists.right, lists)),
  );
  add(set, "exact NIK only", quality, { wall: 0, cpu: 0, megabytes: 0 });
}

function costOf(args: readonly string[]): Cost {
  const costs = Array.from({ length: runs }, (): Cost => {
    const started = performance.now();
    const memory = values.memory ? ["--memory", values.memory] : [];
    const script = `const{runCommand}=await import(${JSON.stringify(path("src/command/main.ts"))});process.exitCode=await runCommand(JSON.parse(process.argv[1]));const u=process.resourceUsage();console.error("\\ncost",u.userCPUTime+u.systemCPUTime,u.maxRSS)`;
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--input-type=module", "-e", script, JSON.stringify([...args, ...memory])],
      { encoding: "utf8" },
    );
    if (status !== 0) throw new Error(stderr);
    const [, cpu = "0", kilobytes = "0"] = /cost (\d+) (\d+)/.exec(stderr) ?? [];
    return {
      wall: (performance.now() - started) / 1000,
      cpu: Number(cpu) / 1e6,
      megabytes: Number(kilobytes) / 1024,
    };
  });
  return costs.toSorted((a, b) => a.wall - b.wall)[Math.floor(runs / 2)] ?? { wall: 0, cpu: 0, megabytes: 0 };
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

function add(
  set: string,
  task: string,
  quality: { precision: number; recall: number; f1: number },
  cost: Cost,
): void {
  const { precision, recall, f1 } = quality;
  table.push({
    set,
    task,
    precision: round(precision, 4),
    recall: round(recall, 4),
    f1: round(f1, 4),
    wall: round(cost.wall, 1),
    cpu: round(cost.cpu, 1),
    megabytes: Math.round(cost.megabytes),
  });
}

function truePairs(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): number {
  const counts = new Map<string, number>();
  for (const truth of left.values()) counts.set(truth, (counts.get(truth) ?? 0) + 1);
  let pairs = 0;
  for (const truth of right.values()) pairs += counts.get(truth) ?? 0;
  return pairs;
}

const truthOf = (file: string, list: { id: string; truth: Lists["truth"] }): Map<string, string> =>
  new Map(readTable(file).map((record) => [record[list.id] ?? "", list.truth(record)]));

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

benchLink("FEBRL 4", "one-to-one", {
  left: path("testdata/febrl/dataset4a.csv"),
  right: path("testdata/febrl/dataset4b.csv"),
  id: "rec_id",
  types: febrl,
  truth: entity,
});
for (const n of [1, 2, 3])
  benchDedupe(`FEBRL ${n}`, {
    input: path(`testdata/febrl/dataset${n}.csv`),
    id: "rec_id",
    types: febrl,
    truth: entity,
  });
benchDedupe("fake_1000", {
  input: path("testdata/splink-fake/fake_1000.csv"),
  id: "unique_id",
  types: fake,
  truth: (r) => r["cluster"] ?? "",
});
for (const folder of values.city ?? []) {
  const isGenerated = existsSync(join(folder, "left.csv"));
  const lists = {
    left: join(folder, isGenerated ? "left.csv" : "a.csv"),
    right: join(folder, isGenerated ? "right.csv" : "b.csv"),
    id: isGenerated ? "id" : "rid",
    types: city,
    truth: (r: Record<string, string>) => r["person_id"] ?? r["pid"] ?? "",
  };
  exactNik(basename(folder), lists);
  for (const assign of ["links", "one-to-one"])
    benchLink(basename(folder), assign, lists, ["--preset", "indonesia"]);
}
console.table(table);
rmSync(scratch, { recursive: true });
