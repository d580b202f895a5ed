// What must be true of a month and of the books whatever was killed meanwhile; nothing the program counts itself is believed.
import { countOf, faultsOf, nothingLeft, rowsOf } from "./facts.mjs";

/** @typedef {import("pg").Client} Client */
/** @typedef {import("./facts.mjs").Facts} Facts */

/** @param {string} today YYYY-MM-DD @returns {string} */
export function nextMonthOf(today) {
  const [year = 0, month = 0] = today.split("-").map(Number);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
}

const standing = "from app.obligations o where to_char(o.month, 'YYYY-MM') = $1 and o.reversed_at is null";

/** What a blow met, in words.
 * @param {Client} client @param {string} month */
export async function owedBefore(client, month) {
  const owed = await countOf(client, standing, [month]);
  const unposted = await countOf(client, `${standing} and o.entry_id is null`, [month]);
  return `${owed} owed, ${unposted} of them not in the books`;
}

/** @param {Client} client @param {{ month: string, operationId: string }} expected @returns {Promise<string[]>} */
export async function listMonthFaults(client, { month, operationId }) {
  return faultsOf({
    ...(await owed(client, month)),
    ...(await run(client, operationId)),
    ...(await books(client, month)),
    ...(await chain(client)),
    ...(await nothingLeft(client)),
  });
}

/** Every accepted worker owes both programmes once, and nobody else owes.
 * @param {Client} client @param {string} month @returns {Promise<Facts>} */
async function owed(client, month) {
  const active = `from app.enrolments e where e.state = 'accepted' and to_char(e.from_month, 'YYYY-MM') <= $1
    and (e.until_month is null or to_char(e.until_month, 'YYYY-MM') > $1)`;
  const workers = await countOf(client, active, [month]);
  const twice = `from (select 1 ${standing} group by o.person_id, o.programme having count(*) > 1) t`;
  const withoutPayer = `${standing} and not exists (select from app.enrolments e where e.id = o.enrolment_id and e.state = 'accepted')`;
  return {
    "workers who owe": [
      await countOf(client, `from (select distinct o.person_id ${standing}) t`, [month]),
      workers,
    ],
    "parts owed": [await countOf(client, standing, [month]), 2 * workers],
    "parts owed twice": [await countOf(client, twice, [month]), 0],
    "parts of nobody's enrolment": [await countOf(client, withoutPayer, [month]), 0],
  };
}

/** @param {Client} client @param {string} operationId @returns {Promise<Facts>} */
async function run(client, operationId) {
  const [told] = await rowsOf(
    client,
    `select r.id, r.added, r.finished_at is not null as is_over from app.month_runs r
       join audit.entries a on a.object_id = r.id::text and a.action = 'month-run.start' where a.operation_id = $1`,
    [operationId],
  );
  const made = `from app.obligations o where o.run_id = $1`;
  return {
    "the run came to its end": [told?.["is_over"], true],
    "what the run says it added": [told?.["added"], await countOf(client, made, [told?.["id"]])],
    "runs that still go on": [await countOf(client, "from app.month_runs where finished_at is null"), 0],
  };
}

/** The books say of each payer what the obligations say; each entry stands for what is owed, each mirror for what is not.
 * @param {Client} client @param {string} month @returns {Promise<Facts>} */
async function books(client, month) {
  const [sums = {}] = await rowsOf(
    client,
    `select (select -coalesce(sum(amount), 0) from app.ledger_entries e cross join unnest(e.accounts, e.amounts) u(account, amount)
       where u.account = '2100:' || $1)::int as posted,
     (select coalesce(sum(o.amount_rupiah), 0) ${standing})::int as owed`,
    [month],
  );
  const unposted = "from app.obligations where entry_id is null and reversed_at is null";
  const mirrored = "exists (select from app.ledger_entries r where r.reverses = o.entry_id)";
  return {
    "rupiah in the books": [sums["posted"], sums["owed"]],
    "owed and not in the books": [await countOf(client, unposted), 0],
    "owed and taken out of the books": [
      await countOf(client, `from app.obligations o where o.reversed_at is null and ${mirrored}`),
      0,
    ],
    "owed no more and still in the books": [
      await countOf(
        client,
        `from app.obligations o where o.reversed_at is not null and o.entry_id is not null and not ${mirrored}`,
      ),
      0,
    ],
  };
}

/** The chain of hashes, recomputed, has no gap, and every balance is the sum of its entries.
 * @param {Client} client @returns {Promise<Facts>} */
export async function chain(client) {
  const other = `from (select account, sum(amount) as amount from app.ledger_entries e
      cross join unnest(e.accounts, e.amounts) u(account, amount) group by 1) s
    full join app.ledger_balances b using (account) where s.amount is distinct from b.amount`;
  const broken = `from (select e.seq, e.previous_hash, lag(e.hash) over w as before, row_number() over w as place,
      e.hash = app.entry_hash(e) as is_whole from app.ledger_entries e window w as (order by e.seq)) c
    where not c.is_whole or c.seq <> c.place or c.seq > 1 and c.previous_hash <> c.before`;
  return {
    "broken links of the chain": [await countOf(client, broken), 0],
    "balances that are not the sum of their entries": [await countOf(client, other), 0],
  };
}
