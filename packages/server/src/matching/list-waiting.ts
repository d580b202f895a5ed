import { areaOf, authorise } from "#access";
import type { Actor, App } from "#app";
import { recordAccess } from "#audit";
import { inTransaction } from "#database";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { countPlaces, listProposalRows } from "./sponsorship.store.ts";
import { countWaiting, listWaitingRows } from "./waiting.store.ts";

export type WaitingPerson = {
  readonly personId: string;
  readonly person: ShownPerson;
  /** Why this person comes where they come, as codes; poverty is a hidden rule and never among them. */
  readonly reasons: readonly string[];
  readonly programme: string | null;
};

export type WaitingList = {
  readonly rows: readonly WaitingPerson[];
  readonly page: number;
  readonly hasNext: boolean;
  readonly waiting: number;
  /** Places that pledges still have; fewer than waiting: invite offices, more: villages are not ready. */
  readonly freePlaces: number;
};

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

const rowsPerPage = 100;

/** Endorsed workers without a payer or a proposal, who comes first first. `page` counts from 1. */
export async function listWaiting(
  app: App,
  actor: Actor,
  input: { readonly page?: number } = {},
): Promise<WaitingList> {
  const area = areaOf(actor, authorise(actor, "pledge.match"));
  const page = Math.max(1, Math.trunc(input.page ?? 1));
  return inTransaction(app, actor, async (tx) => {
    const found = await listWaitingRows(tx, area, {
      limit: rowsPerPage + 1,
      offset: (page - 1) * rowsPerPage,
    });
    const rows = found.slice(0, rowsPerPage);
    await recordAccess(app, tx, actor, {
      personIds: rows.map(({ personId }) => personId),
      purpose: "waiting-list",
      fields: shownFields(actor.role),
    });
    return {
      rows: rows.map((row) => ({
        personId: row.personId,
        person: showPerson(actor.role, row),
        reasons: row.scoreCodes.filter((code) => code !== "lower-welfare"),
        programme: row.programme,
      })),
      page,
      hasNext: found.length > rowsPerPage,
      waiting: await countWaiting(tx, area),
      freePlaces: await countPlaces(tx, area),
    };
  });
}

/** Proposals nobody has decided yet, oldest first. */
export async function listProposals(
  app: App,
  actor: Actor,
  input: { readonly page?: number } = {},
): Promise<{ readonly rows: readonly ShownProposal[]; readonly page: number; readonly hasNext: boolean }> {
  const area = areaOf(actor, authorise(actor, "pledge.match"));
  const page = Math.max(1, Math.trunc(input.page ?? 1));
  return inTransaction(app, actor, async (tx) => {
    const found = await listProposalRows(tx, area, {
      limit: rowsPerPage + 1,
      offset: (page - 1) * rowsPerPage,
    });
    const rows = found.slice(0, rowsPerPage);
    await recordAccess(app, tx, actor, {
      personIds: rows.map(({ personId }) => personId),
      purpose: "sponsor-proposals",
      fields: shownFields(actor.role),
    });
    const shown = rows.map((row) => {
      const { id, version, pledgeCode, opd, sponsorName, reasons, proposedAt } = row;
      const person = showPerson(actor.role, row);
      return { id, version, pledgeCode, opd, sponsorName, person, reasons, proposedAt };
    });
    return { rows: shown, page, hasNext: found.length > rowsPerPage };
  });
}
