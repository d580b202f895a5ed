import { addMonths, type CivilDate } from "#time";

/** Who is told of a child so that it is helped; none of them has an account. */
export const receiverKinds = ["school", "baznas", "foundation", "office"] as const;
export type ReceiverKind = (typeof receiverKinds)[number];

/** Everything that may ever be handed over: a closed list. Birth, number of any card, cause of a death and pictures are not in it. */
export const handoverFields = ["name", "initials", "age", "village", "level", "guardian", "need"] as const;
export type HandoverField = (typeof handoverFields)[number];

export const handoverPurposes = ["scholarship", "schooling", "alms", "health", "housing", "papers"] as const;
export type HandoverPurpose = (typeof handoverPurposes)[number];

/** What each kind of receiver needs to help, and nothing else; for another office it is chosen. */
const fixed: Readonly<Record<Exclude<ReceiverKind, "office">, readonly HandoverField[]>> = {
  school: ["name", "level", "guardian"],
  baznas: ["initials", "age", "village", "need"],
  foundation: ["initials", "age", "village", "need"],
};

/** The fields that a receiver sees, in the order of the list. */
export const fieldsFor = (kind: ReceiverKind, chosen: readonly string[]): readonly HandoverField[] =>
  kind === "office" ? handoverFields.filter((field) => chosen.includes(field)) : fixed[kind];

/** How the guardian agreed. */
export const consentWays = ["signed", "spoken-with-witness"] as const;
export type ConsentWay = (typeof consentWays)[number];

/** Why nobody's consent was asked: the child's good cannot wait for it, or a law asks for it, or nobody speaks for the child. */
export const overrideReasons = ["child-in-danger", "duty-of-law", "no-guardian"] as const;
export type OverrideReason = (typeof overrideReasons)[number];

export type HandoverState = "offered" | "accepted" | "refused" | "done" | "revoked";
export type HandoverStanding = HandoverState | "ended";

export const handoverAnswers = ["accept", "refuse", "done"] as const;
export type HandoverAnswer = (typeof handoverAnswers)[number];

type Dated = { readonly state: HandoverState; readonly endsOn: CivilDate };

/** Where a hand-over stands on a day; one that still runs ends by itself after its last day. */
export const standingOn = ({ state, endsOn }: Dated, today: CivilDate): HandoverStanding =>
  (state === "offered" || state === "accepted") && today > endsOn ? "ended" : state;

/** What the receiver may say now; nothing to one that does not run. */
export function answersTo(standing: HandoverStanding): readonly HandoverAnswer[] {
  if (standing === "offered") return ["accept", "refuse"];
  return standing === "accepted" ? ["done"] : [];
}

/** A year, our own rule: whoever needs a child's data for longer asks its guardian again. */
export const latestEnd = (today: CivilDate): CivilDate => addMonths(today, 12);

export type ReasonAgainst =
  | "without-receiver"
  | "without-purpose"
  | "without-fields"
  | "without-need"
  | "without-end"
  | "end-past"
  | "end-too-far"
  | "without-consent"
  | "consent-in-future"
  | "consent-and-override";

export type Asked = {
  readonly kind: ReceiverKind | undefined;
  readonly receiver: string;
  readonly purpose: HandoverPurpose | undefined;
  readonly fields: readonly HandoverField[];
  readonly hasNeed: boolean;
  readonly endsOn: CivilDate | undefined;
  readonly consent: ConsentWay | undefined;
  readonly consentOn: CivilDate | undefined;
  readonly override: OverrideReason | undefined;
};

/** Everything that speaks against a hand-over as it is asked for. */
export function reasonsAgainst(asked: Asked, today: CivilDate): readonly ReasonAgainst[] {
  const { kind, fields, endsOn, consent, consentOn, override } = asked;
  const hasConsent = consent !== undefined && consentOn !== undefined;
  const against: readonly [ReasonAgainst, boolean][] = [
    ["without-receiver", kind === undefined || asked.receiver === ""],
    ["without-purpose", asked.purpose === undefined],
    ["without-fields", kind !== undefined && fields.length === 0],
    ["without-need", fields.includes("need") && !asked.hasNeed],
    ["without-end", endsOn === undefined],
    ["end-past", endsOn !== undefined && endsOn < today],
    ["end-too-far", endsOn !== undefined && endsOn > latestEnd(today)],
    ["without-consent", !hasConsent && override === undefined],
    ["consent-in-future", consentOn !== undefined && consentOn > today],
    ["consent-and-override", hasConsent && override !== undefined],
  ];
  return against.filter(([, is]) => is).map(([reason]) => reason);
}
