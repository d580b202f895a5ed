import { readAmount } from "#cells";
import { type Rupiah, rupiah, sumRupiah } from "#money";

/** Why nothing was taken; whatever else an office writes is `other`, and its words are kept. */
export type NotDeductedReason = "balance" | "leave" | "retired" | "moved" | "stopped" | "other";

/** A row of a result file, as text: which row, whose it is, and what the office says. */
export type ResultRow = {
  readonly row: number;
  readonly stamp: string;
  readonly mandateCode: string;
  readonly deducted: string;
  readonly reason: string;
};

export type DeductionOutcome = "deducted" | "not-deducted" | "differs" | "not-in-file";

export type Deduction = {
  readonly mandateCode: string;
  readonly amount: Rupiah;
  /** How many rows named the mandate; their amounts are added. */
  readonly times: number;
  readonly outcome: DeductionOutcome;
  readonly reason: NotDeductedReason | null;
  /** The office's own words. */
  readonly words: string | null;
};

/** What is wrong with a result file as a whole: named with its first rows, and then nothing of it is taken. */
export type ResultProblem =
  | {
      readonly problem: "no-stamp" | "other-batch" | "unknown-mandate" | "unreadable-amount" | "no-answer";
      readonly rows: readonly number[];
      readonly count: number;
    }
  | { readonly problem: "old-version"; readonly version: number }
  | { readonly problem: "other-content" }
  | { readonly problem: "empty" }
  | { readonly problem: "count-differs"; readonly expected: number; readonly found: number }
  | { readonly problem: "sum-differs"; readonly expected: Rupiah; readonly found: Rupiah };

export type ResultReading =
  | {
      readonly outcome: "read";
      readonly deductions: readonly Deduction[];
      readonly count: number;
      readonly sum: Rupiah;
    }
  | { readonly outcome: "refused"; readonly problems: readonly ResultProblem[] };

/** Of which batch and version a file is, and of what content; stands in every row of it. */
export type BatchStamp = { readonly code: string; readonly version: number; readonly fingerprint: string };

/** "GJ-7T4M-2Q/v2/7f3a91c2" */
export function stampOf({ code, version, fingerprint }: BatchStamp): string {
  return `${code}/v${version}/${fingerprint.slice(0, 8)}`;
}

/** A whole fingerprint as the trail tells it: in eights, as one in a hundred holds sixteen digits in a row, like a NIK. */
export function groupedFingerprint(fingerprint: string): string {
  return fingerprint.replaceAll(/.{8}(?=.)/g, "$&-");
}

export function readStamp(text: string): BatchStamp | null {
  const match = /^([A-Z0-9-]{4,20})\/v(\d{1,6})\/([0-9a-f]{8})$/i.exec(text.trim());
  if (match === null) return null;
  return { code: match[1]!.toUpperCase(), version: Number(match[2]), fingerprint: match[3]!.toLowerCase() };
}

const firstRows = 3;

/**
 * What an office's payroll says of a locked batch, mandate by mandate. A file of another batch, of an older version, with rows that
 * nobody can place, or with another number or sum than was typed before is refused whole, with everything that is wrong with it.
 */
