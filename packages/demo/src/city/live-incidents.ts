import type { CivilDate } from "@tuwai/domain/time";
import { type Actor, publicActor } from "@tuwai/server/app";
import { getClaim, helpWithClaim } from "@tuwai/server/claims";
import { listCover } from "@tuwai/server/cover";
import {
  confirmIncidentReport,
  followIncidentReport,
  linkIncidentReport,
  sendIncidentReport,
} from "@tuwai/server/incident-reports";
import { actorAs, allPages, codeOf, dayOf, fate, nameOf, operation } from "./play-tools.ts";
import type { Stage } from "./stage.ts";

type Listed = Parameters<typeof codeOf>[0] & {
  readonly name?: string | undefined;
  readonly villageCode?: string | undefined;
};

export type Befallen = {
  readonly person: Listed;
  readonly kind: "death" | "work-accident" | "work-accident-death";
  readonly on: CivilDate;
};

const teller = ["family", "neighbour", "official", "health"] as const;
const evidence = {
  death: "village-letter",
  "work-accident": "hospital-letter",
  "work-accident-death": "hospital-letter",
} as const;

/** Somebody reports by telephone's browser what befell a worker; the village finds out whom it is about and that it is true. */
export async function reportAndConfirm(stage: Stage, { person, kind, on }: Befallen): Promise<void> {
  const { app } = stage;
  const operator = await actorAs(stage, `opr-${person.villageCode}`);
  const drawn = fate(stage, "pelapor", nameOf(person));
  const sent = await sendIncidentReport(app, publicActor(operator.regionCode), {
    ...operation(stage),
    kind,
    name: person.name ?? "",
    cardCode: "",
    village: person.villageCode ?? "",
    on,
    time: kind === "death" ? "" : "08:15",
    place: "",
    teller: teller[Math.floor(drawn * teller.length)]!,
    phone: "",
    tellerName: "",
  });
  if (sent.outcome !== "received") throw new Error(JSON.stringify(sent));
  const { reportId } = sent;
  await linkIncidentReport(app, operator, { ...operation(stage), reportId, personCode: codeOf(person) });
  // One report of the month that is shown still waits for the village.
  if (stage.isLast && drawn < 0.3) return;
  const accidentOn = kind === "work-accident-death" ? { accidentOn: on } : {};
  const answer = await confirmIncidentReport(app, operator, {
    ...operation(stage),
    reportId,
    kind,
    on,
    ...accidentOn,
    evidence: evidence[kind],
  });
  if (answer.outcome !== "confirmed") throw new Error(JSON.stringify(answer));
  await followIncidentReport(app, operator, { ...operation(stage), reportId });
  if (kind !== "death") await tellBpjs(stage, operator, answer.claimCode);
}

/** On the morning on which the village is sure of it: within two times 24 hours, unless nobody had told it. */
async function tellBpjs(stage: Stage, operator: Actor, claimCode: string): Promise<void> {
  const { version } = await getClaim(stage.app, operator, { claimCode });
  const told = await helpWithClaim(stage.app, operator, {
    ...operation(stage),
    claimCode,
    version,
    step: "tell-bpjs",
    on: dayOf(stage.month, 17),
    time: "08:30",
  });
  if (told.outcome !== "taken") throw new Error(JSON.stringify(told));
}

const monthly = { accident: 0.0008, uncovered: 0.05 };

/** Accidents that nobody dies of; and the death of somebody whose cover had ended. */
export async function tellAccidents(stage: Stage): Promise<void> {
  const { app, month, index } = stage;
  const manager = await actorAs(stage, "mgr");
  const covered = await allPages((page) => listCover(app, manager, { page, state: "covered" }));
  const drawn = covered.map(({ person }) => ({ person, at: fate(stage, "celaka", nameOf(person), month) }));
  const [likely] = drawn.toSorted((a, b) => a.at - b.at);
  const on = dayOf(month, 16);
  for (const { person, at } of drawn)
    if (at < monthly.accident || (index === 4 && person === likely?.person))
      await reportAndConfirm(stage, { person, kind: "work-accident", on });
  const ended = await allPages((page) => listCover(app, manager, { page, state: "ended" }));
  const first = ended.find(({ person }) => fate(stage, "nasib-lepas", nameOf(person)) < monthly.uncovered);
  if (index === 9 && (first ?? ended[0]) !== undefined)
    await reportAndConfirm(stage, { person: (first ?? ended[0])!.person, kind: "death", on });
}
