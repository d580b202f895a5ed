// What must be true of an import whatever was killed meanwhile: everything once, nothing lost, nothing doubled.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";

/** @typedef {{ fileName: string, distinct: number, repair: number, duplicate: number, personsBefore: number }} Expected */

/** @template T @param {string} url @param {(client: Client) => Promise<T>} work */
export async function withDatabase(url, work) {
  const client = new Client(url);
  // A database killed meanwhile is told by the query that fails.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** @param {Client} client */
export async function countPersons(client) {
  return number(client, "select count(*)::int as n from app.persons where withdrawn_at is null", []);
}

/** State of the import of this file, or "not there yet".
 * @param {Client} client @param {string} fileName */
export async function stateOf(client, fileName) {
  const { rows } = await client.query("select state from app.import_batches where file_name = $1", [
    fileName,
  ]);
  return String(rows[0]?.state ?? "not there yet");
}

/** @param {Client} client */
export async function isDrained(client) {
  return (await number(client, "select count(*)::int as n from app.work where done_at is null", [])) === 0;
}

/** Every way in which the import is not as it should be; empty is the wish.
 * @param {Client} client @param {Expected} expected @param {string} dataDir @returns {Promise<string[]>} */
export async function listFaults(client, expected, dataDir) {
  const { rows } = await client.query(
    "select id, state, counts from app.import_batches where file_name = $1",
    [expected.fileName],
  );
  if (rows.length !== 1) return [`the file has ${rows.length} imports`];
  const [{ id, state, counts }] = rows;
  const faults = state === "applied" ? [] : [`its state is ${state}`];
  const { distinct, repair, duplicate } = expected;
  const read = distinct + repair + duplicate + 1;
  const wanted = {
    "rows read": [counts?.read, read],
    "rows accepted": [counts?.accepted, distinct],
    "rows to repair": [counts?.repair, repair],
    "rows skipped": [counts?.skipped, duplicate + 1],
    ...(await storedFacts(client, id, { read, distinct, repair, duplicate })),
    "persons of the city": [await countPersons(client), expected.personsBefore + distinct],
    "messages left or given up": [
      await number(
        client,
        "select count(*)::int as n from app.work where done_at is null or failed_at is not null",
        [],
      ),
      0,
    ],
  };
  for (const [what, [found, should]] of Object.entries(wanted))
    if (found !== should) faults.push(`${what}: ${found} instead of ${should}`);
  for (const action of ["upload", "check", "apply", "approve", "applied"]) {
    const entries = await number(
      client,
      "select count(*)::int as n from audit.entries where object_id = $1::text and action = $2",
      [id, `import.${action}`],
    );
    if (entries !== 1) faults.push(`import.${action} is in the audit trail ${entries} times`);
  }
  if (!existsSync(join(dataDir, "uploads", id))) faults.push("the original is gone");
  return faults;
}

/** @param {Client} client @param {string} batchId @param {Record<string, number>} should
 * @returns {Promise<Record<string, [number, number | undefined]>>} */
async function storedFacts(client, batchId, { read, distinct, repair, duplicate }) {
  const count = (/** @type {string} */ query) => number(client, query, [batchId]);
  const rows = (/** @type {string} */ outcome) =>
    count(`select count(*)::int as n from app.import_rows where batch_id = $1 and outcome = '${outcome}'`);
  const records = "from app.source_records r where r.batch_id = $1 and r.withdrawn_at is null";
  const persons = `from app.persons p join app.person_records l on l.person_id = p.id
    join app.source_records r on r.id = l.record_id where r.batch_id = $1 and p.withdrawn_at is null`;
  return {
    "rows kept": [await count("select count(*)::int as n from app.import_rows where batch_id = $1"), read],
    "rows applied": [await rows("applied"), distinct],
    "rows quarantined": [await rows("quarantined"), repair],
    "rows found twice": [await rows("duplicate"), duplicate],
    records: [await count(`select count(*)::int as n ${records}`), distinct],
    "rows with a record": [await count(`select count(distinct r.row_no)::int as n ${records}`), distinct],
    persons: [await count(`select count(*)::int as n ${persons}`), distinct],
    "distinct NIKs": [await count(`select count(distinct p.nik_index)::int as n ${persons}`), distinct],
    "persons judged": [
      await count(
        `select count(*)::int as n ${persons} and exists (select from app.judgements j where j.person_id = p.id)`,
      ),
      distinct,
    ],
  };
}

/** @param {Client} client @param {string} query @param {unknown[]} values @returns {Promise<number>} */
async function number(client, query, values) {
  return (await client.query(query, values)).rows[0].n;
}
