import { isManagersToDecide, sponsorAnswersUntil } from "@tuwai/domain/matching";
import type { CivilDate } from "@tuwai/domain/time";
import { showPerson, shownFields, type ShownPerson } from "#people";
import { type PageOf, pageOf, read } from "#use-case";
import { readChoiceRules } from "./matching-settings.ts";
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
  /** The last day on which the sponsor alone decides; null where the manager may now. */
  readonly sponsorsUntil: CivilDate | null;
};

/** Proposals nobody has decided yet, oldest first. */
export const listProposals = read(
  { purpose: "sponsor-proposals", permission: "pledge.match" },
  async (
    { tx, area, actor, today, seen },
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
    const rules = await readChoiceRules(tx, actor.regionCode);
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
        sponsorsUntil: isManagersToDecide(row, rules, today) ? null : sponsorAnswersUntil(row, rules),
      };
    });
    return { ...found, rows };
  },
);
