import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { syntheticLists, type SyntheticPerson } from "#testing";

const bin = fileURLToPath(new URL("../../bin/tuwai-linkage.js", import.meta.url));
const run = (...args: string[]) => spawnSync(process.execPath, [bin, ...args], { encoding: "utf8" });
const types = JSON.stringify({
  name: "full-name",
  nik: "national-id",
  kk: "household-id",
  dob: "birth-date",
  sex: "sex",
  village: "place",
  address: "address",
});

let folder: string;
let left: string;
let right: string;
const { left: leftRows, right: rightRows } = syntheticLists(1200, 9);

const csv = (rows: readonly SyntheticPerson[]) =>
  ["id, name,nik,kk,dob,sex,village,address"]
    .concat(
      rows.map((p) =>
        [p.id, `"${p.name}"`, p.nik, p.familyCard, p.birthDate, p.sex, p.villageCode, ` ${p.address} `].join(
          ",",
        ),
      ),
    )
    .join("\n");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tuwai-linkage-"));
  [left, right] = [join(folder, "left.csv"), join(folder, "right.csv")];
  await writeFile(left, csv(leftRows));
  await writeFile(right, csv(rightRows));
});
afterAll(() => rm(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const link = (out: string, ...more: string[]) =>
  run("link", left, right, "--id", "id", "--types", types, "--preset", "indonesia", "--out", out, ...more);

describe("tuwai-linkage link", () => {
  test("writes the links with six decimals, sorted by left then right id, and exits 0", async () => {
    const { status, stdout } = link(at("links.csv"), "--json", "--report", at("report.json"));
    expect(status).toBe(0);
    const lines = (await readFile(at("links.csv"), "utf8")).trim().split("\n");
    expect(lines[0]).toBe("left_id,right_id,probability,weight");
    expect(lines.slice(1).every((line) => /^L\d+,R\d+,[01]\.\d{6},-?\d+\.\d{6}$/.test(line))).toBe(true);
    expect(lines.slice(1)).toEqual(lines.slice(1).toSorted());
    const summary = JSON.parse(stdout) as { links: number; rows: unknown };
    expect(summary).toMatchObject({
      rows: { left: 1200, right: 1200 },
      links: lines.length - 1,
      assign: "one-to-one",
    });
    const report = JSON.parse(await readFile(at("report.json"), "utf8")) as {
      reasons: string[];
      model: { format: string };
    };
    expect(report.model.format).toBe("linkage-model/1");
    expect(report.reasons.length).toBeGreaterThan(3);
  });

  test("finds the people of a small synthetic city: precision and recall at least 0.97", async () => {
    link(at("quality.csv"));
    const who = new Map([...leftRows, ...rightRows].map((p) => [p.id, p.who]));
    const links = (await readFile(at("quality.csv"), "utf8"))
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    const correct = links.filter(([l, r]) => who.get(l ?? "") === who.get(r ?? "")).length;
    const present = rightRows.filter((p) => leftRows.some((other) => other.who === p.who)).length;
    expect(correct / links.length).toBeGreaterThanOrEqual(0.97);
    expect(correct / present).toBeGreaterThanOrEqual(0.97);
  });

  test("writes the same bytes whatever the threads and the memory limit", async () => {
    link(at("a.csv"), "--threads", "1", "--memory", "200MB");
    link(at("b.csv"), "--threads", "4", "--memory", "2GB");
    const [a, b] = await Promise.all([readFile(at("a.csv"), "utf8"), readFile(at("b.csv"), "utf8")]);
    expect(a.length).toBeGreaterThan(10_000);
    expect(a === b).toBe(true);
  });

  test("killed in the middle leaves the old result as it was, and a rerun gives the whole", async () => {
    await writeFile(at("kept.csv"), "old");
    for (const delay of [150, 400, 700]) {
      const child = spawn(
        process.execPath,
        [
          bin,
          "link",
          left,
          right,
          "--id",
          "id",
          "--types",
          types,
          "--preset",
          "indonesia",
          "--out",
          at("kept.csv"),
        ],
        { stdio: "ignore" },
      );
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await wait(delay);
      child.kill("SIGKILL");
      await ended;
      const text = await readFile(at("kept.csv"), "utf8");
      expect(text === "old" || text.startsWith("left_id,right_id")).toBe(true);
    }
    link(at("kept.csv"));
    link(at("again.csv"));
    expect(await readFile(at("kept.csv"), "utf8")).toBe(await readFile(at("again.csv"), "utf8"));
  });

  test("uses a model trained before", async () => {
    expect(
      run(
        "train",
        left,
        right,
        "--id",
        "id",
        "--types",
        types,
        "--preset",
        "indonesia",
        "--out",
        at("model.json"),
      ).status,
    ).toBe(0);
    const { status } = link(at("with-model.csv"), "--model", at("model.json"));
    expect(status).toBe(0);
    expect((await readFile(at("with-model.csv"), "utf8")).split("\n").length).toBeGreaterThan(300);
  });
});

describe("tuwai-linkage dedupe", () => {
  test("lists every row once, singletons too, sorted by id", async () => {
    const { status } = run(
      "dedupe",
      left,
      "--id",
      "id",
      "--types",
      types,
      "--preset",
      "indonesia",
      "--out",
      at("clusters.csv"),
    );
    expect(status).toBe(0);
    const lines = (await readFile(at("clusters.csv"), "utf8")).trim().split("\n");
    expect(lines[0]).toBe("id,cluster_id");
    expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(leftRows.map((p) => p.id).toSorted());
  });
});

const refused = (result: ReturnType<typeof run>) => ({
  status: result.status,
  ...(JSON.parse(result.stdout) as { error: { code: string; message: string } }).error,
});
const bad = async (name: string, text: string) => {
  await writeFile(at(name), text);
  return at(name);
};

const linkFiles = (a: string, b: string) =>
  run("link", a, b, "--id", "id", "--types", '{"name":"full-name"}', "--out", at("never.csv"), "--json");

describe("tuwai-linkage refuses", () => {
  test("a command line it does not know, with 64", () => {
    expect(run("merge").status).toBe(64);
    expect(run().status).toBe(64);
    expect(run("link", left, right, "--id", "id", "--out", at("x.csv")).status).toBe(64);
    expect(link(at("x.csv"), "--assign", "all").status).toBe(64);
    expect(link(at("x.csv"), "--threshold", "2").status).toBe(64);
    expect(link(at("x.csv"), "--memory", "lots").status).toBe(64);
    expect(
      run("link", left, right, "--id", "id", "--types", '{"name":"nick"}', "--out", at("x.csv")).status,
    ).toBe(64);
  });

  test("a file that is not there, a missing column, an empty table and repeated ids, each by name, with 2", async () => {
    const one = await bad("one.csv", "id,name\n1,Ani\n");
    expect(refused(linkFiles(one, at("nowhere.csv")))).toMatchObject({ status: 2, code: "file-unreadable" });
    expect(refused(linkFiles(one, await bad("no-name.csv", "id,nama\n1,Ani\n")))).toMatchObject({
      status: 2,
      code: "column-missing",
    });
    expect(refused(linkFiles(one, await bad("empty.csv", "id,name\n")))).toMatchObject({
      status: 2,
      code: "table-empty",
    });
    expect(refused(linkFiles(one, await bad("twice.csv", "id,name\n1,Ani\n1,Budi\n")))).toMatchObject({
      status: 2,
      code: "ids-not-unique",
    });
    expect(existsSync(at("never.csv"))).toBe(false);
  });

  test("lists in which every row is equal, naming the budget instead of filling the disk", async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `${i},Ani`).join("\n");
    const same = await bad("same.csv", `id,name\n${rows}\n`);
    expect(refused(linkFiles(same, same))).toMatchObject({ status: 2, code: "blocking-too-wide" });
  });
});