export function readResult(of: {
  readonly rows: readonly ResultRow[];
  readonly stamp: BatchStamp;
  /** What was to be taken, by code of the mandate; nothing for those that stopped. */
  readonly promised: ReadonlyMap<string, Rupiah>;
  readonly expected: { readonly count: number; readonly sum: Rupiah };
}): ResultReading {
  if (of.rows.length === 0) return { outcome: "refused", problems: [{ problem: "empty" }] };
  const stampProblems = problemsOfStamps(of.rows, of.stamp);
  if (stampProblems.length > 0) return { outcome: "refused", problems: stampProblems };
  const problems: ResultProblem[] = [];
  const told = new Map<string, { amount: Rupiah; times: number; words: string }>();
  const wrong = {
    "unknown-mandate": [] as number[],
    "unreadable-amount": [] as number[],
    "no-answer": [] as number[],
  };
  for (const { row, mandateCode, deducted, reason } of of.rows) {
    const code = mandateCode.trim().toUpperCase();
    const promised = of.promised.get(code);
    const reading = readAmount(deducted);
    const words = reason.trim();
    if (promised === undefined) wrong["unknown-mandate"].push(row);
    else if (reading.status === "unreadable") wrong["unreadable-amount"].push(row);
    else if (reading.status === "empty" && words === "" && promised > 0) wrong["no-answer"].push(row);
    else {
      const amount = reading.status === "read" ? reading.amount : rupiah(0);
      const before = told.get(code);
      told.set(code, {
        amount: rupiah((before?.amount ?? 0) + amount),
        times: (before?.times ?? 0) + 1,
        words: [before?.words ?? "", words].filter((each) => each !== "").join("; "),
      });
    }
  }
  for (const [problem, rows] of Object.entries(wrong) as [keyof typeof wrong, number[]][])
    if (rows.length > 0) problems.push({ problem, rows: rows.slice(0, firstRows), count: rows.length });
  if (problems.length > 0) return { outcome: "refused", problems };
  const deductions = [...of.promised].map(([code, promised]) => deductionOf(code, promised, told.get(code)));
  const count = deductions.filter(({ amount }) => amount > 0).length;
  const sum = sumRupiah(deductions.map(({ amount }) => amount));
  if (count !== of.expected.count)
    problems.push({ problem: "count-differs", expected: of.expected.count, found: count });
  if (sum !== of.expected.sum)
    problems.push({ problem: "sum-differs", expected: of.expected.sum, found: sum });
  return problems.length > 0 ? { outcome: "refused", problems } : { outcome: "read", deductions, count, sum };
}

function problemsOfStamps(rows: readonly ResultRow[], stamp: BatchStamp): readonly ResultProblem[] {
  const stamps = rows.map(({ row, stamp: text }) => ({ row, read: readStamp(text) }));
  const none = stamps.filter(({ read }) => read === null).map(({ row }) => row);
  const others = stamps.filter(({ read }) => read !== null && read.code !== stamp.code).map(({ row }) => row);
  const versions = stamps.flatMap(({ read }) => (read?.code === stamp.code ? [read] : []));
  const old = versions.find(({ version }) => version !== stamp.version);
  const isOther = versions.some(
    ({ version, fingerprint }) => version === stamp.version && fingerprint !== stamp.fingerprint.slice(0, 8),
  );
  return [
    ...(none.length > 0
      ? [{ problem: "no-stamp", rows: none.slice(0, firstRows), count: none.length } as const]
      : []),
    ...(others.length > 0
      ? [{ problem: "other-batch", rows: others.slice(0, firstRows), count: others.length } as const]
      : []),
    ...(old === undefined ? [] : [{ problem: "old-version", version: old.version } as const]),
    ...(isOther ? [{ problem: "other-content" } as const] : []),
  ];
}

function deductionOf(
  mandateCode: string,
  promised: Rupiah,
  told: { readonly amount: Rupiah; readonly times: number; readonly words: string } | undefined,
): Deduction {
  if (told === undefined) {
    const outcome = promised > 0 ? ("not-in-file" as const) : ("not-deducted" as const);
    return { mandateCode, amount: rupiah(0), times: 0, outcome, reason: null, words: null };
  }
  const { amount, times, words } = told;
  const outcome =
    amount === promised
      ? amount > 0
        ? "deducted"
        : "not-deducted"
      : amount === 0
        ? "not-deducted"
        : "differs";
  const reason = outcome === "deducted" || words === "" ? null : reasonIn(words);
  return { mandateCode, amount, times, outcome, reason, words: words === "" ? null : words };
}

const signs: readonly (readonly [NotDeductedReason, RegExp])[] = [
  ["balance", /saldo|kurang|tidak\s*cukup|insufficient|balance/i],
  ["leave", /cuti|leave|cltn/i],
  ["retired", /pensiun|retire/i],
  ["moved", /pindah|mutasi|moved|transfer/i],
  ["stopped", /berhenti|cabut|stop|resign/i],
];

function reasonIn(words: string): NotDeductedReason {
  return signs.find(([, pattern]) => pattern.test(words))?.[0] ?? "other";
}
