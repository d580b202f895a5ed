// kill -9 of the application and of the database in turn, at random moments of an import of 450 rows; after each the city
// is started again, the import goes on to its end, and everything must be there once.
import { randomUUID } from "node:crypto";
import { countPersons, isDrained, listFaults, stateOf } from "./import-oracle.mjs";
import { listPlainText } from "./plain-text.mjs";
import { carryImportOn } from "./office-client.mjs";
import { listVillages, readFireArguments, runUnderFire } from "./under-fire.mjs";
import { villageList } from "./village-list.mjs";

await runUnderFire({ name: "kill-import", ...readFireArguments() }, async (field) => {
  const { dataDir, onDatabase } = field;
  const villages = await listVillages(field.origin());
  return {
    prepare: async (round) => {
      const list = villageList(round);
      const fileName = `daftar-${round}.csv`;
      const personsBefore = await onDatabase(countPersons);
      const village = String(villages[round % villages.length]);
      const file = { kind: "village-list", name: fileName, text: list.text, operationId: randomUUID() };
      /** @type {Record<string, number>} */
      const marks = {};
      return {
        marks,
        carryOn: () =>
          carryImportOn(field.origin(), {
            sender: `opr-${village}`,
            second: `kds-${village}`,
            file,
            isOver: async () => {
              marks["saved"] ??= performance.now();
              return onDatabase(isDrained);
            },
          }),
        where: (client) => stateOf(client, fileName),
        listFaults: (client) => listFaults(client, { ...list, fileName, personsBefore }, dataDir),
        lastly: async () => listPlainText(dataDir, list.text),
      };
    },
    // Half of the blows fall before the rows are saved, the others anywhere up to the last message.
    blowAt: (round, random, { millis, marks }) =>
      random() * (round % 4 < 2 ? Number(marks["saved"]) : millis),
  };
});
