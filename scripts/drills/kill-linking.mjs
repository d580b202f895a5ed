// kill -9 at random moments while people of a saved list are linked with registries and compared with everybody else.
import { randomUUID } from "node:crypto";
import { isDrained, stateOf } from "./import-oracle.mjs";
import { faultsByRepeating, listLinkingFaults } from "./linking-oracle.mjs";
import { carryImportOn } from "./office-client.mjs";
import { fileNameOf } from "./office-work.mjs";
import { readRegistry, registryList } from "./registry-list.mjs";
import { listVillages, readFireArguments, runUnderFire, waitFor } from "./under-fire.mjs";

await runUnderFire({ name: "kill-linking", ...readFireArguments() }, async (field) => {
  const { onDatabase, dataDir } = field;
  const villages = await listVillages(field.origin());
  const registry = readRegistry(dataDir);
  return {
    prepare: async (round) => {
      const text = registryList(registry, round);
      const fileName = fileNameOf("daftar", round);
      const village = String(villages[round % villages.length]);
      const file = { kind: "village-list", name: fileName, text, operationId: randomUUID() };
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
        where: (client) => whereOf(client, fileName),
        listFaults: (client) => listLinkingFaults(client, fileName),
        lastly: () =>
          faultsByRepeating({
            onDatabase,
            fileName,
            settle: () => waitFor("linking once more did not end", () => onDatabase(isDrained)),
          }),
      };
    },
    // From the moment the rows are saved to the last message.
    blowAt: (_, random, { millis, marks }) => {
      const saved = Number(marks["saved"]);
      return saved + random() * (millis - saved);
    },
  };
});

/** @param {import("pg").Client} client @param {string} fileName */
async function whereOf(client, fileName) {
  const { rows } = await client.query(
    "select string_agg(topic, ', ' order by topic) as topics from app.work where leased_until is not null and done_at is null",
  );
  return `${await stateOf(client, fileName)}, in hand: ${rows[0].topics ?? "nothing"}`;
}
