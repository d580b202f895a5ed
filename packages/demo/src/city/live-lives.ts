import { addDays } from "@tuwai/domain/time";
import { listCover } from "@tuwai/server/cover";
import { handleLifeEvent, listEventsToFollow, recordLifeEvent } from "@tuwai/server/life-events";
import { getMyPledge, listPledges, stopPledge } from "@tuwai/server/sponsors";
import { reportAndConfirm } from "./live-incidents.ts";
import { actorAs, allPages, codeOf, dayOf, fate, nameOf, operation } from "./play-tools.ts";
import type { Stage } from "./stage.ts";

/** A year of a thousand people, as months of one: who dies, dies at work, moves away, finds a job with a wage. */
const monthly = { died: 0.0006, "moved-away": 0.0008, "formal-job": 0.0012 };
const atWork = 0.25;

/** What life does to those who are insured, told by their village; the manager follows what is told. */
export async function tellLives(stage: Stage): Promise<void> {
  const { app, month, index } = stage;
  const manager = await actorAs(stage, "mgr");
  const covered = await allPages((page) => listCover(app, manager, { page, state: "covered" }));
  const drawn = covered.map(({ person }) => ({ person, at: fate(stage, "nasib", nameOf(person), month) }));
  const likely = drawn.toSorted((a, b) => a.at - b.at);
  // Even a small city sees one death at work in its fourth month.
  const first = index === 3 ? likely[0] : undefined;
  for (const { person, at } of likely) {
    const kind = person === first?.person ? "died" : kindOf(at);
    if (kind !== null)
      await tellOne(stage, person, kind, person === first?.person || at / monthly.died < atWork);
  }
  await follow(stage);
}

type Kind = keyof typeof monthly;

function kindOf(at: number): Kind | null {
  let sum = 0;
  for (const [kind, share] of Object.entries(monthly) as [Kind, number][]) {
    sum += share;
    if (at < sum) return kind;
  }
  return null;
}

async function tellOne(
  stage: Stage,
  person: Parameters<typeof codeOf>[0] & { readonly villageCode?: string | undefined },
  kind: Kind,
  isAccident: boolean,
): Promise<void> {
  const { app, month } = stage;
  const operator = await actorAs(stage, `opr-${person.villageCode}`);
  const on = dayOf(month, 16);
  if (kind === "died") {
    // The fate that draws a death at work draws also one that is reported a month late.
    const isLate = fate(stage, "terlambat", nameOf(person)) < 0.1;
    const day = isLate ? addDays(on, -38) : on;
    return reportAndConfirm(stage, { person, kind: isAccident ? "work-accident-death" : "death", on: day });
  }
  const documents = {
    "moved-away": "moving-letter",
    "formal-job": "employer-letter",
  } as const;
  await recordLifeEvent(app, operator, {
    ...operation(stage),
    personCode: codeOf(person),
    kind,
    on,
    document: documents[kind],
  });
}

async function follow(stage: Stage): Promise<void> {
  const { app } = stage;
  const manager = await actorAs(stage, "mgr");
  const { rows } = await listEventsToFollow(app, manager);
  for (const { id: lifeEventId } of stage.isLast ? rows.slice(1) : rows)
    await handleLifeEvent(app, manager, { ...operation(stage), lifeEventId, result: "done" });
}

/** Civil servants retire or move to another office; their workers wait for somebody else. */
export async function endPledges(stage: Stage): Promise<void> {
  const { app, month } = stage;
  const manager = await actorAs(stage, "mgr");
  const pledges = await allPages((page) => listPledges(app, manager, { page, state: "active" }));
  const own = await getMyPledge(app, await actorAs(stage, "spn"));
  for (const { id: pledgeId, code, version, sponsorName, opd } of pledges) {
    if (code === own.pledge?.code) continue;
    const drawn = fate(stage, "pensiun", `${sponsorName}|${opd}`, month);
    if (drawn >= 0.006) continue;
    const reason = drawn < 0.004 ? "retired" : "moved-office";
    await stopPledge(app, manager, { ...operation(stage), pledgeId, version, reason });
  }
}
