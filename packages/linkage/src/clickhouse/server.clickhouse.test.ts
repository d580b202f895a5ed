import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { personModel } from "#indonesia";
import { linkLists } from "#linking";
import { chdbSession, syntheticLists, syntheticTypes } from "#testing";
import { clickHouseServer, linkInClickHouse } from "./index.ts";

const session = chdbSession();
const query = async (sql: string) => (await session.queryAsync(sql, { format: "JSONEachRow" })).text();

/** ClickHouse's HTTP interface as far as its client uses it, answered by the engine in this process. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { searchParams } = new URL(request.url ?? "/", "http://local");
  const settings = [...searchParams].filter(([name]) => /^(join_|max_)/.test(name));
  try {
    for (const [name, value] of settings) await query(`SET ${name} = ${value}`);
    await query(`USE ${searchParams.get("database") ?? "default"}`);
    response.end(await query(await text(request)));
  } catch (error) {
    response.writeHead(400, { "x-clickhouse-exception-code": "1" });
    response.end(`Code: 1. DB::Exception: ${String(error)}`);
  }
}

const server = createServer((request, response) => void answer(request, response));
let folder: string;
let url: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "clickhouse-server-"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  session.close();
  await rm(folder, { recursive: true });
});

test("by its client, tables that ClickHouse holds are linked with a model trained before, and nothing is left behind", async () => {
  const lists = syntheticLists(500, 9);
  for (const side of ["left", "right"] as const) {
    const columns = ["id", ...Object.keys(syntheticTypes)];
    const values = lists[side].map((person) => JSON.stringify(person)).join("\n");
    await query(
      `CREATE TABLE default.people_${side} (${columns.map((column) => `${column} String`).join(", ")}) ENGINE = Memory`,
    );
    await query(
      `INSERT INTO default.people_${side} SETTINGS input_format_skip_unknown_fields = 1 FORMAT JSONEachRow\n${values}`,
    );
  }
  const [duckdb, clickhouse] = [join(folder, "d.csv"), join(folder, "c.csv")];
  const common = { types: syntheticTypes, model: personModel() };
  await linkLists({ ...common, left: { rows: lists.left }, right: { rows: lists.right }, out: duckdb });
  const report = await linkInClickHouse({
    ...common,
    connect: clickHouseServer({ url }),
    left: { table: "people_left", id: "id" },
    right: { table: "default.people_right", id: "id" },
    out: clickhouse,
  });
  expect(report.links).toBeGreaterThan(250);
  expect(await readFile(clickhouse, "utf8")).toBe(await readFile(duckdb, "utf8"));
  expect(await query("SHOW DATABASES LIKE 'tuwai_linkage%'")).toBe("");
});

const linkNames = (table: string) =>
  linkInClickHouse({
    types: { nama: "full-name" },
    preset: "indonesia",
    connect: clickHouseServer({ url }),
    left: { table, id: "id" },
    right: { table, id: "id" },
    out: join(folder, "none.csv"),
  });

test("a column the table lacks and a table that is not there are refused by name", async () => {
  await query("CREATE TABLE default.short (id String) ENGINE = Memory");
  await expect(linkNames("short")).rejects.toMatchObject({
    code: "column-missing",
    details: { column: "nama" },
  });
  await expect(linkNames("nowhere")).rejects.toMatchObject({ code: "file-unreadable" });
});
