import type { PledgeReader } from "@tuwai/server/sponsors";
import { accountTexts } from "#language/accounts.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useTexts } from "#language/use-texts.ts";

/** The readers of a pledge by their names, in the order of the access matrix. */
export function useReaders(readers: readonly PledgeReader[]): readonly string[] {
  const { roles } = useTexts(accountTexts);
  const { sign } = useTexts(sponsorTexts);
  return readers.map(({ role, where }) => (where === "city" ? roles[role] : sign.ownOffice(roles[role])));
}
