import type { ClaimKind } from "#benefits";
import type { DocumentState, Estimate } from "#claims";
import type { VillageKind } from "#commitments";
import type { CivilDate } from "#time";

/** By the word that stands in an address: report, statement of heirs, statement of work and residence, application. */
export const letterKinds = ["laporan", "ahli-waris", "kerja", "permohonan"] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Nobody inherits from somebody who lives: an accident alone has no statement of heirs. */
export const lettersOf = (kind: ClaimKind): readonly LetterKind[] =>
  letterKinds.filter((letter) => letter !== "ahli-waris" || kind !== "work-accident");

export type LetterDocument = {
  readonly document: string;
  readonly issuer: string;
  readonly state: DocumentState;
  readonly isOptional: boolean;
};

/** Whom the law names, from the family as it is kept; `reason` and `kinship` are codes of the rule. */
export type LetterHeirs = {
  readonly people: readonly {
    readonly name: string;
    readonly kinship: string;
    readonly reason: string;
    readonly birthDate: CivilDate | null;
  }[];
  readonly isDisputed: boolean;
  readonly hasMinor: boolean;
};

export type LetterFacts = {
  readonly kind: ClaimKind;
  readonly claimCode: string;
  readonly office: {
    readonly kind: VillageKind;
    readonly village: string;
    readonly kecamatan: string;
    readonly city: string;
  };
  readonly today: CivilDate;
  /** As the register has it; what it does not have is written by hand. */
  readonly worker: {
    readonly name: string | null;
    readonly code: string | null;
    readonly birthDate: CivilDate | null;
    readonly occupation: string | null;
  };
  readonly happenedOn: CivilDate;
  readonly accidentOn: CivilDate | null;
  /** "HH:MM" of the accident. */
  readonly happenedTime: string | null;
  /** Epoch milliseconds, of an accident: until when BPJS has to be told, and when it was. */
  readonly reportUntil: number | null;
  readonly toldBpjsAt: number | null;
  readonly claimBy: CivilDate;
  readonly documents: readonly LetterDocument[];
  readonly estimate: Pick<Estimate, "parts" | "total"> | null;
  /** Null where no family is kept: nobody is named then. */
  readonly heirs: LetterHeirs | null;
};

/** What a letter lacks that can be mended here; the blanks to be filled by hand are no lack. */
export type LetterLack =
  | "birth-date"
  | "occupation"
  | "accident-time"
  | "bpjs-not-told"
  | "family"
  | "heirs-disputed"
  | "minor-heir"
  | "documents"
  | "estimate";

/** A letter can be printed all the same, with dots where something lacks. */
export function lacksOfLetter(letter: LetterKind, facts: LetterFacts): readonly LetterLack[] {
  const { kind, worker, heirs, documents, estimate } = facts;
  const isAccident = kind !== "natural-death";
  const all: readonly [LetterLack, boolean][] = [
    ["birth-date", worker.birthDate === null],
    ["occupation", letter === "kerja" && worker.occupation === null],
    ["accident-time", letter === "laporan" && isAccident && facts.happenedTime === null],
    ["bpjs-not-told", letter === "laporan" && isAccident && facts.toldBpjsAt === null],
    ["family", letter === "ahli-waris" && heirs === null],
    ["heirs-disputed", letter === "ahli-waris" && heirs?.isDisputed === true],
    ["minor-heir", letter === "ahli-waris" && heirs?.hasMinor === true],
    [
      "documents",
      letter === "permohonan" && documents.some((one) => one.state === "missing" && !one.isOptional),
    ],
    ["estimate", letter === "permohonan" && (estimate === null || estimate.total === null)],
  ];
  return all.filter(([, lacks]) => lacks).map(([lack]) => lack);
}

export type Signer = "reporter" | "heirs" | "two-witnesses" | "village-head" | "camat" | "applicant";

const signers: Readonly<Record<LetterKind, readonly Signer[]>> = {
  laporan: ["reporter", "village-head"],
  "ahli-waris": ["heirs", "two-witnesses", "village-head", "camat"],
  kerja: ["village-head"],
  permohonan: ["applicant", "village-head"],
};

export const signersOf = (letter: LetterKind): readonly Signer[] => signers[letter];
