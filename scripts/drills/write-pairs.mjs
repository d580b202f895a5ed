// A command for the drills: books pairs that sum to zero, one commit each, and notes every acknowledged one in a file.
// With --verify: every acknowledged pair is there, whole, once; pairs that were not acknowledged are whole or absent.
import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";

const data = String(process.env["TUWAI_DATA"]);
const notes = join(data, "acknowledged.txt");
mkdirSync(data, { recursive: true });
const client = new Client(process.env["DATABASE_URL"]);
await client.connect();
await client.query("create table if not exists drill_pairs (pair text not null, amount bigint not null)");
if (process.argv.includes("--verify")) await verify();
else await write();
await client.end();

async function write() {
  const file = openSync(notes, "a");
  const run = randomUUID();
  for (let number = 1; ; number += 1) {
    const pair = `${run}-${number}`;
    await client.query("begin");
    await client.query("insert into drill_pairs values ($1, 16800)", [pair]);
    await client.query("insert into drill_pairs values ($1, -16800)", [pair]);
    await client.query("commit");
    writeSync(file, `${pair}\n`);
    if (number % 500 === 0) fsyncSync(file);
    if (number === 100_000) return closeSync(file);
  }
}

async function verify() {
  const acknowledged = readFileSync(notes, "utf8").split("\n").filter(Boolean);
  const { rows } = await client.query(
    "select pair, count(*)::int as rows, sum(amount)::int as sum from drill_pairs group by pair",
  );
  const whole = new Set(
    rows.filter(({ rows: count, sum }) => count === 2 && sum === 0).map(({ pair }) => pair),
  );
  const lost = acknowledged.filter((pair) => !whole.has(pair)).length;
  const broken = rows.length - whole.size;
  console.log(`${acknowledged.length} acknowledged, ${lost} lost, ${broken} broken or doubled`);
  process.exitCode = lost + broken > 0 ? 1 : 0;
}
