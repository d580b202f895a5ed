// `npm test`: from an empty clone to a verdict. Checks, then tests against real PostgreSQL, in-process pages, and
// journeys in a browser against a served city, once on the embedded database and once on a given DATABASE_URL.
import { continueOnNode24 } from "./check/node24.mjs";
import { finish, runSteps } from "./check/run-steps.mjs";
import { checks, runTests } from "./check/steps.mjs";
import { prepare } from "./launch/prepare.mjs";

await continueOnNode24(prepare);
const checked = await runSteps(checks, 2);
// One after the other: each of these keeps both processors busy, and journeys are watched as a person would watch them.
const tested = await runSteps(
  [
    { label: "Uji basis data · database tests", run: () => runTests("db") },
    { label: "Uji perintah · command tests", run: () => runTests("db-commands") },
    { label: "Uji halaman · page tests", run: () => runTests("page") },
    { label: "Uji di peramban · journeys", run: () => runTests("e2e") },
  ],
  1,
);
finish({ passed: checked.passed + tested.passed, failed: checked.failed + tested.failed });
