import { createHash, randomBytes } from "node:crypto";
import { act, change, type Operation, read } from "#use-case";
import { findAddress, insertAddress, revokeAddresses } from "./calendar.store.ts";

export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Since when the reader's desk has a calendar address; the address itself was shown once. */
export const getCalendarAddress = read(
  { purpose: "calendar-address", permission: "calendar.own" },
  async ({ tx, actor }): Promise<{ readonly madeAt: Date | null }> => ({
    madeAt: (await findAddress(tx, actor)) ?? null,
  }),
);

export type MadeAddress =
  | { readonly outcome: "made"; readonly token: string }
  | { readonly outcome: "already" };

/**
 * A new address, in place of the one before. The token is in this answer only, and is kept nowhere: the same operation once more
 * cannot tell it again.
 */
export const makeCalendarAddress = act(
  { name: "calendar.make", permission: "calendar.own" },
  async (call, { operationId: id }: Operation): Promise<MadeAddress> => {
    const token = randomBytes(24).toString("base64url");
    const own = call.app.newId();
    const addressId = await call.once({ id, request: {} }, async (step) => {
      const { tx, actor, now: at } = step;
      await revokeAddresses(tx, actor, at);
      await insertAddress(tx, actor, { id: own, hash: hashOf(token), at });
      await step.audit({ objectType: "calendar", objectId: own });
      return own;
    });
    return addressId === own ? { outcome: "made", token } : { outcome: "already" };
  },
);

/** From now on the address answers nothing. */
export const revokeCalendarAddress = change<Operation, { readonly outcome: "revoked" | "unchanged" }>(
  { name: "calendar.revoke", permission: "calendar.own" },
  async (step) => {
    const { tx, actor, now: at } = step;
    if ((await findAddress(tx, actor)) === undefined) return step.unchanged({ outcome: "unchanged" });
    await revokeAddresses(tx, actor, at);
    await step.audit({ objectType: "calendar", objectId: actor.userId });
    return { outcome: "revoked" };
  },
);
