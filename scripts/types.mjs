// `npm run types`: TypeScript over every package, after the pages have received their route types.
import { routeTypes, runTypes } from "./check/steps.mjs";

const generated = await routeTypes.run();
const { isGood, output } = generated.isGood ? await runTypes() : generated;
process.stdout.write(output);
process.exit(isGood ? 0 : 1);
