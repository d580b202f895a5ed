import { AppError } from "#app";
import { requireCode } from "#people";
import { change, type Operation, type Step } from "#use-case";
import { endCard, findCard, insertCard } from "./card.store.ts";
import { newCardCode } from "./card-code.ts";
import { type CardHolder, findCardHolder } from "./card-holder.view.ts";

type OfWorker = Operation & { readonly personCode: string };

export type CardOutcome = { readonly outcome: "made" | "already-made" };

/** Gives a worker a card; the one he has stays. Throws `not-found`. */
export const makeCard = change(
  { name: "worker-card.make", permission: "worker.card" },
  async (step, { personCode }: OfWorker): Promise<CardOutcome> => {
    const holder = await requireHolder(step, personCode);
    if ((await findCard(step.tx, holder.id)) !== undefined)
      return step.unchanged({ outcome: "already-made" });
    return write(step, holder);
  },
);

/** Ends the card, as it was lost or seen by somebody else, and gives another with a code of its own. Throws `not-found`. */
export const replaceCard = change(
  { name: "worker-card.replace", permission: "worker.card" },
  async (step, { personCode }: OfWorker): Promise<CardOutcome> => {
    const holder = await requireHolder(step, personCode);
    await endCard(step.tx, holder.id, { id: step.actor.userId, at: step.now });
    return write(step, holder);
  },
);

export async function requireHolder({ tx, area }: Step, personCode: string): Promise<CardHolder> {
  const holder = await findCardHolder(tx, area, requireCode(personCode));
  if (holder === undefined) throw new AppError("not-found");
  return holder;
}

async function write(step: Step, holder: CardHolder): Promise<CardOutcome> {
  const { actor, now: at } = step;
  const { id: personId, villageCode, kecamatanCode } = holder;
  const id = step.newId();
  const isMade = await insertCard(step.tx, {
    id,
    code: newCardCode(),
    regionCode: actor.regionCode,
    villageCode,
    kecamatanCode,
    personId,
    by: actor.userId,
    at,
  });
  if (!isMade) return step.unchanged({ outcome: "already-made" });
  await step.audit({ objectType: "person", objectId: personId });
  return { outcome: "made" };
}
