// What the offices do between a village's list and the money, each step over HTTP and safe to repeat after a kill.
import { randomUUID } from "node:crypto";
import { isDrained } from "./import-oracle.mjs";
import { carryImportOn, press, signIn } from "./office-client.mjs";
import { listVillages, waitFor } from "./under-fire.mjs";
import { villageList } from "./village-list.mjs";

/** @typedef {import("./under-fire.mjs").Field} Field */

/** Far from the lists of the rounds, so that nobody stands on two. */
const listNumber = 700;

/** At least so many workers wait for somebody who pays: when they do not yet, a village lists some hundred and its head endorses them.
 * @param {Field} field @param {number} count */
export async function endorseWorkers(field, count) {
  if ((await nextWaiting(field, count)).length === count) return;
  const village = String((await listVillages(field.origin()))[0]);
  const [sender, second] = [`opr-${village}`, `kds-${village}`];
  const { text } = villageList(listNumber);
  const file = { kind: "village-list", name: "pekerja.csv", text, operationId: randomUUID() };
  await carryImportOn(field.origin(), { sender, second, file, isOver: () => field.onDatabase(isDrained) });
  const operator = await signIn(field.origin(), sender);
  let location = "";
  await waitFor("no list was proposed", async () => {
    const proposal = new URLSearchParams({ operasi: randomUUID(), setuju: "ya" });
    ({ location } = await operator.post("/penetapan", proposal));
    return location.startsWith("/penetapan/");
  });
  const head = await signIn(field.origin(), second);
  await press(head, location, "sahkan");
  await waitFor("the list was not endorsed", () => field.onDatabase(isDrained));
}

/** The next workers without a payer, as the page of the manager shows them; nobody whom BPJS rejected before, who is of another round.
 * @param {Field} field @param {number} count @returns {Promise<string[]>} */
export async function nextWaiting(field, count) {
  const manager = await signIn(field.origin(), "mgr");
  /** @type {Set<string>} */
  const seen = new Set();
  /** @type {Set<string>} */
  const found = new Set();
  for (let page = 1; found.size < count; page += 1) {
    const { html } = await manager.get(`/sponsor?hal=${page}`);
    const shown = [...html.matchAll(/name="tampil" value="([0-9a-f-]{36})"/g)].map(([, id]) => String(id));
    if (shown.every((id) => seen.has(id))) break;
    for (const id of shown) seen.add(id);
    for (const id of await neverEnrolled(field, shown)) found.add(id);
  }
  return [...found].slice(0, count);
}

/** @param {Field} field @param {readonly string[]} persons @returns {Promise<string[]>} */
function neverEnrolled(field, persons) {
  return field.onDatabase(async (client) => {
    const { rows } = await client.query(
      `select p.id from app.persons p where p.id = any($1::uuid[])
         and not exists (select from app.enrolments e where e.person_id = p.id)`,
      [persons],
    );
    return rows.map(({ id }) => id);
  });
}

/** The city pays for these workers. At most a page of them at a time, as the form has it.
 * @param {Field} field @param {readonly string[]} persons @param {string} operationId */
export async function fund(field, persons, operationId) {
  const manager = await signIn(field.origin(), "mgr");
  const form = new URLSearchParams({ operasi: operationId, sumber: "apbd" });
  for (const person of persons) form.append("orang", person);
  const { status } = await manager.post("/sponsor", form);
  if (status !== 303 && status !== 302) throw new Error(`paying for workers was answered with ${status}`);
}

/** All that are ready go into a draft; the same operation again answers with the same packet.
 * @param {Field} field @param {string} operationId @returns {Promise<string>} its code */
export async function compose(field, operationId) {
  const manager = await signIn(field.origin(), "mgr");
  const { html } = await manager.get("/kepesertaan/pendaftaran/baru");
  const bulan = String(/<option value="(\d{4}-\d\d)"/.exec(html)?.[1]);
  const form = new URLSearchParams({ operasi: operationId, bulan });
  const answer = await manager.post("/kepesertaan/pendaftaran/baru", form);
  const code = /kepesertaan\/pendaftaran\/(PKT-[0-9-]+)/.exec(answer.html)?.[1];
  if (code === undefined) throw new Error(`composing was answered with ${answer.status}`);
  return code;
}

