import type { ReactElement } from "react";
import { linkingTexts } from "#language/linking.ts";
import { useTexts } from "#language/use-texts.ts";
import styles from "./pair.module.css";

type Strength = keyof typeof linkingTexts.id.question.strengths;

const steps: readonly (readonly [atLeast: number, strength: Strength, bars: number])[] = [
  [8, "very-strong", 4],
  [4, "strong", 3],
  [1.5, "fair", 2],
  [0.3, "slight", 1],
  [-0.3, "none", 0],
  [-1.5, "slight-against", 1],
  [-4, "against", 2],
  [-Infinity, "strong-against", 4],
];

/** The word for a weight in bits, and how many of four bars it fills. */
export function strengthOf(bits: number): { readonly strength: Strength; readonly bars: number } {
  const [, strength, bars] = steps.find(([atLeast]) => bits >= atLeast)!;
  return { strength, bars };
}

/** Evidence in a word with bars beside it, filled for and hollow against, and what it rests on. */
export function StrengthBars(props: { readonly bits: number; readonly because: string }): ReactElement {
  const t = useTexts(linkingTexts).question;
  const { bits, because } = props;
  const { strength, bars } = strengthOf(bits);
  return (
    <span className={styles["strength"]}>
      {bars > 0 && (
        <svg viewBox="0 0 44 12" aria-hidden="true">
          {Array.from({ length: bars }, (_, at) => (
            <rect
              key={at}
              x={at * 11 + 1}
              y="1"
              width="8"
              height="10"
              className={bits < 0 ? styles["against"] : styles["for"]}
            />
          ))}
        </svg>
      )}
      <span>{t.strength(t.strengths[strength], because)}</span>
    </span>
  );
}
