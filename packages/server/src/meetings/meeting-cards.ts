import { readFileSync } from "node:fs";
import { newCardCode, spellCardCode } from "#cards";
import { AppError } from "#app";
import { makePdf, qrPath } from "#documents";
import { getCity } from "#regions";
import { change, type Operation, read, type Step } from "#use-case";
import { insertMeetingCards, listValidCards, type MeetingCard, revokeCardOf } from "./card.store.ts";
import { spellDay } from "./spell-day.ts";
import type { Meeting } from "./meeting.store.ts";
import { listInvitedPlaces } from "./place.view.ts";
import { holdMeeting, requireMeeting } from "./plan-meeting.ts";

const template = readFileSync(new URL("meeting-cards.typ", import.meta.url), "utf8");

type OfMeeting = { readonly meetingCode: string };
type OfVillage = OfMeeting & { readonly villageCode: string };

export type VillageCard = {
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly name: string;
  /** When its valid card was made; null without one. The code itself stands on paper only. */
  readonly madeAt: Date | null;
};

/** Which villages have a card for the meeting. Throws `not-found`. */
export const listCards = read(
  { purpose: "meeting-cards", permission: "meeting.card" },
  async (
    step,
    { meetingCode }: OfMeeting,
  ): Promise<{ readonly meeting: Meeting; readonly cards: readonly VillageCard[] }> => {
    const meeting = await requireMeeting(step, meetingCode);
    const made = new Map((await listValidCards(step.tx, meeting.id)).map((card) => [card.villageCode, card]));
    const cards = (await listVillages(step)).map(({ code, name, kecamatanCode }): VillageCard => ({
      villageCode: code,
      kecamatanCode,
      name,
      madeAt: made.get(code)?.madeAt ?? null,
    }));
    return { meeting, cards };
  },
);

async function listVillages({ tx, actor }: Step) {
  const places = await listInvitedPlaces(tx, actor.regionCode);
  return places.flatMap(({ kecamatanCode, ...place }) =>
    kecamatanCode === null ? [] : [{ ...place, kecamatanCode }],
  );
}

const over = { outcome: "over" } as const;
export type MakeCardsOutcome = typeof over | { readonly outcome: "made"; readonly cards: number };

/** A card for every village that has no valid one. Throws `not-found`. */
export const makeCards = change(
  { name: "meeting.card.make", permission: "meeting.card" },
  async (step, { meetingCode }: Operation & OfMeeting): Promise<MakeCardsOutcome> => {
    const meeting = await holdMeeting(step, meetingCode);
    if (meeting.state === "closed") return step.unchanged(over);
    const have = new Set((await listValidCards(step.tx, meeting.id)).map(({ villageCode }) => villageCode));
    const missing = (await listVillages(step)).filter(({ code }) => !have.has(code));
    await addCards(step, meeting, missing);
    await step.audit({ objectType: "meeting", objectId: meeting.code, details: { count: missing.length } });
    return { outcome: "made", cards: missing.length };
  },
);

type Place = { readonly code: string; readonly kecamatanCode: string };

async function addCards(step: Step, { id: meetingId }: Meeting, villages: readonly Place[]): Promise<void> {
  const { tx, actor, now: at } = step;
  const cards = villages.map(({ code, kecamatanCode }) => ({
    id: step.newId(),
    villageCode: code,
    kecamatanCode,
    code: newCardCode(),
  }));
  await insertMeetingCards(tx, cards, { regionCode: actor.regionCode, meetingId, by: actor.userId, at });
}

export type CardChange = { readonly outcome: "renewed" | "revoked" | "unchanged" | "over" };

/** The village's card signs in no more, and a new one takes its place. Throws `not-found`. */
export const renewCard = change(
  { name: "meeting.card.renew", permission: "meeting.card" },
  async (step, { meetingCode, villageCode }: Operation & OfVillage): Promise<CardChange> => {
    const meeting = await holdMeeting(step, meetingCode);
    const village = (await listVillages(step)).find(({ code }) => code === villageCode);
    if (village === undefined) throw new AppError("not-found", { object: "village" });
    if (meeting.state === "closed") return step.unchanged(over);
    await revoke(step, meeting.id, villageCode);
    await addCards(step, meeting, [village]);
    await step.audit({ objectType: "meeting", objectId: meeting.code, details: { villageCode } });
    return { outcome: "renewed" };
  },
);

/** The village's card was lost, and signs in no more. Throws `not-found`. */
export const revokeCard = change(
  { name: "meeting.card.revoke", permission: "meeting.card" },
  async (step, { meetingCode, villageCode }: Operation & OfVillage): Promise<CardChange> => {
    const meeting = await holdMeeting(step, meetingCode);
    if ((await revoke(step, meeting.id, villageCode)) === 0) return step.unchanged({ outcome: "unchanged" });
    await step.audit({ objectType: "meeting", objectId: meeting.code, details: { villageCode } });
    return { outcome: "revoked" };
  },
);

const revoke = ({ tx, actor, now: at }: Step, meetingId: string, villageCode: string): Promise<number> =>
  revokeCardOf(tx, { meetingId, villageCode, by: actor.userId, at });

export type PrintCards = OfMeeting & { readonly villageCode?: string };

/**
 * The valid cards on paper, ten to a page, or one village's. The code stands behind the `#` of the address, which no server is
 * sent and no log keeps. Throws `not-found` without a card.
 */
export const printCards = read(
  { purpose: "meeting-cards-print", permission: "meeting.card" },
  async (
    step,
    { meetingCode, villageCode }: PrintCards,
  ): Promise<{ readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> }> => {
    const meeting = await requireMeeting(step, meetingCode);
    const cards = (await listValidCards(step.tx, meeting.id)).filter(
      (card) => villageCode === undefined || card.villageCode === villageCode,
    );
    if (cards.length === 0) throw new AppError("not-found", { object: "meeting-card" });
    const names = new Map((await listVillages(step)).map(({ code, name }) => [code as string, name]));
    const address = `${originOf(step)}/rakor/masuk`;
    const facts = {
      city: getCity(step.app.config).name,
      title: meeting.title,
      meetingCode: meeting.code,
      when: spellDay(meeting.startsAt),
      address: address.replace(/^https?:\/\//, ""),
      cards: cards.map((card) => ({
        ...lettersOf(card, address),
        village: names.get(card.villageCode) ?? "",
      })),
    };
    const details = { count: cards.length };
    await step.audit({
      action: "meeting.card.print",
      objectType: "meeting",
      objectId: meeting.code,
      details,
    });
    const of = villageCode === undefined ? meeting.code : `${meeting.code}-${villageCode}`;
    return { fileName: `kartu-rakor-${of}.pdf`, bytes: await makePdf({ template, facts, at: step.now }) };
  },
);

function lettersOf({ code }: MeetingCard, address: string) {
  const { path, side } = qrPath(`${address}#${code}`);
  return {
    code: spellCardCode(code),
    qr: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${path}"/></svg>`,
  };
}

/** Where this city stands on the web. */
export const originOf = ({ app }: Step): string => app.config.origin ?? `http://localhost:${app.config.port}`;