/** Sends the draft, unless it has gone already: the button is then no longer on its page.
 * @param {Field} field @param {string} code @param {number} lines */
export async function send(field, code, lines) {
  const manager = await signIn(field.origin(), "mgr");
  const path = `/kepesertaan/pendaftaran/${code}`;
  const { html } = await manager.get(path);
  if (!html.includes('value="kirim"')) return;
  const hidden = (/** @type {string} */ name) =>
    new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? "";
  const form = new URLSearchParams({
    aksi: "kirim",
    ketik: String(lines),
    operasi: hidden("operasi"),
    versi: hidden("versi"),
  });
  const { status } = await manager.post(path, form);
  if (status !== 303 && status !== 302) throw new Error(`sending was answered with ${status}`);
}

/** The lines of a packet as the branch is to answer them.
 * @param {Field} field @param {string} code */
export function linesOf(field, code) {
  return field.onDatabase(async (client) => {
    const { rows } = await client.query(
      `select l.enrolment_id as "enrolmentId", l.person_id as "personId", p.code as "personCode",
         l.amount_rupiah::int as rupiah, to_char(k.month, 'YYYY-MM') as month
       from app.packet_lines l join app.packets k on k.id = l.packet_id join app.persons p on p.id = l.person_id
       where k.code = $1 order by l.line_no`,
      [code],
    );
    return rows;
  });
}

/** What BPJS answers: every `rejectedEvery`th line is not taken in.
 * @param {readonly { personCode: string }[]} lines @param {string} today
 * @param {{ firstNumber: number, rejectedEvery: number }} how */
export function resultFile(lines, today, { firstNumber, rejectedEvery }) {
  const rows = lines.map(({ personCode }, index) =>
    (index + 1) % rejectedEvery === 0
      ? [personCode, "DITOLAK", "", "NIK belum padan", today].join(";")
      : [personCode, "DITERIMA", memberNumber(firstNumber + index), "", today].join(";"),
  );
  return ["Kode Pekerja;Hasil;No KPJ;Alasan;Tanggal Efektif", ...rows, ""].join("\n");
}

/** @typedef {{ personId: string, personCode: string, rupiah: number, month: string, number: string }} Worker */

/** One large packet that BPJS has accepted, before the first blow.
 * @param {Field} field @param {number} count @returns {Promise<Worker[]>} */
export async function acceptedWorkers(field, count) {
  await endorseWorkers(field, count);
  const persons = await nextWaiting(field, count);
  for (let from = 0; from < persons.length; from += 50)
    await fund(field, persons.slice(from, from + 50), randomUUID());
  const code = await compose(field, randomUUID());
  await send(field, code, persons.length);
  const lines = await linesOf(field, code);
  const text = resultFile(lines, await todayOf(field), { firstNumber: 1, rejectedEvery: Infinity });
  const file = { kind: "enrolment-result", name: fileNameOf("hasil", 0), text, operationId: randomUUID() };
  await carryImportOn(field.origin(), {
    sender: "bpj",
    second: "mgr",
    file,
    isOver: () => field.onDatabase(isDrained),
  });
  return lines.map((line, index) => ({ ...line, number: memberNumber(1 + index) }));
}

/** Of every run others, so that a city may be used again. */
const run = Date.now();

/** @param {number} serial */
export function memberNumber(serial) {
  return `27${String(((run % 900_000) + 1) * 1_000 + serial).padStart(9, "0")}`;
}

/** @param {string} word @param {number} round */
export function fileNameOf(word, round) {
  return `${word}-${run.toString(36)}-${round}.csv`;
}

/** The day by the city's own clock, which a demo may have moved.
 * @param {Field} field @returns {Promise<string>} */
export function todayOf(field) {
  return field.onDatabase(async (client) => {
    const { rows } = await client.query(
      "select to_char(app.now() at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as today",
    );
    return rows[0].today;
  });
}
