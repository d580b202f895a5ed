import { wordKey } from "@tuwai/domain/intake";
import { AppError } from "#app";
import type { Tx } from "#database";
import type { Step } from "#use-case";
import { listMeanings, saveMeaning } from "./meaning.store.ts";

const longestWord = 120;

type Said = { readonly field: string; readonly text: string; readonly meaning: string };

/**
 * Remembers for the city what a written word means in a field: "result" + "Sudah aktif di tempat lain" → "rejected",
 * "occupation" + "DRIVER" → "pengemudi". Case, dots and spaces of the text do not count (`wordKey`), and the last answer wins.
 * A verb for use cases of other features, which authorise, check that `meaning` is one of theirs and audit. A word that holds
 * a long number is no word and throws `invalid-input`. Row policies let villages say nothing about answers of BPJS.
 */
export async function rememberMeaning(
  { tx, actor, now }: Pick<Step, "tx" | "actor" | "now">,
  { field, text, meaning }: Said,
): Promise<void> {
  const written = wordKey(text);
  if (written === "" || written.length > longestWord || /\d{5}/.test(written))
    throw new AppError("invalid-input", { field: "text", reason: "not-a-word" });
  const { regionCode, userId: by, role } = actor;
  await saveMeaning(tx, { regionCode, field, written, meaning, by, role, at: now });
}

/** All meanings the city remembers, to be asked for each cell: `(field, text)` → meaning, undefined when nobody was asked yet. */
export async function meaningReader(tx: Tx): Promise<(field: string, text: string) => string | undefined> {
  const meanings = await listMeanings(tx);
  const known = new Map(meanings.map(({ field, written, meaning }) => [keyOf(field, written), meaning]));
  return (field, text) => (known.size === 0 ? undefined : known.get(keyOf(field, wordKey(text))));
}

function keyOf(field: string, written: string): string {
  return `${field}|${written}`;
}
