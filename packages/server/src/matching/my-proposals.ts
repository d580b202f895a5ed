import { askAnotherReasons, asksLeft, isManagersToDecide, sponsorAnswersUntil } from "@tuwai/domain/matching";
import type { CivilDate } from "@tuwai/domain/time";
import { showPerson, shownFields } from "#people";
import { act, asCity } from "#use-case";
import { readChoiceRules } from "./matching-settings.ts";
import { countAsked, listOwnProposals } from "./my-proposal.view.ts";

/** Initials, kind of work and village, as after accepting; nothing that names or finds the person. */
export type MyProposal = {
  readonly sponsorshipId: string;
  readonly version: number;
  readonly name?: string;
  readonly occupationGroup?: string | null;
  readonly villageName: string | null;
  /** Why this worker, without anybody's poverty. */
  readonly reasons: readonly { readonly code: string }[];
  /** The last day on which nobody else decides. */
  readonly until: CivilDate;
  /** That day is over: the manager may decide as well. */
  readonly isLate: boolean;
  /** How often another worker may still be asked for. */
  readonly asksLeft: number;
};

/** The workers proposed to a sponsor who chooses himself. */
export const listMyProposals = act(
  { name: "my-proposals", permission: "pledge.proposal.answer" },
  async (call): Promise<readonly MyProposal[]> => {
    const servant = await call.look(async ({ area }) => area.civilServantId);
    if (servant === null) return [];
    const { role, regionCode } = call.actor;
    const found = await asCity(call.app, "my-proposals.look", async ({ tx, area, today }) => {
      const rules = await readChoiceRules(tx, regionCode);
      const rows = await listOwnProposals(tx, area, servant);
      const asked = rows[0] === undefined ? 0 : await countAsked(tx, rows[0].pledgeId, askAnotherReasons);
      return { rows, rules, today, left: asksLeft(asked, rules) };
    });
    await call.look(({ seen }) =>
      seen({ personIds: found.rows.map(({ personId }) => personId), fields: shownFields(role) }),
    );
    return found.rows.map((row): MyProposal => {
      const { code: _code, villageCode: _village, ...person } = showPerson(role, row);
      return {
        sponsorshipId: row.id,
        version: row.version,
        ...person,
        villageName: row.villageName,
        reasons: row.reasons.map(({ code }) => ({ code })),
        until: sponsorAnswersUntil(row, found.rules)!,
        isLate: isManagersToDecide(row, found.rules, found.today),
        asksLeft: found.left,
      };
    });
  },
);
