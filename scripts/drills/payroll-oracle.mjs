// What must be true of a payroll result and of the books whatever was killed meanwhile; nothing the program counts itself is believed.
import { countOf, faultsOf, nothingLeft, rowsOf } from "./facts.mjs";
import { chain } from "./month-oracle.mjs";

/** @typedef {import("pg").Client} Client */
/** @typedef {{ batch: string, operationId: string, hash: string, mandates: number, deducted: number, rupiah: number }} Sent */

const standing = `from app.payroll_results r join app.payroll_batches b on b.id = r.batch_id
  where b.code = $1 and r.undone_at is null`;

/** What a blow met, in words.
 * @param {Client} client @param {string} batch */
export async function resultBefore(client, batch) {
  const stored = await countOf(client, standing, [batch]);
  const posted = await countOf(client, `${standing} and r.entry_id is not null`, [batch]);
  return `${stored} result stored, ${posted} in the books`;
}

/** The result stands once with what its file says, whoever was told that it is kept; the books hold it once, and of those taken back nothing.
 * @param {Client} client @param {Sent} sent @param {number} acknowledged how often it was said to be kept @returns {Promise<string[]>} */
export async function listResultFaults(client, sent, acknowledged) {
  const { batch, operationId, hash } = sent;
  const [kept] = await rowsOf(
    client,
    `select r.id, encode(r.file_hash, 'hex') as hash, r.mandates, r.rupiah::int as rupiah ${standing}`,
    [batch],
  );
  const lines = "from app.payroll_deductions d where d.result_id = $1";
  const [sums = {}] = await rowsOf(client, `select coalesce(sum(d.rupiah), 0)::int as rupiah ${lines}`, [
    kept?.["id"],
  ]);
  const inBooks = `from app.ledger_entries e where e.kind = 'deduct' and not exists
    (select from app.ledger_entries m where m.reverses = e.id)`;
  const gone = `from app.payroll_results r where r.undone_at is not null and r.entry_id is not null`;
  return faultsOf({
    "told that it is kept": [acknowledged > 0, true],
    "results that stand": [await countOf(client, standing, [batch]), 1],
    "the file that was sent": [kept?.["hash"], hash],
    "employees of whom something was taken": [kept?.["mandates"], sent.deducted],
    "rupiah of the result": [kept?.["rupiah"], sent.rupiah],
    "lines of the result": [await countOf(client, lines, [kept?.["id"]]), sent.mandates],
    "rupiah of its lines": [sums["rupiah"], sent.rupiah],
    "entries of results that stand in the books": [await countOf(client, inBooks), 1],
    "the entry of this result": [
      await countOf(
        client,
        `${standing} and exists (select from app.ledger_entries e where e.id = r.entry_id and e.kind = 'deduct')`,
        [batch],
      ),
      1,
    ],
    "results taken back that stand in the books": [
      await countOf(
        client,
        `${gone} and not exists (select from app.ledger_entries m where m.reverses = r.entry_id)`,
      ),
      0,
    ],
    "steps in the trail": [
      await countOf(
        client,
        "from audit.entries a where a.action = 'payroll.result' and a.operation_id = $1",
        [operationId],
      ),
      1,
    ],
    ...(await chain(client)),
    ...(await nothingLeft(client)),
  });
}
