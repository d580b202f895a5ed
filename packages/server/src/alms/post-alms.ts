import { type AlmsKind, almsMirror, almsPostings } from "@tuwai/domain/alms";
import { rupiah } from "@tuwai/domain/money";
import type { CivilDate } from "@tuwai/domain/time";
import { AppError } from "#app";
import { lockCity } from "#database";
import type { Step } from "#use-case";
import { appendEntry, findEntry } from "./alms-entry.store.ts";
import type { Campaign } from "./campaign.store.ts";

/** Rules that the database itself holds against an entry of alms. */
const rules = new Set([
  "alms_accounts",
  "alms_mirror",
  "alms_permit",
  "alms_cost_cap",
  "alms_two_persons",
  "alms_sign",
  "alms_clearing",
]);

export type NewAlms = {
  readonly kind: AlmsKind;
  readonly campaign: Pick<Campaign, "id" | "code">;
  readonly rupiah: number;
  /** The day it happened to the money. */
  readonly on: CivilDate;
  /** The same fact twice is one entry. */
  readonly naturalKey: string;
  readonly roundId?: string;
  readonly reason?: string;
};

/** Whoever posts, plans or prints alms waits here, so that the fund that is read is the fund that is spent. */
export const lockAlms = (step: Step): Promise<void> => lockCity(step.tx, "alms");

/** Posts to the books of alms, under `lockAlms`; null where the same fact stands there already. Throws `conflict` with the rule. */
export async function postAlms(step: Step, entry: NewAlms): Promise<string | null> {
  if ((await findEntry(step.tx, { naturalKey: entry.naturalKey })) !== undefined) return null;
  const id = step.newId();
  const { kind, campaign, on: valueDate, naturalKey, roundId = null, reason = null } = entry;
  const lines = almsPostings({ kind, campaign: campaign.code, amount: rupiah(entry.rupiah) });
  const row = {
    id,
    kind,
    campaignId: campaign.id,
    roundId,
    valueDate,
    reverses: null,
    naturalKey,
    reason,
    lines,
  };
  await appendEntry(step.tx, writer(step), row).catch(asRefusal);
  return id;
}

/** Posts the exact mirror of an entry. Throws `not-found`, and `conflict` where the fund no longer holds it. */
export async function reverseAlms(step: Step, entryId: string, reason: string): Promise<void> {
  const target = await findEntry(step.tx, { id: entryId });
  if (target === undefined) throw new AppError("not-found");
  const { kind, campaignId, roundId } = target;
  const mirror = { kind, campaignId, roundId, reason, lines: almsMirror(target.lines) };
  const naturalKey = `reverse|${entryId}`;
  const row = { ...mirror, id: step.newId(), valueDate: step.today, reverses: entryId, naturalKey };
  await appendEntry(step.tx, writer(step), row).catch(asRefusal);
}

const writer = ({ actor, now }: Step) => ({ regionCode: actor.regionCode, by: actor.userId, at: now });

function asRefusal(error: unknown): never {
  const { constraint, detail } = error as { readonly constraint?: string; readonly detail?: string };
  if (constraint === undefined || !rules.has(constraint)) throw error;
  throw new AppError("conflict", { reason: constraint, which: detail }, error);
}
