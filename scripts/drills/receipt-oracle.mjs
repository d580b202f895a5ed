// What must be true of a file of receipts whatever was killed meanwhile.
import { auditedOnce, countOf, faultsOf, importOf, nothingLeft, rowsOf } from "./facts.mjs";

/**
 * @typedef {object} ExpectedReceipts
 * @property {string} fileName
 * @property {readonly string[]} paid persons
 * @property {string} held the person whose receipt was too small
 * @property {string} month
 * @property {number} rupiah
 * @property {string} today
 */

const paidFor = `from app.cover_events v where v.type = 'paid' and to_char(v.month, 'YYYY-MM') = $2
  and not exists (select from app.cover_events r where r.type = 'reversed' and r.evidence_id = v.id::text)`;

/** @param {import("pg").Client} client @param {ExpectedReceipts} expected @returns {Promise<string[]>} */
export async function listReceiptFaults(client, { fileName, paid, held, month, rupiah, today }) {
  const batch = await importOf(client, fileName);
  if (batch === undefined) return ["the file is not one import"];
  const rows = (/** @type {string} */ outcome) =>
    countOf(client, "from app.import_rows where batch_id = $1 and outcome = $2", [batch.id, outcome]);
  const [sums = {}] = await rowsOf(
    client,
    `select sum((v.details->>'amountRupiah')::int)::int as rupiah, count(*)::int as payments,
       count(distinct v.person_id)::int as persons
     ${paidFor} and v.person_id = any($1::uuid[])`,
    [paid, month],
  );
  const covered = `from app.cover_states c where c.person_id = any($1::uuid[]) and c.counts_as_covered
    and to_char(c.paid_until, 'YYYY-MM') = $2 and c.at >= (select max(recorded_at) from app.cover_events v where v.person_id = c.person_id)`;
  return faultsOf({
    state: [batch.state, "applied"],
    "rows applied": [await rows("applied"), paid.length],
    "rows held back": [await rows("quarantined"), 1],
    payments: [sums["payments"], paid.length],
    "workers paid for": [sums["persons"], paid.length],
    "rupiah paid": [sums["rupiah"], rupiah],
    "payments by this file": [
      await countOf(client, "from app.cover_events where type = 'paid' and evidence_id = $1", [batch.id]),
      paid.length,
    ],
    "payments of the one held back": [
      await countOf(client, `${paidFor} and v.person_id = $1`, [held, month]),
      0,
    ],
    "workers whose cover follows": [await countOf(client, covered, [paid, month]), paid.length],
    "worker-months paid twice": [await paidTwice(client), 0],
    ...(await auditedOnce(client, batch.id, [
      "import.upload",
      "import.check",
      "import.apply",
      "import.approve",
      "import.applied",
      "contribution.receipt",
    ])),
    ...(await published(client, today)),
    ...(await nothingLeft(client)),
  });
}

/** In the whole city.
 * @param {import("pg").Client} client */
function paidTwice(client) {
  return countOf(
    client,
    `from (select person_id, month from app.standing_events where type = 'paid' group by 1, 2 having count(*) > 1) twice`,
  );
}

/** @param {import("pg").Client} client @param {string} today @returns {Promise<import("./facts.mjs").Facts>} */
async function published(client, today) {
  const stale = "from app.cover_states where as_of <> $1::date";
  return { "clocks of another day": [await countOf(client, stale, [today]), 0] };
}
