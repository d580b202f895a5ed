import { change, type Operation } from "#use-case";
import { markTold } from "./alarm.store.ts";
import { type Bucket, listOwing } from "./arrears-list.view.ts";
import type { ArrearsPayer } from "./judge-arrears.ts";
import { choiceOf } from "./list-arrears.ts";

export type TellPayer = Operation & {
  readonly fundSource: ArrearsPayer;
  /** Where the payer is one of a village; absent for one of the whole city. */
  readonly villageCode?: string;
  readonly bucket?: Bucket;
};

export type TellOutcome =
  | { readonly outcome: "told"; readonly workers: number }
  | { readonly outcome: "nothing-open" };

/**
 * Notes that a person has told a payer of those about to lose cover: what stands open of them is told, and only what comes later is
 * raised again. Nothing is sent by this.
 */
export const tellPayer = change(
  { name: "arrears.tell", permission: "arrears.rescue" },
  async (step, input: TellPayer): Promise<TellOutcome> => {
    const { fundSource, villageCode = null, bucket = null } = input;
    const { tx, now: at, actor } = step;
    const personIds = await listOwing(tx, choiceOf(step, input));
    const workers = await markTold(tx, personIds, { userId: actor.userId, at });
    if (workers === 0) return step.unchanged({ outcome: "nothing-open" });
    const details = { fundSource, bucket, workers };
    await step.audit({ objectType: "arrears", objectId: villageCode ?? actor.regionCode, details });
    return { outcome: "told", workers };
  },
);
