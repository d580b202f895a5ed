import { basisOn, templateOf } from "@tuwai/domain/meetings";
import { kindOfCode, type RegionCode } from "@tuwai/domain/regions";
import type { CivilDate, Month } from "@tuwai/domain/time";
import type { Actor } from "@tuwai/server/app";
import { lockCommitmentYear, openCommitmentYear, setCommitmentRules } from "@tuwai/server/commitments";
import {
  checkIn,
  closeMeeting,
  confirmRow,
  declareInMeeting,
  getAgenda,
  getTable,
  inviteToMeeting,
  listMeetings,
  type Meeting,
  type MeetingTable,
  openMeeting,
  planMeeting,
  turnItem,
  typeForVillage,
} from "@tuwai/server/meetings";
import { recordDecision } from "@tuwai/server/follow-ups";
import { finishMinutes, getMinutes, makeMinutes, publishMinutes } from "@tuwai/server/minutes";
import { actorAs, dayOf, fate, operation } from "./play-tools.ts";
import type { Stage } from "./stage.ts";

/** The city meets each December about the year that comes. */
const isDecember = ({ month }: Stage): boolean => month.endsWith("-12");
const yearAhead = ({ month }: Stage): number => Number(month.slice(0, 4)) + 1;

/** By a number drawn for each village: silent, for half a year only, typed by the operator; the last put a slip right. */
const saying = { silent: 0.03, half: 0.12, typed: 0.2, corrected: 0.95 };

/** In November, or late in December, the villages are asked for the year that comes, and invited for the eighteenth. */
export async function prepareRakor(stage: Stage): Promise<void> {
  if (!isDecember(stage) && !stage.month.endsWith("-11")) return;
  const year = yearAhead(stage);
  if ((await meetingOf(stage, await actorAs(stage, "mgr"), year)) !== undefined) return;
  const meeting = await prepare(stage, year, dayOf(`${year - 1}-12` as Month, 18));
  if (meeting !== undefined) await draftSome(stage, meeting);
}

async function prepare(stage: Stage, year: number, day: CivilDate): Promise<Meeting | undefined> {
  const { app } = stage;
  const manager = await actorAs(stage, "mgr");
  await openCommitmentYear(app, manager, { ...operation(stage), year });
  // These lines have no number by law: the city names its own.
  const rules = {
    "account-desa-bpd": "5.1.3.90",
    "account-desa-kader": "5.1.3.91",
    "account-kelurahan-kader": "5.1.02.02.01.0063",
  };
  await setCommitmentRules(app, manager, { ...operation(stage), rules });
  const { title, groups, items } = templateOf("offices");
  await planMeeting(app, manager, {
    ...operation(stage),
    title: title(year),
    year,
    groups,
    items,
    startsAt: new Date(`${day}T09:00:00+07:00`),
    endsAt: new Date(`${day}T12:00:00+07:00`),
    place: "Balai Kota",
    leader: "Wali Kota",
    secretary: "Kepala Bagian Pemerintahan",
    basis: basisOn(day),
    letterNumber: `400/${day.slice(8)}/Pem-${year - 1}`,
  });
  const meeting = await meetingOf(stage, manager, year);
  if (meeting !== undefined)
    await inviteToMeeting(app, manager, { ...operation(stage), meetingCode: meeting.code });
  return meeting;
}

/** The meeting in which the villages promise for a year. */
export async function meetingOf(
  { app }: Pick<Stage, "app">,
  actor: Actor,
  year: number,
): Promise<Meeting | undefined> {
  return (await listMeetings(app, actor)).find((meeting) => meeting.year === year);
}

/** Villages that looked at their numbers before the meeting. */
async function draftSome(stage: Stage, { code: meetingCode }: Meeting): Promise<void> {
  const { villages } = await getTable(stage.app, await actorAs(stage, "mgr"), { meetingCode });
  for (const village of villages.filter(({ villageCode }) => fate(stage, "rancangan", villageCode) < 0.15))
    await declareInMeeting(stage.app, await headOf(stage, village), {
      ...operation(stage),
      ...answerOf(meetingCode, village, 12),
      intent: "draft",
    });
}

