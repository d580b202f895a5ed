// kill -9 at random moments while a month is run and written into the books: every worker's month must be owed once, and the books
// must say exactly that.
import { randomUUID } from "node:crypto";
import { isDrained } from "./import-oracle.mjs";
import { listMonthFaults, nextMonthOf, owedBefore } from "./month-oracle.mjs";
import { signIn } from "./office-client.mjs";
import { acceptedWorkers, todayOf } from "./office-work.mjs";
import { readFireArguments, runUnderFire, waitFor } from "./under-fire.mjs";

const workerCount = 150;

await runUnderFire({ name: "kill-months", ...readFireArguments() }, async (field) => {
  await acceptedWorkers(field, workerCount);
  const month = nextMonthOf(await todayOf(field));
  return {
    prepare: async () => {
      // Nothing is owed any more, as if every payer had changed: the run owes all of it anew and takes the old out of the books.
      // What earlier rounds made was made on days before: so much in one day is bounded.
      await field.onDatabase((client) =>
        client.query(
          `update app.obligations set at = at - interval '1 day', reversed_at = coalesce(reversed_at, app.now()),
             reverse_reason = coalesce(reverse_reason, 'payer-changed')
           where month = ($1 || '-01')::date`,
          [month],
        ),
      );
      const operationId = randomUUID();
      /** @type {Record<string, number>} */
      const marks = {};
      return {
        marks,
        carryOn: async () => {
          const manager = await signIn(field.origin(), "mgr");
          const form = new URLSearchParams({ operasi: operationId });
          const { status } = await manager.post(`/iuran/periode/${month}`, form);
          if (status !== 302 && status !== 303) throw new Error(`the run was answered with ${status}`);
          marks["begun"] ??= performance.now();
          await waitFor("the month did not come to its end", () => field.onDatabase(isDrained));
        },
        where: (client) => owedBefore(client, month),
        listFaults: (client) => listMonthFaults(client, { month, operationId }),
      };
    },
    // Every other pair of blows falls while the run is at work, the others anywhere.
    blowAt: (round, random, { millis, marks }) => {
      const begun = round % 4 < 2 ? Number(marks["begun"]) : 0;
      return begun + random() * (millis - begun);
    },
  };
});
