import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LinkageError } from "#model";
import { syntheticLists, syntheticTypes, type SyntheticPerson } from "#testing";
import { dedupeList, linkLists } from "./index.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "linkage-odd-"));
});
afterAll(() => rm(folder, { recursive: true }));

const { left, right } = syntheticLists(900, 31);
const whoOf = new Map([...left, ...right].map((person) => [person.id, person.who]));

type Rows = readonly SyntheticPerson[];
const link = async (a: Rows, b: Rows, more: Partial<Parameters<typeof linkLists>[0]> = {}) => {
  const out = join(folder, "links.csv");
  const report = await linkLists({
    left: { rows: a },
    right: { rows: b },
    types: syntheticTypes,
    preset: "indonesia",
    out,
    ...more,
  });
  const links = (await readFile(out, "utf8")).trim().split("\n").slice(1);
  return { report, links: links.map((line) => line.split(",")) };
};
const byNameAndBirth = async (a: Rows, b: Rows) => {
  const file = join(folder, "few.csv");
  const meant = { name: "full-name", birthDate: "birth-date" } as const;
  const report = await linkLists({ left: { rows: a }, right: { rows: b }, types: meant, out: file });
  return { report, lines: (await readFile(file, "utf8")).trim().split("\n") };
};
const correct = (links: readonly string[][]) =>
  links.filter(([l, r]) => whoOf.get(l ?? "") === whoOf.get(r ?? "")).length;

const many = (rows: Rows) =>
  [0, 1, 2].flatMap((n) => rows.map((person) => ({ ...person, id: `${person.id}-${n}` })));
const flat = (rows: Rows) => rows.map((person) => ({ ...person, sex: "L", villageCode: "1371110001" }));

const csv = async (name: string, text: string) => {
  await writeFile(join(folder, name), text);
  return { file: join(folder, name), id: "id" };
};
const out = () => join(folder, "never.csv");

async function refused(work: Promise<unknown>): Promise<LinkageError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof LinkageError))
    throw new Error("was not refused with a LinkageError", { cause: error });
  return error;
}

describe("lists that cannot be linked are refused by name", () => {
  const named = { types: { name: "full-name", dob: "birth-date" } } as const;

  test("a column that is not there", async () => {
    const list = await csv("no-column.csv", "id,name\n1,Ani\n");
    const error = await refused(linkLists({ left: list, right: list, ...named, out: out() }));
    expect(error).toMatchObject({ code: "column-missing", details: { column: "dob" } });
  });

  test("an empty table and one with nothing but its header", async () => {
    const good = await csv("good.csv", "id,name,dob\n1,Ani,1990-01-02\n");
    const header = await csv("header.csv", "id,name,dob\n");
    const error = await refused(linkLists({ left: good, right: header, ...named, out: out() }));
    expect(error).toMatchObject({ code: "table-empty", details: { side: "right" } });
  });

  test("ids that repeat or are missing, counted and without a value of the list", async () => {
    const twice = await csv("twice.csv", "id,name,dob\n1,Ani,1990-01-02\n1,Budi,1991-01-02\n");
    const error = await refused(dedupeList({ input: twice, ...named, out: out() }));
    expect(error).toMatchObject({ code: "ids-not-unique", details: { repeated: 1 } });
    expect(error.message).not.toMatch(/Ani|Budi|1990/);
    const none = await csv("none.csv", "id,name,dob\n,Ani,1990-01-02\n2,Budi,1991-01-02\n");
    expect(await refused(dedupeList({ input: none, ...named, out: out() }))).toMatchObject({
      code: "ids-not-unique",
      details: { missing: 1 },
    });
  });

  test("every row equal: the rule and the pairs of its fullest key, before a pair is formed", async () => {
    const rows = Array.from({ length: 4000 }, (_, i) => ({ id: `${i}`, name: "Sri", dob: "1990-01-02" }));
    const error = await refused(linkLists({ left: { rows }, right: { rows }, ...named, out: out() }));
    expect(error).toMatchObject({ code: "blocking-too-wide", details: { hottestKeyPairs: 16_000_000 } });
  });

  test("a blocking key with one value: the rule is named with how many pairs its one key forms", async () => {
    const { model } = (await link(left, right)).report;
    const byProvince = { id: "province", keys: [["substring", ["row", "district"], 1, 2]] } as const;
    const wide = { ...model, blocking: [{ ...byProvince, keys: [...byProvince.keys] }] };
    const error = await refused(link(many(left), many(right), { model: wide }));
    expect(error).toMatchObject({ code: "blocking-too-wide", details: { rule: "province" } });
    expect(Number(error.details["hottestKeyPairs"])).toBeGreaterThan(1_000_000);
  });

  test("and nothing of a refused run stays behind", async () => {
    expect((await readdir(folder)).filter((name) => /never|unfinished/.test(name))).toEqual([]);
  });
});

describe("odd lists get an honest answer", () => {
  test("two rows that agree in nothing: no link, and the reason is said", async () => {
    const [first, second] = [left[0]!, { ...left[1]!, name: "Zulkarnain", birthDate: "1911-01-02" }];
    const { report, lines } = await byNameAndBirth([first], [second]);
    expect(lines).toHaveLength(1);
    expect(report.reasons.join()).toContain("nothing to link");
  });

  test("a list of which nothing but the ids is filled in links with nobody", async () => {
    const empty = left.slice(0, 50).map((person) => ({ ...person, name: "", birthDate: "" }));
    expect((await byNameAndBirth(left, empty)).lines).toHaveLength(1);
  });

  test("a column with one value in every row says nothing and stops nothing", async () => {
    const { links } = await link(flat(left), flat(right));
    expect(links.length).toBeGreaterThan(300);
    expect(correct(links) / links.length).toBeGreaterThan(0.97);
  });

  test("a column empty on one side is missing evidence, not disagreement", async () => {
    const { links } = await link(
      left,
      right.map((person) => ({ ...person, nik: "", birthDate: "" })),
    );
    expect(links.length).toBeGreaterThan(300);
    expect(correct(links) / links.length).toBeGreaterThan(0.95);
  });

  test("one row in ten with a partner: the links are right and about as many as there are partners", async () => {
    const strangers = syntheticLists(900, 87).left.map((person) => ({ ...person, id: `S${person.id}` }));
    const partners = right.filter((person) => left.some((other) => other.who === person.who)).slice(0, 90);
    const { links, report } = await link(left, [...strangers.slice(0, 810), ...partners]);
    expect(correct(links) / links.length).toBeGreaterThan(0.95);
    expect(correct(links)).toBeGreaterThan(80);
    expect(report.expectedMatches).toBeGreaterThan(75);
    expect(report.expectedMatches).toBeLessThan(115);
  });

  test("nobody in common: hardly a link, and a note that the share of matches stands at its floor", async () => {
    const strangers = syntheticLists(900, 87).left.map((person) => ({
      ...person,
      id: `S${person.id}`,
      nik: `${person.nik.slice(0, 12)}0777`,
      familyCard: "",
      birthDate: `${Number(person.birthDate.slice(0, 4)) - 37}${person.birthDate.slice(4)}`,
    }));
    const { links, report } = await link(left, strangers);
    expect(links.length).toBeLessThan(5);
    expect(report.expectedMatches).toBeLessThan(5);
    expect(report.reasons.join("\n")).toContain("the share of matches stands at its floor");
    expect((await link(left, right)).report.reasons.join("\n")).not.toContain("floor");
  });
});
