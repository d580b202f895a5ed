import { read } from "#use-case";
import { findPledgeByCode, type Pledge } from "./pledge.store.ts";

/** The pledge of a code such as "IK-7T4M2Q"; null when it does not exist or is not the actor's to see. */
export const findPledge = read(
  { purpose: "pledge-read", permission: "pledge.read" },
  async (
    { tx, area },
    { pledgeCode }: { readonly pledgeCode: string },
  ): Promise<Pick<Pledge, "id" | "code" | "version"> | null> => {
    const pledge = await findPledgeByCode(tx, area, pledgeCode);
    return pledge === undefined ? null : { id: pledge.id, code: pledge.code, version: pledge.version };
  },
);
