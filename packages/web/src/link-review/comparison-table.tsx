import type { ReactElement, ReactNode } from "react";
import type { LinkQuestion, QuestionSide } from "@tuwai/server/link-review";
import { wordOf } from "#language/word-of.ts";
import { formatDate } from "#language/format.ts";
import { linkingTexts } from "#language/linking.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { equalityWords, hasNumber, nikWords, numberWords } from "./comparison-words.ts";
import { MarkedName } from "./marked-name.tsx";
import styles from "./pair.module.css";
import { StrengthBars } from "./strength.tsx";

type Line = {
  readonly head: string;
  readonly left: ReactNode;
  readonly right: ReactNode;
  /** What the comparison found, in words. */
  readonly found: string;
  /** Comparison of the machine that rests on this line. */
  readonly machine?: string;
};

/** A question, or a pair of a sample, of which nothing of the machine is shown. */
type Compared = Pick<LinkQuestion, "kind" | "left" | "right" | "comparisons"> & {
  readonly machine: Pick<LinkQuestion["machine"], "evidence">;
};

/**
 * Both sides, line by line, with what was found between them. Roles are written out because a narrow screen lays the
 * table out as blocks, which would take its meaning from it.
 */
export function ComparisonTable({ question }: { readonly question: Compared }): ReactElement {
  const { question: t, evidence: words } = useTexts(linkingTexts);
  const { left, right } = question;
  const lines = useLines(question);
  const evidenceOf = (line: Line) =>
    question.machine.evidence.find(({ comparison }) => comparison === line.machine);
  return (
    <div>
      <table className={styles["pair"]} role="table" aria-label={t.caption}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t.attribute}
            </th>
            <th role="columnheader" scope="col">
              <SideHead side={left} label={t.sides.person} />
            </th>
            <th role="columnheader" scope="col">
              <SideHead side={right} label={question.kind === "person" ? t.other : t.sides[right.source]} />
            </th>
            <th role="columnheader" scope="col">
              {t.evidence}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map((line) => (
            <tr role="row" key={line.head}>
              <th role="rowheader" scope="row">
                {line.head}
              </th>
              <td role="cell">{line.left}</td>
              <td role="cell">{line.right}</td>
              <td role="cell" className={styles["found"]}>
                {line.found}
                {[evidenceOf(line)].map(
                  (found) =>
                    found && (
                      <StrengthBars
                        key={found.comparison}
                        bits={found.bits}
                        because={wordOf(words.levels, found.level)}
                      />
                    ),
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">{t.marks}</p>
    </div>
  );
}

function SideHead({ side, label }: { readonly side: QuestionSide; readonly label: string }): ReactElement {
  const t = useTexts(linkingTexts).question;
  const language = useLanguage();
  return (
    <>
      {label}
      <span className={styles["of"]}>
        {[side.code, side.asOf && t.asOf(formatDate(language, side.asOf))].filter(Boolean).join(" · ")}
      </span>
    </>
  );
}

function useLines({ left, right, comparisons }: Compared): readonly Line[] {
  const t = useTexts(linkingTexts).question;
  const language = useLanguage();
  const both = (of: (side: QuestionSide) => ReactNode): Pick<Line, "left" | "right"> => ({
    left: of(left) ?? t.empty,
    right: of(right) ?? t.empty,
  });
  const number = (found: typeof comparisons.familyCard): Pick<Line, "left" | "right"> => ({
    left: hasNumber(found, "left") ? t.hiddenNumber : t.empty,
    right: hasNumber(found, "right") ? t.hiddenNumber : t.empty,
  });
  const { household } = comparisons;
  const isNameSame = comparisons.name.left.every(({ mark }) => mark !== "different");
  const isRightSame = comparisons.name.right.every(({ mark }) => mark !== "different");
  return [
    {
      head: t.rows.name,
      left: <MarkedName spans={comparisons.name.left} />,
      right: <MarkedName spans={comparisons.name.right} />,
      found: isNameSame && isRightSame ? t.same : t.different,
      machine: "name",
    },
    {
      head: t.rows.birth,
      ...both(({ birthDate }) => birthDate && formatDate(language, birthDate)),
      found: equalityWords(t, comparisons.birthDate),
      machine: "birth",
    },
    {
      head: t.rows.nik,
      ...number(comparisons.nik),
      found: nikWords(t, comparisons.nik),
      machine: "nik",
    },
    {
      head: t.rows.sex,
      ...both(({ sex }) => sex && t.sexes[sex]),
      found: equalityWords(t, comparisons.sex),
      machine: "sex",
    },
    {
      head: t.rows.familyCard,
      ...number(comparisons.familyCard),
      found: [
        numberWords(t, comparisons.familyCard),
        household.left > 0 &&
          household.right > 0 &&
          t.household(household.left, household.right, household.shared),
      ]
        .filter(Boolean)
        .join("; "),
      machine: "home",
    },
    {
      head: t.rows.village,
      ...both(({ villageName }) => villageName),
      found: equalityWords(t, comparisons.village),
    },
    { head: t.rows.address, ...both(({ address }) => address), found: "" },
    { head: t.rows.occupation, ...both(({ occupation }) => occupation), found: "" },
  ];
}
