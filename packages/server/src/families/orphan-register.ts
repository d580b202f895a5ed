import type { CivilDate } from "@tuwai/domain/time";
import { type ExportedFile, type ExportFormat, type ListWords, newExportCode, writeList } from "#exports";
import { type PageOf, pageOf, read, type Step } from "#use-case";
import { isFollowed, loadFamilies } from "./load-family.ts";
import { rightsFor } from "./scholarship-right.ts";
import { calendarsOf, showChild, type ShownChild } from "./show-child.ts";

export type OrphanFilter = {
  readonly villageCode?: string | undefined;
  /** A state of the guardian. */
  readonly guardian?: string | undefined;
  /** `due`: a school letter is due or late. */
  readonly letter?: string | undefined;
  readonly verified?: string | undefined;
};

/** A child of the register: never a name or a day of birth. */
export type ListedOrphan = Pick<
  ShownChild,
  | "childCode"
  | "initials"
  | "age"
  | "villageCode"
  | "siblings"
  | "isOrphan"
  | "guardianState"
  | "hasConsent"
  | "verifiedAt"
> & {
  readonly memberId: string;
  readonly letterDueOn: CivilDate | null;
  readonly isLetterDue: boolean;
};

export const isLetterDue = ({ calendar }: ShownChild): boolean =>
  calendar?.nextLetter?.letter === "due" || calendar?.nextLetter?.letter === "late";

/** Children in the step's area whose breadwinner died and who are still followed: below the age of orphans, or with letters to come. */
export async function followedChildren(step: Step): Promise<readonly ShownChild[]> {
  const { today } = step;
  const families = await loadFamilies(step, "bereaved");
  const rights = await rightsFor(step.app, families);
  return families
    .filter(({ row }) => row.lostOn !== null && row.lostOn <= today)
    .flatMap((family) => {
      const calendars = calendarsOf(family, today, rights);
      return family.members
        .filter(isFollowed)
        .map((child) =>
          showChild(family, child, { today, isOpen: false, calendar: calendars.get(child.id) ?? null }),
        );
    })
    .filter(
      (child) => child.exitOn === null && (child.isOrphan || (child.calendar?.nextLetter ?? null) !== null),
    );
}

const matches =
  ({ villageCode = "", guardian = "", letter = "", verified = "" }: OrphanFilter) =>
  (child: ShownChild): boolean =>
    (villageCode === "" || child.villageCode === villageCode) &&
    (guardian === "" || child.guardianState === guardian) &&
    (letter !== "due" || isLetterDue(child)) &&
    (verified === "" || (child.verifiedAt !== null) === (verified === "yes"));

async function readRegister(step: Step, filter: OrphanFilter): Promise<readonly ListedOrphan[]> {
  const found = (await followedChildren(step)).filter(matches(filter));
  return found.toSorted(urgentFirst).map(listOne);
}

/** Without a guardian, then with a letter due, then by age. */
function urgentFirst(a: ShownChild, b: ShownChild): number {
  return rankOf(a) - rankOf(b) || a.age - b.age || (a.childCode < b.childCode ? -1 : 1);
}

function rankOf(child: ShownChild): number {
  if (child.guardianState === "missing") return 0;
  return isLetterDue(child) ? 1 : 2;
}

const listOne = (child: ShownChild): ListedOrphan => {
  const { memberId, childCode, initials, age, villageCode, siblings } = child;
  const { isOrphan, guardianState, hasConsent, verifiedAt, calendar } = child;
  const letterDueOn = calendar?.nextLetter?.letterDueOn ?? null;
  const about = { memberId, childCode, initials, age, villageCode, siblings };
  return {
    ...about,
    isOrphan,
    guardianState,
    hasConsent,
    verifiedAt,
    letterDueOn,
    isLetterDue: isLetterDue(child),
  };
};

export type OrphanPage = PageOf<ListedOrphan> & {
  readonly counts: {
    readonly orphans: number;
    readonly withoutGuardian: number;
    readonly lettersDue: number;
  };
};

/** The register of children who lost their breadwinner: initials and ages. */
export const listOrphanRegister = read(
  { purpose: "orphan-list", permission: "orphan.list" },
  async (step, input: OrphanFilter & { readonly page?: number | undefined }): Promise<OrphanPage> => {
    const all = await readRegister(step, input);
    const found = await pageOf(
      { page: input.page, size: 50 },
      () => Promise.resolve(all.length),
      ({ limit, offset }) => Promise.resolve(all.slice(offset, offset + limit)),
    );
    const ids = found.rows.map(({ memberId }) => memberId);
    if (ids.length > 0) await step.seen({ personIds: ids, fields: ["initials", "age", "village"] });
    return {
      ...found,
      counts: {
        orphans: all.filter(({ isOrphan }) => isOrphan).length,
        withoutGuardian: all.filter(({ guardianState }) => guardianState === "missing").length,
        lettersDue: all.filter((child) => child.isLetterDue).length,
      },
    };
  },
);

/** The register as a file: codes, ages and counts; not even initials. Its code stands in every row and in the trail. */
export const exportOrphans = read(
  { purpose: "orphan-file", permission: "orphan.list" },
  async (
    step,
    { format, ...filter }: OrphanFilter & { readonly format: ExportFormat },
  ): Promise<ExportedFile> => {
    const code = newExportCode();
    const found = await readRegister(step, filter);
    const ids = found.map(({ memberId }) => memberId);
    if (ids.length > 0) await step.seen({ personIds: ids, fields: ["age", "village"] });
    const details = { rows: found.length };
    await step.audit({ action: "orphan.export", objectType: "export", objectId: code, details });
    return writeList(found, { code, format, words, writtenAt: step.now, about: "Anak yatim" });
  },
);

const words: ListWords<ListedOrphan> = {
  sheet: "Anak",
  mark: "Tanda Unduhan",
  columns: [
    { header: "Kode Anak", kind: "text", value: ({ childCode }) => `YT-${childCode}` },
    { header: "Umur", kind: "number", value: ({ age }) => age },
    { header: "Kode Wilayah", kind: "text", value: ({ villageCode }) => villageCode },
    { header: "Saudara", kind: "number", value: ({ siblings }) => siblings },
    { header: "Wali", kind: "text", value: ({ guardianState }) => guardianState },
    { header: "Persetujuan Wali", kind: "text", value: ({ hasConsent }) => (hasConsent ? "ya" : "tidak") },
    {
      header: "Diperiksa",
      kind: "text",
      value: ({ verifiedAt }) => (verifiedAt === null ? "belum" : "sudah"),
    },
    { header: "Surat Sekolah Sebelum", kind: "text", value: ({ letterDueOn }) => letterDueOn },
  ],
};
