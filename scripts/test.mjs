// `npm test`: from an empty clone to a verdict. Checks, then tests against real PostgreSQL, in-process pages, and
// journeys in a browser against a served city, once on the embedded database and once on a given DATABASE_URL.
import { continueOnNode24 } from "./check/node24.mjs";
import { finish, runSteps } from "./check/run-steps.mjs";
import { checks, runTests } from "./check/steps.mjs";
import { prepare } from "./launch/prepare.mjs";

await continueOnNode24(prepare);
const checked = await runSteps(checks, 2);
const database = { label: "Uji basis data · database tests", run: () => runTests("db") };
const journeys = { label: "Uji di peramban · journeys", run: () => runTests("e2e") };
const pages = { label: "Uji halaman · page tests", run: () => runTests("page") };
// Database tests keep both processors busy; journeys wait for the browser and leave room for the page tests.
const tested = [await runSteps([database], 1), await runSteps([journeys, pages], 2)];
const sumOf = (/** @type {"passed" | "failed"} */ key) =>
  [checked, ...tested].reduce((sum, part) => sum + part[key], 0);
finish({ passed: sumOf("passed"), failed: sumOf("failed") });
