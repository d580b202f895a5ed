import { randomInt } from "node:crypto";
import { AppError } from "#app";
import { act, change, type Operation } from "#use-case";
import { closeInvitation, insertInvitation, listOpenInvitations } from "./invitation.store.ts";
import { countParticipation, shownCount } from "./participation.ts";

export type InvitableOffice = {
  readonly office: string;
  /** Null where too few take part. */
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
    const all = await countParticipation(call.app);
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
    const known = await countParticipation(call.app);
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

const letters = "23456789CDFHJKMNPQRTVWX";

/** Short enough to be typed from a poster; it opens nothing but a public page. */
function newCode(): string {
  return Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("");
}
