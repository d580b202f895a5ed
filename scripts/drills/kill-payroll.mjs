// kill -9 at random moments while an office's payroll result is read, kept and written into the books: what was acknowledged is stored,
// nothing is doubled, and the chain of the books stays whole.
import { createHash, randomUUID } from "node:crypto";
import { isDrained } from "./import-oracle.mjs";
import { press, signIn } from "./office-client.mjs";
import { listResultFaults, resultBefore } from "./payroll-oracle.mjs";
import { readFireArguments, runUnderFire, waitFor } from "./under-fire.mjs";

/** @typedef {import("./under-fire.mjs").Field} Field */

await runUnderFire({ name: "kill-payroll", ...readFireArguments() }, async (field) => {
  const batch = await lockedBatch(field);
  return {
    prepare: async (round) => {
      await takeBack(field, batch.code);
      const sent = fileOf(batch, round);
      let acknowledged = 0;
      return {
        carryOn: async () => {
          await send(field, sent);
          acknowledged += 1;
          await waitFor("the books did not follow", () => field.onDatabase(isDrained));
        },
        where: (client) => resultBefore(client, batch.code),
        listFaults: (client) => listResultFaults(client, sent, acknowledged),
      };
    },
  };
});

/** The list of the office whose treasurer the demo knows: drawn up, approved, and given out as CSV. One that is locked already serves.
 * @param {Field} field */
async function lockedBatch(field) {
  const [manager, finance] = [await signIn(field.origin(), "mgr"), await signIn(field.origin(), "fin")];
  const office = await field.onDatabase(async (client) => {
    const { rows } = await client.query(
      `select a.scope from auth.appointments a join auth."user" u on u."id" = a.user_id where u."email" = 'bnd@demo.tuwai.id'`,
    );
    return String(rows[0]?.scope);
  });
  const { html } = await manager.get("/iuran/potongan");
  const month = /name="bulan" value="(\d{4}-\d\d)"/.exec(html)?.[1] ?? "";
  const form = new URLSearchParams({ operasi: randomUUID(), opd: office, bulan: month });
  await manager.post("/iuran/potongan", form);
  const code = await field.onDatabase(async (client) => {
    const { rows } = await client.query(
      "select code from app.payroll_batches where opd = $1 and state <> 'cancelled' order by prepared_at desc limit 1",
      [office],
    );
    return rows[0] === undefined ? null : String(rows[0].code);
  });
  if (code === null) throw new Error(`nothing is to be deducted at ${office}`);
  const path = `/iuran/potongan/${code}`;
  if ((await manager.get(path)).html.includes('value="kirim"')) await press(manager, path, "kirim");
  const page = (await finance.get(path)).html;
  if (page.includes('value="setujui"')) {
    const hidden = (/** @type {string} */ name) =>
      new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? "";
    const decision = new URLSearchParams({
      operasi: hidden("operasi"),
      versi: hidden("versi"),
      sidik: hidden("sidik"),
      aksi: "setujui",
    });
    await finance.post(path, decision);
  }
  const treasurer = await signIn(field.origin(), "bnd");
  const asked = new URLSearchParams({ isi: "all", bentuk: "csv" });
  const { html: csv, status } = await treasurer.post(`${path}/berkas`, asked);
  if (status !== 200) throw new Error(`the file of ${code} was answered with ${status}`);
  return { code, path, csv };
}

/** Everybody deducted but the first; a note of the round makes each file another.
 * @param {{ code: string, path: string, csv: string }} batch @param {number} round */
function fileOf({ code, path, csv }, round) {
  const [head = "", ...rows] = csv.replace("\uFEFF", "").trimEnd().split("\r\n");
  const heads = head.split(";");
  const at = (/** @type {string} */ name) => heads.indexOf(name);
  let rupiah = 0;
  const filled = rows.map((row, index) => {
    const cells = row.split(";");
    const amount = Number(cells[at("Potongan")]);
    const isTaken = index > 0 || rows.length === 1;
    cells[at("Terpotong")] = isTaken ? String(amount) : "0";
    cells[at("Alasan Tidak Terpotong")] = isTaken ? "" : `saldo kurang ${round}`;
    rupiah += isTaken ? amount : 0;
    return cells.join(";");
  });
  const text = [head, ...filled, ...Array.from({ length: round }, () => "")].join("\r\n");
  return {
    batch: code,
    path,
    text,
    operationId: randomUUID(),
    hash: createHash("sha256").update(text).digest("hex"),
    mandates: rows.length,
    deducted: rows.length === 1 ? 1 : rows.length - 1,
    rupiah,
  };
}

/** Uploads the result as its treasurer; throws unless it was said to be kept.
 * @param {Field} field @param {ReturnType<typeof fileOf>} sent */
async function send(field, { path, text, operationId, deducted, rupiah }) {
  const treasurer = await signIn(field.origin(), "bnd");
  const { html } = await treasurer.get(`${path}/hasil`);
  const form = new FormData();
  form.set("operasi", operationId);
  form.set("versi", /name="versi" value="(\d+)"/.exec(html)?.[1] ?? "");
  form.set("pegawai", String(deducted));
  form.set("jumlah", String(rupiah));
  form.set("berkas", new Blob([text]), "hasil.csv");
  const { status } = await treasurer.post(`${path}/hasil`, form);
  if (status !== 302 && status !== 303) throw new Error(`the result was answered with ${status}`);
}

/** The result of the round before is taken back, and out of the books.
 * @param {Field} field @param {string} code */
async function takeBack(field, code) {
  const treasurer = await signIn(field.origin(), "bnd");
  const path = `/iuran/potongan/${code}`;
  if ((await treasurer.get(path)).html.includes('value="urungkan-hasil"'))
    await press(treasurer, path, "urungkan-hasil");
  await waitFor("the books did not follow", () => field.onDatabase(isDrained));
}
