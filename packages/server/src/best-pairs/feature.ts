import type { Feature } from "#app";
import { handles, workHandlers } from "#work";
import { chooseBestPairs, giveUpBestPairs } from "./run-best-pairs.ts";

export const bestPairsFeature: Feature = {
  name: "best-pairs",
  owns: { "app.pair_runs": "pledge.match" },
  gives: [
    workHandlers(handles("matching.choose-pairs", { work: chooseBestPairs, givenUp: giveUpBestPairs })),
  ],
};
