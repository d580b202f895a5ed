// `npm run check`: what can be known without a database or a browser. About a minute on two processors.
import { continueOnNode24 } from "./check/node24.mjs";
import { finish, runSteps } from "./check/run-steps.mjs";
import { checks, routeTypes } from "./check/steps.mjs";
import { prepareTools } from "./launch/prepare.mjs";

await continueOnNode24(prepareTools);
const generated = await runSteps([routeTypes], 1);
finish(generated, await runSteps(checks, 2));
