import { randomInt } from "node:crypto";
import { type Month, monthOf, shiftMonth } from "@tuwai/domain/time";
import { AppError } from "#app";
import { type ExplainedPrice, explainPrices, readPricing } from "#contributions";
import { type PledgePrices, pledgePrices, type PledgeReader, pledgeReaders } from "#sponsors";
import { act, asCity, change, type Operation } from "#use-case";
import {
  closeInvitation,
  findInvitation,
  insertInvitation,
  listOpenInvitations,
} from "./invitation.store.ts";
import { listParticipation } from "./participation.view.ts";

/** So many have to take part before anybody is told how many: of fewer one could guess who. */
const fewestShown = 5;

export type InvitableOffice = {
  readonly office: string;
  /** Null below `fewestShown`. */
  readonly sponsors: number | null;
  /** The code of its open invitation. */
  readonly code: string | null;
};

/** Every office with its invitation, and how many take part where enough do. */
export const listOfficeInvitations = act(
  { name: "office-invitations", permission: "office_invitation.manage" },
  async (call): Promise<readonly InvitableOffice[]> => {
    const open = new Map(
      (await call.look(({ tx }) => listOpenInvitations(tx))).map(({ office, code }) => [office, code]),
    );
    const all = await asCity(call.app, "office-invitations.count", ({ tx }) => listParticipation(tx));
    return all.map(({ office, sponsors }) => ({
      office,
      sponsors: shownCount(sponsors),
      code: open.get(office) ?? null,
    }));
  },
);

export type InviteOutcome = { readonly outcome: "made" | "already-open" };

/** Opens an address for an office; one that stands already is kept, as it hangs on walls. Throws `not-found` for an unknown office. */
export const inviteOffice = act(
  { name: "office-invitation.make", permission: "office_invitation.manage" },
  async (
    call,
    { operationId: id, office }: Operation & { readonly office: string },
  ): Promise<InviteOutcome> => {
    const known = await asCity(call.app, "office-invitations.count", ({ tx }) => listParticipation(tx));
    if (!known.some((each) => each.office === office)) throw new AppError("not-found", { object: "office" });
    return call.once({ id, request: { office } }, async (step) => {
      const invitation = { id: step.newId(), code: newCode(), office };
      const { regionCode, userId: actorId } = step.actor;
      const isMade = await insertInvitation(step.tx, invitation, { regionCode, actorId, at: step.now });
      if (!isMade) return step.unchanged({ outcome: "already-open" } as const);
      await step.audit({ objectType: "office-invitation", objectId: invitation.id });
      return { outcome: "made" } as const;
    });
  },
);

/** Closes an address; posters that still hang then say so. Throws `not-found`. */
export const closeOfficeInvitation = change(
  { name: "office-invitation.close", permission: "office_invitation.manage" },
  async (
    step,
    { invitationCode }: Operation & { readonly invitationCode: string },
  ): Promise<{ readonly outcome: "closed" }> => {
    const by = { actorId: step.actor.userId, at: step.now };
    if (!(await closeInvitation(step.tx, invitationCode, by))) throw new AppError("not-found");
    await step.audit({ objectType: "office-invitation", objectId: invitationCode });
    return { outcome: "closed" };
  },
);

export type OpenInvitation = {
  readonly office: string;
  readonly isOpen: boolean;
  readonly sponsors: number | null;
  readonly from: Month;
  readonly prices: PledgePrices;
  readonly explained: readonly ExplainedPrice[];
  readonly readers: readonly PledgeReader[];
};

/** What the page of an invitation says to anybody who has its address; null for an address that there never was. */
export const readOfficeInvitation = act(
  { name: "office-invitation-read", permission: "office_invitation.read" },
  async (call, { invitationCode }: { readonly invitationCode: string }): Promise<OpenInvitation | null> =>
    asCity(call.app, "office-invitations.read", async ({ tx, today, actor }) => {
      const invitation = await findInvitation(tx, invitationCode.toUpperCase());
      if (invitation === undefined) return null;
      const from = shiftMonth(monthOf(today), 1);
      const pricing = await readPricing(tx, actor.regionCode);
      const office = (await listParticipation(tx)).find((each) => each.office === invitation.office);
      return {
        office: invitation.office,
        isOpen: invitation.closedAt === null,
        sponsors: shownCount(office?.sponsors ?? 0),
        from,
        prices: pledgePrices(pricing, from),
        explained: explainPrices(pricing, from),
        readers: pledgeReaders(),
      };
    }),
);

function shownCount(sponsors: number): number | null {
  return sponsors >= fewestShown ? sponsors : null;
}

const letters = "23456789CDFHJKMNPQRTVWX";

/** Short enough to be typed from a poster; it opens nothing but a public page. */
function newCode(): string {
  return Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("");
}
