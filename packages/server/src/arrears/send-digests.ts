import { thresholdsOn } from "@tuwai/domain/arrears";
import { addDays, civilDate, type CivilDate, daysBetween } from "@tuwai/domain/time";
import { type Desk, desksOf, writeToDesk } from "#accounts";
import { areaOf, rolesWith, scopeOf } from "#access";
import { type App, AppError } from "#app";
import { asCity, type Step } from "#use-case";
import type { WorkPayloads } from "#work";
import { listArrearsGroups } from "./arrears-list.view.ts";
import { type DigestCounts, digestLetter } from "./digest-letter.ts";
import { deleteOldDigests, findDigest, insertDigests, setDigestState } from "./digest.store.ts";
import { choiceOf } from "./list-arrears.ts";

/**
 * Handler of `arrears.digest`, every night: whoever can rescue workers has a letter for this week, once. Weeks in which nobody was here
 * are caught up by the letter of this one. Without a mail server there is nobody to tell.
 */
export async function askForDigests(app: App): Promise<void> {
  if (app.config.mail === null) return;
  const desks = await desksOf(app, rolesWith("arrears.rescue"));
  await asCity(app, "arrears.digest", async (step) => {
    const { tx, now: at, today, actor } = step;
    await deleteOldDigests(tx, at);
    const week = mondayOf(today);
    const digests = desks.map((desk) => ({ ...desk, id: step.newId(), week }));
    for (const digestId of await insertDigests(tx, { regionCode: actor.regionCode, at }, digests))
      await step.follow("arrears.mail-digest", { digestId });
  });
}

const aMonday = civilDate("2024-01-01");
const mondayOf = (day: CivilDate): CivilDate => addDays(day, -(daysBetween(aMonday, day) % 7));

type Mail = WorkPayloads["arrears.mail-digest"];

/**
 * Handler of `arrears.mail-digest`: the letter with the counts of this moment, to whoever holds the post now. That it is being handed over
 * is kept first: a process that dies in the middle, or a connection that breaks, never makes it two letters.
 */
export async function mailDigest(app: App, { digestId }: Mail): Promise<void> {
  const asked = await asCity(app, "arrears.mail-digest", async (step) => {
    const digest = await findDigest(step.tx, digestId);
    if (digest === undefined || (digest.state !== "waiting" && digest.state !== "sending")) return null;
    const settle = (state: "sending" | "empty" | "unknown") =>
      setDigestState(step.tx, digestId, state, step.now);
    if (digest.state === "sending") {
      await settle("unknown");
      return null;
    }
    const counts = await countsFor(step, digest);
    const isEmpty = counts.urgent + counts.later + counts.villageOwes + counts.ended === 0;
    await settle(isEmpty ? "empty" : "sending");
    return isEmpty ? null : { desk: digest, counts };
  });
  if (asked === null) return;
  const letter = digestLetter(asked.counts, app.config.origin);
  try {
    const posted = await writeToDesk(app, asked.desk, { ...letter, id: digestId });
    await settle(app, digestId, posted === "sent" || posted === "unknown" ? posted : "failed");
  } catch (error) {
    await settle(app, digestId, "waiting");
    throw error;
  }
}

/** After as many tries as work has: the next week has its own. */
export async function giveUpDigest(app: App, { digestId }: Mail): Promise<void> {
  await settle(app, digestId, "failed");
}

function settle(app: App, digestId: string, state: "sent" | "unknown" | "failed" | "waiting"): Promise<void> {
  return asCity(app, "arrears.mail-digest", (step) => setDigestState(step.tx, digestId, state, step.now));
}

/** As the board counts them for that desk. */
async function countsFor({ tx, today, actor: { regionCode } }: Step, desk: Desk): Promise<DigestCounts> {
  const { userId, role, scope } = desk;
  const actor = { userId, role, regionCode, ...(scope === null ? {} : { scope }) };
  const granted = scopeOf(actor, "arrears.read");
  if (granted === null) throw new AppError("forbidden", { role });
  const area = areaOf(actor, { scope: granted, fourEyes: false });
  const groups = await listArrearsGroups(tx, choiceOf({ area, today }, {}));
  const { urgent: days } = thresholdsOn(today);
  const isUrgent = (bucket: string) => Number(bucket) <= days;
  const sum = (of: (group: (typeof groups)[number]) => number) =>
    groups.reduce((all, group) => all + of(group), 0);
  const workersIn = (fits: (bucket: string) => boolean) =>
    sum(({ bucket, workers }) => (fits(bucket) ? workers : 0));
  return {
    days,
    urgent: workersIn(isUrgent),
    later: workersIn((bucket) => Number(bucket) > days),
    villageOwes: workersIn((bucket) => bucket === "village"),
    ended: workersIn((bucket) => bucket === "ended"),
    rescued: sum(({ bucket, rescued }) => (isUrgent(bucket) ? rescued : 0)),
    untold: sum(({ cause, untold }) => (cause === "payer-ended" ? 0 : untold)),
  };
}
