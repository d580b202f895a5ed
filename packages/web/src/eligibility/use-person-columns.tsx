import { contributionTexts } from "#language/contributions.ts";
import { eligibilityTexts } from "#language/eligibility.ts";
import { useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import type { Column } from "#ui";

type Listed = {
  readonly person: {
    readonly name?: string | undefined;
    readonly code?: string | undefined;
    readonly age?: number | null | undefined;
    readonly occupationGroup?: string | null | undefined;
  };
};

/** Who stands in a row, how old and in which work: the same before a list is proposed and on the list. */
export function usePersonColumns<Row extends Listed>(): Readonly<
  Record<"person" | "age" | "work", Column<Row>>
> {
  const t = useTexts(eligibilityTexts);
  const { occupations } = useTexts(contributionTexts);
  const heads = t.candidates.columns;
  return {
    person: {
      key: "person",
      head: heads.person,
      cell: ({ person: { name, code } }) => (
        <>
          {name ?? t.list.nobody}
          <div className="quiet small">{code}</div>
        </>
      ),
    },
    age: {
      key: "age",
      head: heads.age,
      number: true,
      cell: ({ person: { age } }) => age ?? t.candidates.unknownAge,
    },
    work: {
      key: "work",
      head: heads.work,
      cell: ({ person: { occupationGroup } }) =>
        occupationGroup ? wordOf(occupations, occupationGroup) : t.candidates.noWork,
    },
  };
}
