import {
  type MinutesFacts,
  minutesNumber,
  type MinutesReply,
  type MinutesTexts,
  snapshotName,
  textParts,
  textsFrom,
} from "@tuwai/domain/minutes";
import type { CivilDate } from "@tuwai/domain/time";
import type { App } from "#app";
import type { Step } from "#use-case";
import type { MinutesRow } from "./minutes.store.ts";
import { listReplies, listTexts, type ReplyRow, type TextVersion } from "./minutes-words.store.ts";
import { listPlaceNames } from "./of-meeting.view.ts";

/** Everything beside the snapshots: what people wrote and said, of a meeting's minutes. */
export type Beside = {
  readonly texts: readonly TextVersion[];
  readonly replies: readonly (ReplyRow & { readonly place: string })[];
};

export async function readBeside({ tx, actor }: Step, meetingId: string): Promise<Beside> {
  const names = new Map((await listPlaceNames(tx, actor.regionCode)).map(({ code, name }) => [code, name]));
  const replies = await listReplies(tx, meetingId);
  const nameOf = (code: string) => names.get(code) ?? code;
  return {
    texts: await listTexts(tx, meetingId),
    replies: replies.map((reply) => ({
      ...reply,
      place: reply.villageCode === null ? `Camat ${nameOf(reply.kecamatanCode)}` : nameOf(reply.villageCode),
    })),
  };
}

/** What the paper says of a revision: kept word for word once it is final, otherwise as it stands. */
export function factsOf(
  app: App,
  row: MinutesRow,
  beside: Beside & { readonly replaced: MinutesRow | null },
): MinutesFacts {
  if (row.document !== null) return row.document;
  const { replaced } = beside;
  return {
    number: minutesNumber(row),
    letterNumber: row.letterNumber,
    state: row.state === "draft" ? "draft" : "published",
    objectionsUntil: row.objectionsUntil,
    finalOn: null,
    corrects:
      replaced === null || row.correction === null
        ? null
        : { number: minutesNumber(replaced), reason: row.correction },
    snapshot: row.snapshot,
    snapshotName: snapshotName(row.snapshotHash),
    texts: textsOf(row, beside.texts),
    replies: beside.replies.map(said),
    address: addressOf(app, row.code),
  };
}

/** The same facts as they become final on a day. */
export const finalFacts = (facts: MinutesFacts, finalOn: CivilDate): MinutesFacts => ({
  ...facts,
  state: "final",
  finalOn,
});

function textsOf({ snapshot }: MinutesRow, written: readonly TextVersion[]): MinutesTexts {
  const made = textsFrom(snapshot);
  return Object.fromEntries(
    textParts.map((part) => [part, written.find((text) => text.part === part)?.body ?? made[part]]),
  ) as MinutesTexts;
}

const said = ({
  kind,
  place,
  body,
  repliedAt,
  answer,
  answeredAt,
}: Beside["replies"][number]): MinutesReply => ({
  kind,
  place,
  text: body,
  at: repliedAt.getTime(),
  answer,
  answeredAt: answeredAt?.getTime() ?? null,
});

/** Of the page on which anybody checks the paper. */
export const addressOf = ({ config }: App, code: string): string =>
  `${config.origin ?? `http://localhost:${config.port}`}/ba/${code}`;
