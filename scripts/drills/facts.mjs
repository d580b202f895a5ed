// Facts read from the database by its owner, set against what should be.

/** @typedef {import("pg").Client} Client */
/** @typedef {Record<string, [found: unknown, should: unknown]>} Facts */

/** @param {Client} client @param {string} query @param {readonly unknown[]} [values] @returns {Promise<number>} */
export async function countOf(client, query, values = []) {
  const { rows } = await client.query(`select count(*)::int as n ${query}`, [...values]);
  return rows[0].n;
}

/** @param {Client} client @param {string} query @param {readonly unknown[]} values @returns {Promise<Record<string, any>[]>} */
export async function rowsOf(client, query, values) {
  return (await client.query(query, [...values])).rows;
}

/** What is not as it should be, in words.
 * @param {Facts} facts @returns {string[]} */
export function faultsOf(facts) {
  return Object.entries(facts).flatMap(([what, [found, should]]) =>
    found === should ? [] : [`${what}: ${String(found)} instead of ${String(should)}`],
  );
}

/** How often something stands in the audit trail; each should stand there once.
 * @param {Client} client @param {string} objectId @param {readonly string[]} actions @returns {Promise<Facts>} */
export async function auditedOnce(client, objectId, actions) {
  /** @type {Facts} */
  const facts = {};
  for (const action of actions) {
    const query = "from audit.entries where object_id = $1 and action = $2";
    facts[`${action} in the trail`] = [await countOf(client, query, [objectId, action]), 1];
  }
  return facts;
}

/** Work that waits or was given up, anywhere in the city.
 * @param {Client} client @returns {Promise<Facts>} */
export async function nothingLeft(client) {
  const query = "from app.work where done_at is null or failed_at is not null";
  return { "messages left or given up": [await countOf(client, query), 0] };
}

/** The one import of a file.
 * @param {Client} client @param {string} fileName @returns {Promise<{ id: string, state: string, counts: Record<string, number> } | undefined>} */
export async function importOf(client, fileName) {
  const { rows } = await client.query(
    "select id, state, counts from app.import_batches where file_name = $1",
    [fileName],
  );
  return rows.length === 1 ? rows[0] : undefined;
}
