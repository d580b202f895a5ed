import type { TargetingSide } from "@tuwai/domain/targeting";
import { AppError } from "#app";
import { type ExportedFile, type ExportFormat, type ListWords, newExportCode, writeList } from "#exports";
import { read } from "#use-case";
import { listTargeted, readListRules, requireVillage, type TargetedPerson } from "./get-targeting-list.ts";

/** Headings and values in the caller's language. */
export type TargetingWords = ListWords<TargetedPerson>;

type Input = {
  readonly villageCode: string;
  readonly side: TargetingSide;
  readonly decided?: boolean;
  readonly format: ExportFormat;
  readonly words: TargetingWords;
};

const mostRows = 20_000;

/**
 * One work list as a file, without any identity number. Who was exported and by whom is written before a byte leaves. Throws
 * `not-found`, and `too-large` above 20,000 rows.
 */
export const exportTargetingList = read(
  { purpose: "targeting-file", permission: "targeting.list.read" },
  async (step, { villageCode, side, decided = false, format, words }: Input): Promise<ExportedFile> => {
    const village = await requireVillage(step, villageCode);
    const rules = await readListRules(step);
    const filter = { villageCode: village.code, side, decided };
    const people = await listTargeted(step, filter, { rules, at: { limit: mostRows + 1, offset: 0 } });
    if (people.length > mostRows) throw new AppError("too-large", { limit: mostRows });
    const code = newExportCode();
    const details = { rows: people.length, format, villageCode };
    await step.audit({ action: "targeting.export", objectType: "export", objectId: code, details });
    return writeList(people, { code, format, words, about: village.name, writtenAt: step.now });
  },
);
