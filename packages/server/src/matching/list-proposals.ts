import { showPerson, shownFields, type ShownPerson } from "#people";
import { type PageOf, pageOf, read } from "#use-case";
import { countProposals, listProposalRows } from "./proposal.view.ts";

export type ShownProposal = {
  readonly id: string;
  readonly version: number;
  readonly pledgeCode: string;
  readonly opd: string;
  readonly sponsorName: string | null;
  readonly person: ShownPerson;
  readonly reasons: readonly { readonly code: string }[];
  readonly proposedAt: Date;
};

/** Proposals nobody has decided yet, oldest first. */
export const listProposals = read(
  { purpose: "sponsor-proposals", permission: "pledge.match" },
  async (
    { tx, area, actor, seen },
    { page }: { readonly page?: number } | undefined = {},
  ): Promise<PageOf<ShownProposal>> => {
    const found = await pageOf(
      { page, size: 100 },
      () => countProposals(tx, area),
      (part) => listProposalRows(tx, area, part),
    );
    await seen({
      personIds: found.rows.map(({ personId }) => personId),
      fields: shownFields(actor.role),
    });
    const rows = found.rows.map((row) => {
      const { id, version, pledgeCode, opd, sponsorName, reasons, proposedAt } = row;
      return {
        id,
        version,
        pledgeCode,
        opd,
        sponsorName,
        person: showPerson(actor.role, row),
        reasons,
        proposedAt,
      };
    });
    return { ...found, rows };
  },
);
