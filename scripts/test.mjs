// `npm test`: from an empty clone to a verdict. Checks, then tests against real PostgreSQL, in-process pages, and
// journeys in a browser against a served city, once on the embedded database and once on a given DATABASE_URL.
import { continueOnNode24 } from "./check/node24.mjs";
import { finish, runSteps } from "./check/run-steps.mjs";
import { checks, routeTypes, runTests } from "./check/steps.mjs";
import { prepare } from "./launch/prepare.mjs";

await continueOnNode24(prepare);
const generated = await runSteps([routeTypes], 1);
const checked = await runSteps(checks, 2);
// Journeys wait for their city and their browser half of the time, in which the others run. Those share one database server,
// and find a file to run until the last one: a project's own last file would leave a processor idle.
const tested = await runSteps(
  [
    { label: "Uji di peramban · journeys", run: () => runTests("e2e") },
    {
      label: "Uji pemadanan, basis data, perintah, halaman · linkage, database, command and page tests",
      run: () => runTests("linkage", "db", "db-commands", "page"),
    },
  ],
  2,
);
finish(generated, checked, tested);