describe("tuwai-linkage answers honestly", () => {
  test("no link when the two lists share nobody", async () => {
    const { left: strangers } = syntheticLists(600, 77);
    await writeFile(
      at("strangers.csv"),
      csv(strangers.map((p) => ({ ...p, id: `S${p.id}`, nik: p.nik.slice(0, 12) + "0444", familyCard: "" }))),
    );
    const { status } = run(
      "link",
      left,
      at("strangers.csv"),
      "--id",
      "id",
      "--types",
      types,
      "--preset",
      "indonesia",
      "--out",
      at("none.csv"),
    );
    expect(status).toBe(0);
    expect((await readFile(at("none.csv"), "utf8")).trim().split("\n").length).toBeLessThan(10);
  });

  test("links found although a column is empty on one side", async () => {
    await writeFile(at("no-birth.csv"), csv(rightRows.map((p) => ({ ...p, birthDate: "", sex: "" }))));
    const { status } = run(
      "link",
      left,
      at("no-birth.csv"),
      "--id",
      "id",
      "--types",
      types,
      "--preset",
      "indonesia",
      "--out",
      at("one-sided.csv"),
    );
    expect(status).toBe(0);
    expect((await readFile(at("one-sided.csv"), "utf8")).split("\n").length).toBeGreaterThan(400);
  });

  test("links found by name, birth date and village alone, when the lists carry no numbers", async () => {
    const few = JSON.stringify({ name: "full-name", dob: "birth-date", village: "place" });
    const { status } = run(
      "link",
      left,
      right,
      "--id",
      "id",
      "--types",
      few,
      "--preset",
      "indonesia",
      "--out",
      at("few-columns.csv"),
    );
    expect(status).toBe(0);
    const who = new Map([...leftRows, ...rightRows].map((p) => [p.id, p.who]));
    const links = (await readFile(at("few-columns.csv"), "utf8"))
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    expect(links.length).toBeGreaterThan(500);
    expect(
      links.filter(([l, r]) => who.get(l ?? "") === who.get(r ?? "")).length / links.length,
    ).toBeGreaterThan(0.97);
  });

  test("links found when one row in ten has a partner", async () => {
    const few = [
      ...leftRows.slice(0, 1080).map((p) => ({
        ...p,
        nik: "",
        familyCard: "",
        name: p.name.split("").toReversed().join(""),
        birthDate: "",
      })),
      ...rightRows.slice(0, 120),
    ];
    await writeFile(at("few.csv"), csv(few.map((p, i) => ({ ...p, id: `F${i}` }))));
    const { status } = run(
      "link",
      left,
      at("few.csv"),
      "--id",
      "id",
      "--types",
      types,
      "--preset",
      "indonesia",
      "--out",
      at("few-links.csv"),
    );
    expect(status).toBe(0);
    const links = (await readFile(at("few-links.csv"), "utf8"))
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    const whoOfLeft = new Map(leftRows.map((p) => [p.id, p.who]));
    const correct = links.filter(([l, r]) => whoOfLeft.get(l ?? "") === few[Number(r?.slice(1))]?.who).length;
    expect(correct / links.length).toBeGreaterThan(0.95);
    expect(correct).toBeGreaterThan(90);
  });

  test("a profile without any value of the list", () => {
    const { status, stdout } = run(
      "profile",
      left,
      "--id",
      "id",
      "--types",
      types,
      "--preset",
      "indonesia",
      "--json",
    );
    expect(status).toBe(0);
    expect(stdout).toContain('"rows":1200');
    expect(stdout).not.toContain(leftRows[0]!.nik);
  });

  test("an explanation of two records in words", () => {
    const { status, stdout } = run("explain", JSON.stringify(leftRows[0]), JSON.stringify(leftRows[0]));
    expect(status).toBe(0);
    expect(stdout).toContain("NIK: NIK sama | KK dan tanggal lahir sama");
  });

  test("an evaluation against the truth", async () => {
    await writeFile(at("pred.csv"), "left_id,right_id,probability,weight\na,1,0.9,4\nb,2,0.6,1\n");
    await writeFile(at("truth.csv"), "left_id,right_id\na,1\nc,3\n");
    const { status, stdout } = run("evaluate", at("pred.csv"), at("truth.csv"), "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ precision: 0.5, recall: 0.5 });
  });

  test("and no unfinished file stays behind", async () => {
    expect((await readdir(folder)).filter((name) => name.includes("unfinished"))).toEqual([]);
  });
});
