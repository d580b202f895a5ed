// What must be true of a packet whatever was killed meanwhile.
import { auditedOnce, countOf, faultsOf, importOf, nothingLeft, rowsOf } from "./facts.mjs";

/**
 * @typedef {object} ExpectedPacket
 * @property {readonly string[]} persons
 * @property {{ fund: string, compose: string }} operations
 * @property {string} fileName of the branch's answer
 * @property {number} rejectedEvery
 */

/** @param {import("pg").Client} client @param {ExpectedPacket} expected @returns {Promise<string[]>} */
export async function listPacketFaults(client, { persons, operations, fileName, rejectedEvery }) {
  const packets = await rowsOf(
    client,
    `select distinct k.id, k.state from app.packets k join app.packet_lines l on l.packet_id = k.id
     where l.person_id = any($1::uuid[])`,
    [persons],
  );
  const [packet] = packets;
  if (packet === undefined || packets.length > 1) return [`the workers stand in ${packets.length} packets`];
  const answer = await importOf(client, fileName);
  if (answer === undefined) return ["the answer is not one import"];
  const rejected = Math.floor(persons.length / rejectedEvery);
  const size = { lines: persons.length, rejected, accepted: persons.length - rejected };
  return faultsOf({
    "state of the packet": [packet["state"], "answered"],
    "state of the answer": [answer.state, "applied"],
    ...(await linesAndEnrolments(client, packet["id"], persons, size)),
    ...(await money(client, packet["id"])),
    ...(await evidence(client, persons, size)),
    ...(await everywhere(client)),
    ...(await auditedOnce(client, packet["id"], ["packet.compose", "packet.send"])),
    ...(await auditedOnce(client, answer.id, [
      "import.upload",
      "import.check",
      "import.apply",
      "import.applied",
      "enrolment.result",
    ])),
    "payers given": [
      await countOf(client, "from audit.entries where action = 'fund.by-city' and operation_id = $1", [
        operations.fund,
      ]),
      1,
    ],
    ...(await nothingLeft(client)),
  });
}

/** @typedef {{ lines: number, accepted: number, rejected: number }} Size */

/** @param {import("pg").Client} client @param {string} packetId @param {readonly string[]} persons @param {Size} size
 * @returns {Promise<import("./facts.mjs").Facts>} */
async function linesAndEnrolments(client, packetId, persons, { lines, accepted, rejected }) {
  const of = "from app.packet_lines l join app.enrolments e on e.id = l.enrolment_id where l.packet_id = $1";
  const agreeing = (/** @type {string} */ state) =>
    countOf(client, `${of} and l.state = '${state}' and e.state = '${state}' and e.person_id = l.person_id`, [
      packetId,
    ]);
  const [{ distinct } = { distinct: 0 }] = await rowsOf(
    client,
    "select count(distinct kpj_index)::int as distinct from app.enrolments where person_id = any($1::uuid[])",
    [persons],
  );
  return {
    "lines of the packet": [
      await countOf(client, "from app.packet_lines where packet_id = $1", [packetId]),
      lines,
    ],
    "enrolments of its workers": [
      await countOf(client, "from app.enrolments where person_id = any($1::uuid[])", [persons]),
      lines,
    ],
    "lines and enrolments accepted": [await agreeing("accepted"), accepted],
    "lines and enrolments rejected": [await agreeing("rejected"), rejected],
    "member numbers": [distinct, accepted],
  };
}

/** The sum the trail tells of, the sum of the lines and the sum of what is owed are one sum.
 * @param {import("pg").Client} client @param {string} packetId @returns {Promise<import("./facts.mjs").Facts>} */
async function money(client, packetId) {
  const [sums = {}] = await rowsOf(
    client,
    `select (select sum(amount_rupiah)::int from app.packet_lines where packet_id = $1) as lines,
       (select sum(amount_rupiah)::int from app.packet_lines where packet_id = $1 and state = 'accepted') as accepted,
       (select sum(amount_rupiah)::int from app.obligations where packet_id = $1) as owed,
       (select sum(amount_rupiah)::int from app.obligations where packet_id = $1 and reversed_at is null) as standing,
       (select sum((details->>'totalRupiah')::int)::int from audit.entries where object_id = $1::text and action = 'packet.send') as told`,
    [packetId],
  );
  return {
    "rupiah owed": [sums["owed"], sums["lines"]],
    "rupiah owed for the accepted": [sums["standing"], sums["accepted"]],
    "rupiah in the trail": [sums["told"], sums["lines"]],
  };
}

/** @param {import("pg").Client} client @param {readonly string[]} persons @param {Size} size
 * @returns {Promise<import("./facts.mjs").Facts>} */
async function evidence(client, persons, { lines, accepted, rejected }) {
  const events = (/** @type {string} */ type) =>
    countOf(client, "from app.cover_events where person_id = any($1::uuid[]) and type = $2", [persons, type]);
  const told = `from app.notifications n join app.persons p on p.code = n.payload->>'personCode'
    where n.kind = 'enrolment-rejected' and p.id = any($1::uuid[])`;
  return {
    "registrations in the evidence": [await events("registered"), lines],
    "acceptances in the evidence": [await events("accepted"), accepted],
    "rejections in the evidence": [await events("rejected"), rejected],
    "villages told of a rejection": [await countOf(client, told, [persons]), rejected],
    "workers with a clock": [
      await countOf(client, "from app.cover_states where person_id = any($1::uuid[])", [persons]),
      lines,
    ],
  };
}

/** Of the whole city, whichever round wrote it.
 * @param {import("pg").Client} client @returns {Promise<import("./facts.mjs").Facts>} */
async function everywhere(client) {
  const standing = `from (select l.person_id from app.packet_lines l join app.packets k on k.id = l.packet_id
    where k.state <> 'withdrawn' and l.state <> 'rejected' group by 1 having count(*) > 1) twice`;
  const outside = `from app.enrolments e where e.state in ('in-packet', 'sent', 'accepted') and 1 <> (
    select count(*) from app.packet_lines l join app.packets k on k.id = l.packet_id
    where l.enrolment_id = e.id and k.state <> 'withdrawn')`;
  return {
    "workers in two packets": [await countOf(client, standing), 0],
    "enrolments without their one line": [await countOf(client, outside), 0],
  };
}
