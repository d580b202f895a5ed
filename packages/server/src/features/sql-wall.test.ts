import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { permissions } from "#access";
import { features } from "./features.ts";
import { readSql } from "./read-sql.ts";
import { tables } from "./table-owners.ts";

const root = new URL("../", import.meta.url).pathname;
const known = new Set(tables.keys());

/** What a file of SQL does to tables of other features: `*.store.ts` its own only, `*.view.ts` reads any. */
function faultsOf(path: string, source: string): readonly string[] {
  const [feature] = path.split("/") as [string];
  return readSql(source, known)
    .filter(({ table, writes }) => {
      const isOwn = tables.get(table)!.owner === feature;
      if (path.endsWith(".view.ts")) return writes;
      return !isOwn;
    })
    .map(({ table, writes }) => `${path} ${writes ? "writes" : "reads"} ${table}`);
}

const files = globSync("*/*.{store,view}.ts", { cwd: root }).filter((path) => !path.includes("testing"));

describe("the wall in SQL", () => {
  test("only a feature's own stores write its tables, and only views read across features", () => {
    const faults = files.flatMap((path) => faultsOf(path, readFileSync(`${root}${path}`, "utf8")));
    expect(faults).toEqual([]);
  });

  test.each([
    ["enrolment/x.store.ts", "`insert into app.persons (id) values (1)`", "writes app.persons"],
    ["enrolment/x.store.ts", "`update app.persons p set x = 1`", "writes app.persons"],
    ["enrolment/x.store.ts", "`delete from app.persons`", "writes app.persons"],
    [
      "enrolment/x.store.ts",
      "`select 1 from app.enrolments e join app.persons p on true`",
      "reads app.persons",
    ],
    [
      "enrolment/x.view.ts",
      "`with a as (update app.persons set x = 1 returning id) select 1`",
      "writes app.persons",
    ],
    ["enrolment/x.view.ts", "`update app.enrolments set x = 1`", "writes app.enrolments"],
  ])("is red for %s with %s", (path, source, fault) => {
    expect(faultsOf(path, source)).toEqual([`${path} ${fault}`]);
  });

  test.each([
    ["enrolment/x.store.ts", "`update app.enrolments set x = app.now() where id = 1 returning id`"],
    [
      "enrolment/x.store.ts",
      "`select 1 from app.enrolments where region_code = (select app.region()) for update of e`",
    ],
    [
      "enrolment/x.view.ts",
      "`select 1 from app.enrolments e join app.persons p on p.id = e.person_id for update`",
    ],
    ["enrolment/x.store.ts", "// insert into app.persons is somebody else's\n`select 1`"],
  ])("is green for %s with %s", (path, source) => {
    expect(faultsOf(path, source)).toEqual([]);
  });

  test("every table and view of the migrations has exactly one owner", () => {
    const texts = globSync("migrations/*.sql", { cwd: `${root}..` }).map((path) =>
      readFileSync(`${root}../${path}`, "utf8"),
    );
    const renames = texts.flatMap((text) => [...text.matchAll(/alter table (\w+)\.(\w+) rename to (\w+)/g)]);
    const renamed = new Map(renames.map(([, schema, was, is]) => [`${schema}.${was}`, `${schema}.${is}`]));
    const made = texts
      .flatMap((text) => [
        ...text.matchAll(/create (?:table|view) (?:if not exists )?((?:app|audit|auth|pub)\.[\w"]+)/g),
      ])
      .map(([, table]) => table!.replaceAll('"', ""))
      .map((table) => renamed.get(table) ?? table);
    const dropped = texts.flatMap((text) =>
      [...text.matchAll(/drop table ((?:app|audit|auth|pub)\.[\w"]+)/g)].map(([, table]) =>
        table!.replaceAll('"', ""),
      ),
    );
    const owned = features.flatMap(({ owns }) => Object.keys(owns ?? {}));
    expect(owned.toSorted()).toEqual(
      [...new Set(made)].filter((table) => !dropped.includes(table)).toSorted(),
    );
    expect(new Set(owned).size).toBe(owned.length);
  });

  test("every table says which permission reading it amounts to", () => {
    const readings: readonly string[] = ["open", "own", ...permissions];
    expect([...tables].filter(([, { reading }]) => !readings.includes(reading))).toEqual([]);
  });
});
