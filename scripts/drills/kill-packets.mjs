// kill -9 at random moments of a packet's life: workers get a payer, go into a packet, the packet is sent, BPJS answers.
// After each the offices carry on, and every worker must stand in the books once.
import { randomUUID } from "node:crypto";
import { isDrained, stateOf } from "./import-oracle.mjs";
import { carryImportOn } from "./office-client.mjs";
import {
  compose,
  endorseWorkers,
  fileNameOf,
  fund,
  linesOf,
  nextWaiting,
  resultFile,
  send,
  todayOf,
} from "./office-work.mjs";
import { listPacketFaults } from "./packet-oracle.mjs";
import { readFireArguments, runUnderFire } from "./under-fire.mjs";

const perPacket = 8;
const rejectedEvery = 4;

const values = readFireArguments();

await runUnderFire({ name: "kill-packets", ...values }, async (field) => {
  await endorseWorkers(field, perPacket * (Number(values.times) + 1));
  return {
    prepare: async (round) => {
      const persons = await nextWaiting(field, perPacket);
      if (persons.length < perPacket) throw new Error("nobody waits for a payer any more");
      const operations = { fund: randomUUID(), compose: randomUUID(), result: randomUUID() };
      const name = fileNameOf("hasil", round);
      const how = { firstNumber: 1 + round * perPacket, rejectedEvery };
      /** @type {string | undefined} */
      let text;
      return {
        carryOn: async () => {
          await fund(field, persons, operations.fund);
          const code = await compose(field, operations.compose);
          await send(field, code, perPacket);
          text ??= resultFile(await linesOf(field, code), await todayOf(field), how);
          await carryImportOn(field.origin(), {
            sender: "bpj",
            second: "mgr",
            file: { kind: "enrolment-result", name, text, operationId: operations.result },
            isOver: () => field.onDatabase(isDrained),
          });
        },
        where: (client) => whereOf(client, persons, name),
        listFaults: (client) =>
          listPacketFaults(client, { persons, operations, fileName: name, rejectedEvery }),
      };
    },
  };
});

/** @param {import("pg").Client} client @param {readonly string[]} persons @param {string} fileName */
async function whereOf(client, persons, fileName) {
  const { rows } = await client.query(
    "select state from app.enrolments where person_id = any($1::uuid[]) group by state",
    [persons],
  );
  const states = rows.map(({ state }) => state).join(", ") || "no payer yet";
  return `workers ${states}, answer ${await stateOf(client, fileName)}`;
}
