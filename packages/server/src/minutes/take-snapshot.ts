import { createHash } from "node:crypto";
import {
  type MinutesSnapshot,
  type SnapshotVillage,
  sumVillages,
  type VillageMark,
  whoIsAsked,
} from "@tuwai/domain/minutes";
import { canonical } from "#database";
import { type Decision, readDecisions } from "#follow-ups";
import { type HallVillage, type Meeting, readHall } from "#meetings";
import { getCity } from "#regions";
import type { Step } from "#use-case";
import type { Taken } from "./minutes.store.ts";
import { listGuests, listHands, listItems, listPlaceNames } from "./of-meeting.view.ts";

/** The whole meeting as it stands now, with its SHA-256 over the one text of it. */
export async function takeSnapshot(step: Step, meeting: Meeting): Promise<Taken> {
  const { tx, actor, now } = step;
  const { villages } = await readHall(step, meeting);
  const { year, groups } = meeting;
  const hands = await listHands(tx, { regionCode: actor.regionCode, year, groups });
  const places = await listPlaceNames(tx, actor.regionCode);
  const guests = await listGuests(tx, meeting.id);
  const decisions = (await readDecisions(step, meeting)).filter(({ number }) => number !== null);
  const nameOf = new Map(places.map(({ code, name }) => [code, name]));
  const byVillage = new Map(hands.map(({ villageCode, isVillage }) => [villageCode, isVillage]));
  const kecamatan = [...new Set(villages.map((village) => village.kecamatanCode))];
  const snapshot: MinutesSnapshot = {
    city: getCity(step.app.config).name,
    meeting: meetingOf(meeting),
    guests: guests.map((guest) => ({
      ...guest,
      arrivedAt: guest.arrivedAt?.getTime() ?? null,
      leftAt: guest.leftAt?.getTime() ?? null,
    })),
    items: await listItems(tx, meeting.id),
    decisions: decisions.map(({ text }) => text),
    followUps: decisions.flatMap((decision) => followUpOf(decision)),
    kecamatan: kecamatan.map((code) => nameOf.get(code) ?? code),
    villages: villages.map((village) =>
      villageOf(village, {
        kecamatan: nameOf.get(village.kecamatanCode) ?? village.kecamatanCode,
        isOwnHand: byVillage.get(village.villageCode) ?? true,
      }),
    ),
    takenAt: now.getTime(),
  };
  const hash = createHash("sha256").update(canonical(snapshot)).digest();
  const { rupiah, heads, declared } = sumVillages(snapshot);
  return {
    snapshot,
    hash,
    heldAt: meeting.openedAt ?? meeting.startsAt,
    sums: { villages: villages.length, declared, heads, rupiah },
    by: actor.userId,
    at: now,
  };
}

function meetingOf(meeting: Meeting): MinutesSnapshot["meeting"] {
  const { code, title, year, groups, place, leader, secretary, letterNumber, basis } = meeting;
  return {
    code,
    title,
    year,
    groups,
    place,
    leader,
    secretary,
    letterNumber,
    basis,
    from: (meeting.openedAt ?? meeting.startsAt).getTime(),
    until: (meeting.closedAt ?? meeting.endsAt).getTime(),
    isClosed: meeting.closedAt !== null,
  };
}

function followUpOf(decision: Decision): MinutesSnapshot["followUps"] {
  const { ownerRole, placeName, villageCode, onlyKind, text, dueOn, number } = decision;
  if (ownerRole === null) return [];
  const who = whoIsAsked({ office: ownerRole, place: placeName, isVillage: villageCode !== null, onlyKind });
  return [{ decision: number, what: text, who, until: dueOn }];
}

type Known = { readonly kecamatan: string; readonly isOwnHand: boolean };

function villageOf(village: HallVillage, { kecamatan, isOwnHand }: Known): SnapshotVillage {
  const { villageCode: code, name, kind, need, groups, row } = village;
  const hasPromised = groups.some(({ stages }) => stages.promised > 0);
  const mark = markOf(village, hasPromised);
  const lines = groups.flatMap(({ group, commitment, stages }) => {
    if (commitment === null) return [];
    const { heads, months, source, promised } = commitment;
    // An objection takes back what was typed; the paper still says what it was.
    const rupiah = mark === "objected" && commitment.state === "ditarik" ? promised : stages.promised;
    return rupiah === 0 ? [] : [{ group, heads, months, rupiah, source }];
  });
  return {
    code,
    name,
    kecamatan,
    kind,
    need,
    lines: mark === "silent" ? [] : lines,
    mark,
    typedBy: mark === "silent" ? null : isOwnHand ? "village" : "office",
    objection: mark === "objected" ? (row?.objection ?? null) : null,
  };
}

function markOf({ rowState }: HallVillage, hasPromised: boolean): VillageMark {
  if (rowState === "objected") return "objected";
  if (!hasPromised) return "silent";
  return rowState === "awaiting" ? "awaiting" : "declared";
}