/** The meeting itself, item after item; at the villages' item each of them says its number. */
export async function holdRakor(stage: Stage): Promise<void> {
  if (!isDecember(stage)) return;
  const { app } = stage;
  const manager = await actorAs(stage, "mgr");
  const meeting = await meetingOf(stage, manager, yearAhead(stage));
  if (meeting === undefined) return;
  const { code: meetingCode } = meeting;
  await openMeeting(app, manager, { ...operation(stage), meetingCode });
  const { items } = await getAgenda(app, manager, { meetingCode });
  for (const { id: itemId } of items)
    await turnItem(app, manager, { ...operation(stage), meetingCode, itemId, to: "running" });
  const { villages } = await getTable(app, manager, { meetingCode });
  for (const village of villages) await promise(stage, meetingCode, { manager, village });
  for (const decision of decisionsFor(yearAhead(stage)))
    refuse(await recordDecision(app, manager, { ...operation(stage), meetingCode, ...decision }));
  await closeMeeting(app, manager, { ...operation(stage), meetingCode });
  await makeMinutes(app, manager, { ...operation(stage), meetingCode });
  const minutes = await minutesOf(stage, manager, meetingCode);
  const letterNumber = `400/18/BA/Pem-${yearAhead(stage) - 1}`;
  if (minutes !== undefined)
    await publishMinutes(app, manager, { ...operation(stage), ...minutes, letterNumber });
}

async function minutesOf({ app }: Stage, manager: Actor, meetingCode: string) {
  const { minutes } = await getMinutes(app, manager, { meetingCode });
  return minutes === null ? undefined : { minutesId: minutes.id, version: minutes.version };
}

/** The days for objections are over: the minutes stand, and so do the promises. */
export async function finishRakor(stage: Stage): Promise<void> {
  if (!isDecember(stage)) return;
  const manager = await actorAs(stage, "mgr");
  const meeting = await meetingOf(stage, manager, yearAhead(stage));
  if (meeting === undefined) return;
  const minutes = await minutesOf(stage, manager, meeting.code);
  if (minutes !== undefined) await finishMinutes(stage.app, manager, { ...operation(stage), ...minutes });
  await lockCommitmentYear(stage.app, manager, { ...operation(stage), year: yearAhead(stage) });
}

const decisionsFor = (year: number) =>
  [
    {
      ownerRole: "KDS",
      year,
      kind: "decision",
      text: `Desa memasukkan komitmen untuk BPD dan kader ke dalam APBDes ${year}.`,
      onlyKind: "desa",
      group: "kader",
      dueOn: `${year}-01-31`,
      evidenceKind: "none",
    },
    {
      ownerRole: "KDS",
      year,
      kind: "instruction",
      text: "Desa dan kelurahan menyerahkan daftar pekerja rentan untuk disatukan dengan data kemiskinan.",
      dueOn: `${year}-02-28`,
      evidenceKind: "none",
    },
  ] as const;

type Village = MeetingTable["villages"][number];

const headOf = (stage: Stage, { villageCode }: Village) => actorAs(stage, `kds-${villageCode}`);

const sourceOf = (villageCode: RegionCode): string =>
  kindOfCode(villageCode) === "kelurahan" ? "apbd" : "add";

/** Everybody of the groups that are asked for whom nobody protects; where somebody pays for all of them, all of them for the year. */
function answerOf(meetingCode: string, village: Village, months: number) {
  const { villageCode } = village;
  const groups = village.groups.filter(({ isApplicable }) => isApplicable);
  const sum = (key: "unprotected" | "people") => groups.reduce((all, { heads }) => all + heads[key], 0);
  const heads = sum("unprotected") || sum("people");
  return { meetingCode, villageCode, heads, months, fundSource: sourceOf(villageCode), isSure: true };
}

async function promise(
  stage: Stage,
  meetingCode: string,
  { manager, village }: { readonly manager: Actor; readonly village: Village },
): Promise<void> {
  const { app } = stage;
  const { villageCode } = village;
  const drawn = fate(stage, "rakor", villageCode);
  const answer = answerOf(meetingCode, village, drawn < saying.half ? 6 : 12);
  const head = await headOf(stage, village);
  if (drawn < saying.silent || answer.heads === 0) return;
  await checkIn(app, head, { ...operation(stage), meetingCode });
  if (drawn < saying.typed) {
    refuse(await typeForVillage(app, manager, { ...operation(stage), ...answer, seen: village.stand }));
    await confirmRow(app, head, { ...operation(stage), meetingCode, villageCode });
    return;
  }
  const say = async (heads: number) =>
    refuse(await declareInMeeting(app, head, { ...operation(stage), ...answer, heads, intent: "declare" }));
  await say(answer.heads);
  if (drawn > saying.corrected && answer.heads > 1) await say(answer.heads - 1);
}

function refuse(said: { readonly outcome: string }): void {
  if (said.outcome === "refused" || said.outcome === "conflict")
    throw new Error(`a village could not promise: ${JSON.stringify(said)}`);
}
