import { type Month, monthOf, shiftMonth } from "@tuwai/domain/time";
import { type ExplainedPrice, explainPrices, readPricing } from "#contributions";
import { type PledgePrices, pledgePrices, type PledgeReader, pledgeReaders } from "#sponsors";
import { act, asCity } from "#use-case";
import { findInvitation } from "./invitation.store.ts";
import { shownCount } from "./participation.ts";
import { listParticipation } from "./participation.view.ts";

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
