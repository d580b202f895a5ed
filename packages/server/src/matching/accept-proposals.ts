import { monthOf, type Month } from "@tuwai/domain/time";
import { areaOf, authorise } from "#access";
import type { Actor, App } from "#app";
import { recordChange } from "#audit";
import { readPricing } from "#contributions";
import { inTransaction, runOnce } from "#database";
import { insertEnrolments, lockPayers, type Wadah } from "#enrolment";
import { type PayerReason, reasonsAgainst } from "./reasons-against.ts";
import { decideSponsorships, lockSponsorships, type Sponsorship } from "./sponsorship.store.ts";
import { type Candidate, listCandidates } from "./waiting.store.ts";

export type AcceptReason = PayerReason | "unknown-proposal" | "already-decided" | "pledge-stopped";

export type AcceptOutcome = {
  readonly outcome: "decided";
  readonly accepted: readonly {
    readonly id: string;
    readonly personCode: string;
    readonly enrolmentId: string;
  }[];
  readonly refused: readonly { readonly id: string; readonly reasons: readonly AcceptReason[] }[];
};

/** Makes proposals real: the pledge pays for the worker, who is ready for the next packet. Each stands for itself. */
export async function acceptProposals(
  app: App,
  actor: Actor,
  input: { readonly operationId: string; readonly ids: readonly string[] },
): Promise<AcceptOutcome> {
  const area = areaOf(actor, authorise(actor, "pledge.match"));
  const { operationId } = input;
  const ids = [...new Set(input.ids)];
  return inTransaction(app, actor, (tx) =>
    runOnce(tx, actor, { id: operationId, name: "match.accept", request: { ids } }, async () => {
      await lockPayers(tx);
      const found = new Map((await lockSponsorships(tx, area, ids)).map((row) => [row.id, row]));
      const personIds = [...found.values()].map(({ personId }) => personId);
      const candidates = new Map(
        (await listCandidates(tx, area, personIds)).map((row) => [row.personId, row]),
      );
      const judged = ids.map((id) => {
        const sponsorship = found.get(id);
        const candidate = sponsorship && candidates.get(sponsorship.personId);
        return { id, sponsorship, candidate, reasons: acceptReasons(sponsorship, candidate) };
      });
      const { enrolment } = await readPricing(tx, actor.regionCode);
      const wadah = enrolment["wadah-for-asn"].value as Wadah;
      const thisMonth = monthOf(app.clock.today());
      const accepted = judged.flatMap(({ id, sponsorship, candidate, reasons }) => {
        if (reasons.length > 0 || !sponsorship || !candidate?.programme) return [];
        const { personId, code, programme } = candidate;
        const fromMonth = latest(thisMonth, sponsorship.pledgeFrom, candidate.freeFrom ?? thisMonth);
        return [{ id, enrolmentId: app.newId(), personId, code, programme, fromMonth }];
      });
      const decided = { state: "accepted", by: actor.userId, at: app.clock.now() } as const;
      await decideSponsorships(
        tx,
        accepted.map(({ id }) => id),
        decided,
      );
      await insertEnrolments(
        tx,
        accepted.map(({ id, enrolmentId, ...rest }) => ({
          ...rest,
          id: enrolmentId,
          fundSource: "asn",
          wadah,
          sponsorshipId: id,
        })),
      );
      const refused = judged
        .filter(({ reasons }) => reasons.length > 0)
        .map(({ id, reasons }) => ({ id, reasons }));
      await recordChange(app, tx, actor, {
        action: "match.accept",
        objectType: "sponsorship",
        objectId: "proposals",
        operationId,
        details: { accepted: accepted.map(({ id }) => id), refused: refused.length, wadah },
      });
      return {
        outcome: "decided",
        accepted: accepted.map(({ id, code, enrolmentId }) => ({ id, personCode: code, enrolmentId })),
        refused,
      };
    }),
  );
}

function acceptReasons(
  sponsorship: Sponsorship | undefined,
  candidate: Candidate | undefined,
): readonly AcceptReason[] {
  if (sponsorship === undefined) return ["unknown-proposal"];
  if (sponsorship.state !== "proposed") return ["already-decided"];
  const reasons: readonly AcceptReason[] = reasonsAgainst(candidate, true);
  return sponsorship.isPledgeActive ? reasons : [...reasons, "pledge-stopped"];
}

export function latest(...months: readonly Month[]): Month {
  return months.reduce((last, month) => (month > last ? month : last));
}
