// `npm run types`: TypeScript over every package. The pages first receive their route types from React Router.
import { runTypes } from "./check/steps.mjs";

const { isGood, output } = await runTypes();
process.stdout.write(output);
process.exit(isGood ? 0 : 1);
