import type { CheckContext } from "@tuwai/domain/intake";
import { meaningReader } from "#meanings";
import { villageReader } from "#regions";
import type { Step } from "#use-case";
import type { ImportFacts } from "./import-batch.ts";

/** By what the rows of a batch are read: the same when the file comes in and when a row of it is mended. */
export async function contextOf(
  { app, tx, today }: Step,
  { villageCode }: ImportFacts,
): Promise<CheckContext> {
  return {
    today,
    region: app.config.regionCode,
    identityNumbers: app.config.demo ? "synthetic" : "real",
    readVillage: await villageReader(tx),
    readMeaning: await meaningReader(tx),
    ...(villageCode === null ? {} : { allowedVillages: [villageCode] }),
  };
}
