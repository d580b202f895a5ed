// kill -9 at random moments while receipts of BPJS are read, approved and applied: every month of every worker must be paid
// once, the money must be the money of the file, and the cover of each worker must follow from it.
import { randomUUID } from "node:crypto";
import { isDrained, stateOf } from "./import-oracle.mjs";
import { carryImportOn } from "./office-client.mjs";
import { acceptedWorkers, fileNameOf, todayOf } from "./office-work.mjs";
import { listReceiptFaults } from "./receipt-oracle.mjs";
import { readFireArguments, runUnderFire } from "./under-fire.mjs";

const perFile = 9;
const values = readFireArguments();

await runUnderFire({ name: "kill-receipts", ...values }, async (field) => {
  const today = await todayOf(field);
  const workers = await acceptedWorkers(field, perFile * (Number(values.times) + 1));
  return {
    prepare: async (round) => {
      const own = workers.slice(round * perFile, (round + 1) * perFile);
      if (own.length < perFile) throw new Error("no worker is left whose month is unpaid");
      const receipts = receiptsFor(own, round, today);
      const name = fileNameOf("penerimaan", round);
      const file = { kind: "bpjs-receipts", name, text: receipts.text, operationId: randomUUID() };
      return {
        carryOn: () =>
          carryImportOn(field.origin(), {
            sender: "bpj",
            second: "fin",
            file,
            isOver: () => field.onDatabase(isDrained),
          }),
        where: (client) => stateOf(client, name),
        listFaults: (client) => listReceiptFaults(client, { ...receipts, fileName: name, today }),
      };
    },
  };
});

/** @typedef {import("./office-work.mjs").Worker} Worker */

/** All are paid but the last one, whose receipt is too small; the first stands twice.
 * @param {readonly Worker[]} workers @param {number} round @param {string} today */
function receiptsFor(workers, round, today) {
  const rowOf = (/** @type {Worker} */ { number, month }, /** @type {number} */ rupiah) =>
    [number, month, rupiah, today, `BRI-${round}`].join(";");
  const last = /** @type {Worker} */ (workers.at(-1));
  const paid = workers.slice(0, -1);
  const first = /** @type {Worker} */ (paid[0]);
  const rows = [
    ...paid.map((worker) => rowOf(worker, worker.rupiah)),
    rowOf(last, last.rupiah - 100),
    rowOf(first, first.rupiah),
  ];
  return {
    text: ["No KPJ;Bulan Iuran;Jumlah;Tanggal Bayar;Kode Iuran", ...rows, ""].join("\n"),
    paid: paid.map(({ personId }) => personId),
    held: last.personId,
    month: last.month,
    rupiah: paid.reduce((sum, worker) => sum + worker.rupiah, 0),
  };
}
