import { readPage } from "#ui";
import type { QuestionKind, QuestionState } from "@tuwai/server/linking";

/** Words of the address, which stay Indonesian in both languages. */
const kindWords = {
  dtsen: "dtsen",
  "bpjs-members": "peserta",
  "civil-servants": "pegawai",
  person: "ganda",
} as const satisfies Record<QuestionKind, string>;
const stateWords = {
  open: "terbuka",
  same: "sama",
  different: "beda",
  unsure: "ragu",
  withdrawn: "tidak-perlu",
} as const satisfies Record<QuestionState, string>;

export const questionKinds = Object.keys(kindWords) as readonly QuestionKind[];
export const questionStates = Object.keys(stateWords) as readonly QuestionState[];

/** What the address of the queue may say; anything unknown counts as not said. */
export type LinkQuery = {
  readonly kind: QuestionKind | undefined;
  readonly village: string;
  readonly state: QuestionState;
  readonly page: number;
  /** The question answered just before, and the version its answer made. */
  readonly before: { readonly id: string; readonly version: number } | null;
};

const answered = /^([0-9a-f-]{36})\.(\d{1,9})$/;

export function readLinkQuery(params: URLSearchParams): LinkQuery {
  const before = answered.exec(params.get("sebelum") ?? "");
  return {
    kind: questionKinds.find((kind) => kindWords[kind] === params.get("jenis")),
    village: /^[\d.]{2,16}$/.test(params.get("desa") ?? "") ? params.get("desa")! : "",
    state: questionStates.find((state) => stateWords[state] === params.get("keadaan")) ?? "open",
    page: readPage(params),
    before: before === null ? null : { id: before[1]!, version: Number(before[2]) },
  };
}

type Written = Partial<Pick<LinkQuery, "kind" | "village" | "state" | "before">>;

/** The query of the queue and of its questions: "" or "?…". */
export function writeLinkQuery({ kind, village, state, before }: Written): string {
  const params = new URLSearchParams({
    ...(kind === undefined ? {} : { jenis: kindWords[kind] }),
    ...(village ? { desa: village } : {}),
    ...(state === undefined || state === "open" ? {} : { keadaan: stateWords[state] }),
    ...(before ? { sebelum: `${before.id}.${before.version}` } : {}),
  });
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

export const wordOfKind = (kind: QuestionKind): string => kindWords[kind];
export const wordOfState = (state: QuestionState): string => stateWords[state];
